-- fires
CREATE TABLE t (id int(11) PRIMARY KEY);

-- quiet
CREATE TABLE t (id int PRIMARY KEY, b tinyint(1));
