-- before
CREATE EXTENSION file_fdw;
CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
CREATE FOREIGN TABLE words (w text, n int) SERVER files OPTIONS (filename '/tmp/w.csv', format 'csv');
CREATE VIEW wv AS SELECT w FROM words;
CREATE TABLE k (id int);
-- rows
INSERT INTO k VALUES (1);
-- after
CREATE EXTENSION file_fdw;
CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
CREATE FOREIGN TABLE words (w text, n bigint NOT NULL, x text) SERVER files OPTIONS (filename '/tmp/w2.csv', format 'csv', header 'true');
CREATE VIEW wv AS SELECT w, n FROM words;
CREATE TABLE k (id int);
COMMENT ON FOREIGN TABLE words IS 'list';
