-- before
CREATE TABLE a (id int PRIMARY KEY, b int);
CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);
ALTER TABLE a ADD CONSTRAINT ab FOREIGN KEY (b) REFERENCES b;
CREATE TABLE keep (x int);

-- after
CREATE TABLE keep (x int);
