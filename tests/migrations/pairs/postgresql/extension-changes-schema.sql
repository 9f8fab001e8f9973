-- before
CREATE EXTENSION hstore;
CREATE TABLE h (id int, a hstore, CHECK (a ? 'k'));
CREATE VIEW hv AS SELECT a -> 'k' AS k FROM h;
-- rows
INSERT INTO h VALUES (1,'k=>v');
-- after
CREATE SCHEMA ext;
CREATE EXTENSION hstore SCHEMA ext;
CREATE TABLE h (id int, a ext.hstore, CHECK (a OPERATOR(ext.?) 'k'));
CREATE VIEW hv AS SELECT a OPERATOR(ext.->) 'k' AS k FROM h;
