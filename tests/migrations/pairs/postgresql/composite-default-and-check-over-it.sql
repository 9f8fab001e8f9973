-- before
CREATE TYPE money_t AS (amount numeric, cur text);
CREATE TABLE inv (id int PRIMARY KEY, total money_t NOT NULL DEFAULT ROW(0,'EUR')::money_t, CHECK ((total).amount >= 0));
CREATE INDEX inv_cur ON inv (((total).cur));
CREATE VIEW invv AS SELECT id, (total).amount AS a FROM inv;
-- rows
INSERT INTO inv VALUES (1, ROW(5,'USD'));
-- after
CREATE TYPE money_t AS (amount numeric(12,2), cur varchar(3));
CREATE TABLE inv (id int PRIMARY KEY, total money_t NOT NULL DEFAULT ROW(1,'EUR')::money_t, CHECK ((total).amount >= 0));
CREATE INDEX inv_cur ON inv (((total).cur));
CREATE VIEW invv AS SELECT id, (total).amount AS a FROM inv;
