-- before
CREATE TABLE t (id int PRIMARY KEY, v int);
-- after
CREATE TABLE t (code int PRIMARY KEY, w text);
