-- before
CREATE TABLE named (name text NOT NULL DEFAULT 'n');
CREATE TABLE dated (at date, name text);
CREATE TABLE doc (body text) INHERITS (named, dated);
CREATE TABLE memo (name text DEFAULT 'memo') INHERITS (named);
-- rows
INSERT INTO doc (name, body) VALUES ('d', 'b'); INSERT INTO memo DEFAULT VALUES; INSERT INTO dated VALUES ('2024-01-01', NULL);
-- after
CREATE TABLE named (name text NOT NULL DEFAULT 'n', lang char(2) DEFAULT 'en');
CREATE TABLE dated (at timestamptz, name text);
CREATE TABLE owned (owner int);
CREATE TABLE doc (body text, owner int NOT NULL DEFAULT 7) INHERITS (named, dated, owned);
CREATE TABLE memo (name text DEFAULT 'memo', lang char(2) DEFAULT 'fr') INHERITS (named);
CREATE INDEX doc_at ON doc (at);
