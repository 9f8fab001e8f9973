-- before
CREATE TABLE config (key text, other text COLLATE "C.utf8");
CREATE TYPE pair AS (a text COLLATE "C.utf8");
-- rows
INSERT INTO config VALUES ('a', 'b');
-- after
CREATE TABLE config (key text COLLATE "C.utf8", other text COLLATE pg_catalog."C.utf8", third varchar(5) COLLATE "C.utf8");
CREATE TABLE second (a text COLLATE "C.utf8");
CREATE TYPE pair AS (a text COLLATE "C.utf8", b text COLLATE "C.utf8");
CREATE DOMAIN word AS text COLLATE "C.utf8";
CREATE INDEX config_key ON config (key COLLATE "C.utf8");
