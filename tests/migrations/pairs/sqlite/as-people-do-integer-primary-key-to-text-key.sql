-- before
CREATE TABLE country (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT);
CREATE TABLE city (id INTEGER PRIMARY KEY, country_id INTEGER REFERENCES country (id), name TEXT);
-- rows
INSERT INTO country VALUES (1,'DE','Germany'),(2,'FR',NULL); INSERT INTO city VALUES (1,1,'Berlin'),(2,NULL,'?');
-- after
CREATE TABLE country (code TEXT NOT NULL PRIMARY KEY, name TEXT);
CREATE TABLE city (id INTEGER PRIMARY KEY, country_code TEXT REFERENCES country (code), name TEXT);
