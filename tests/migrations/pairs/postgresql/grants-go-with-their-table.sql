-- before
CREATE TABLE src (id int);
CREATE TABLE rep (id int);
GRANT SELECT ON rep TO pg_monitor WITH GRANT OPTION;
-- rows
INSERT INTO src VALUES (1);
-- after
CREATE TABLE src (id int);
CREATE VIEW rep AS SELECT id FROM src;
GRANT SELECT ON rep TO pg_monitor;
