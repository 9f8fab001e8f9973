-- before
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (id int PRIMARY KEY, p int REFERENCES p);
CREATE VIEW v AS SELECT c.id FROM c JOIN p ON p.id = c.p;

-- rows
INSERT INTO c VALUES (1, NULL);

-- after
CREATE TABLE c (id int PRIMARY KEY, p int);
