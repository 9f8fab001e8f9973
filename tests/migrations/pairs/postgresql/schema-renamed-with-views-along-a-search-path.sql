-- before
CREATE SCHEMA amt;
SET search_path = amt, public;
CREATE TABLE akten (id int PRIMARY KEY);
CREATE TABLE schritte (akte int, nr smallint NOT NULL);
CREATE VIEW offen AS SELECT id FROM akten;
CREATE VIEW je_akte AS SELECT a.id, count(s.nr) AS zahl FROM offen a LEFT JOIN schritte s ON s.akte = a.id GROUP BY 1;
-- after
-- flash:rename amt office
CREATE SCHEMA office;
SET search_path = office, public;
CREATE TABLE akten (id int PRIMARY KEY);
CREATE TABLE schritte (akte int, nr int NOT NULL);
CREATE VIEW offen AS SELECT id FROM akten;
CREATE VIEW je_akte AS SELECT a.id, count(s.nr) AS zahl FROM offen a LEFT JOIN schritte s ON s.akte = a.id GROUP BY 1;
