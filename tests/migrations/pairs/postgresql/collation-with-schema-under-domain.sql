-- before
CREATE SCHEMA loc;
CREATE COLLATION loc."Bytes" (PROVIDER = builtin, LOCALE = 'C');
CREATE DOMAIN code AS text COLLATE loc."Bytes" CHECK (VALUE ~ '^[A-Z]+$');
CREATE TABLE cc (c code PRIMARY KEY, d text COLLATE loc."Bytes");
-- rows
INSERT INTO cc VALUES ('A', 'b');
-- after
CREATE SCHEMA loc;
CREATE COLLATION loc."Bytes" (PROVIDER = builtin, LOCALE = 'C.UTF-8');
CREATE DOMAIN code AS text COLLATE loc."Bytes" CHECK (VALUE ~ '^[A-Z0-9]+$');
CREATE TABLE cc (c code PRIMARY KEY, d text COLLATE loc."Bytes");
