-- before
CREATE DOMAIN level AS int DEFAULT 3;
CREATE TABLE a (x int DEFAULT NULL, y varchar(5), z level DEFAULT NULL, v text) WITHOUT OIDS;
CREATE TABLE b (x int) WITH (OIDS = FALSE, fillfactor = 70);
CREATE TABLE c (x int);
-- rows
INSERT INTO a VALUES (1, 'q', 2, 'r');
-- after
CREATE DOMAIN level AS int DEFAULT 3;
CREATE TABLE a (x int, y varchar(5) DEFAULT NULL, z level, v text DEFAULT (NULL));
CREATE TABLE b (x int) WITH (fillfactor = 70);
CREATE TABLE c (x int, d text DEFAULT NULL) WITH (oids=false);
