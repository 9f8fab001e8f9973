-- before
CREATE SCHEMA old;
CREATE DOMAIN old.pos AS int CHECK (VALUE > 0);
CREATE TABLE old.t (id old.pos NOT NULL, n int) PARTITION BY RANGE (n);
CREATE TABLE old.t1 PARTITION OF old.t FOR VALUES FROM (0) TO (5);
CREATE INDEX t_n ON old.t (n);
CREATE FUNCTION old.f(old.pos) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- rows
INSERT INTO old.t VALUES (1,1);
-- after
-- flash:rename old fresh
CREATE SCHEMA fresh;
CREATE DOMAIN fresh.pos AS bigint CHECK (VALUE > 0);
CREATE TABLE fresh.t (id fresh.pos NOT NULL, n bigint, m int) PARTITION BY RANGE (n);
CREATE TABLE fresh.t1 PARTITION OF fresh.t FOR VALUES FROM (0) TO (5);
CREATE INDEX t_n ON fresh.t (n, m);
CREATE FUNCTION fresh.f(fresh.pos) RETURNS int LANGUAGE sql AS 'SELECT 2';
