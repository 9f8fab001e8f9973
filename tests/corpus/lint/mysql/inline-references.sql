-- fires
CREATE TABLE t (id int PRIMARY KEY, u int REFERENCES u (id));

-- quiet
CREATE TABLE t (id int PRIMARY KEY, u int, FOREIGN KEY (u) REFERENCES u (id));
