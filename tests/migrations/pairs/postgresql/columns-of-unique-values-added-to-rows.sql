-- before
CREATE TABLE t (id int PRIMARY KEY);
CREATE TABLE p (id int PRIMARY KEY);
-- rows
INSERT INTO t VALUES (1), (2), (3);
INSERT INTO p VALUES (7), (8);
-- after
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE t (
    id int PRIMARY KEY,
    a int,
    b text NOT NULL,
    p_id int NOT NULL REFERENCES p,
    UNIQUE NULLS NOT DISTINCT (a)
);
CREATE UNIQUE INDEX t_b ON t (b);
