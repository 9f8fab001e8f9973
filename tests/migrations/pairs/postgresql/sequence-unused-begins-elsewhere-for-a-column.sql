-- before
CREATE TABLE c (id int PRIMARY KEY);
CREATE SEQUENCE s;
-- rows
INSERT INTO c VALUES (1), (2);
-- after
CREATE SEQUENCE s START WITH 500;
CREATE TABLE c (id int PRIMARY KEY DEFAULT nextval('s'::regclass));
