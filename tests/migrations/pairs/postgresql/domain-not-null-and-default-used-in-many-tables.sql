-- before
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE TABLE a (id int PRIMARY KEY, e email);
CREATE TABLE b (id int PRIMARY KEY, e email, es email[]);
CREATE VIEW ab AS SELECT a.e FROM a UNION SELECT e FROM b;
-- rows
INSERT INTO a VALUES (1,'a@b'); INSERT INTO b VALUES (1,'x@y','{q@r}');
-- after
CREATE DOMAIN email AS text NOT NULL CHECK (VALUE LIKE '%@%') CONSTRAINT short CHECK (length(VALUE) < 50);
CREATE TABLE a (id int PRIMARY KEY, e email);
CREATE TABLE b (id int PRIMARY KEY, e email, es email[]);
CREATE VIEW ab AS SELECT a.e FROM a UNION SELECT e FROM b;
