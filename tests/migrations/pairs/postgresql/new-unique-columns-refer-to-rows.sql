-- before
CREATE TABLE p (id int PRIMARY KEY, x text UNIQUE NOT NULL);
CREATE TABLE t (id int PRIMARY KEY);
CREATE TABLE person (id int PRIMARY KEY);
-- rows
INSERT INTO p VALUES (10, 'a'), (20, 'b'), (30, 'c');
INSERT INTO t VALUES (1), (2), (3);
INSERT INTO person VALUES (5), (6);
-- after
CREATE TABLE p (id int PRIMARY KEY, x text UNIQUE NOT NULL);
CREATE TABLE t (
    id int PRIMARY KEY,
    p_id int NOT NULL UNIQUE REFERENCES p,
    p_x text NOT NULL REFERENCES p (x),
    n int NOT NULL,
    UNIQUE (p_x, n)
);
CREATE TABLE person (
    id int PRIMARY KEY, boss int NOT NULL REFERENCES person, twin int NOT NULL UNIQUE REFERENCES person
);
