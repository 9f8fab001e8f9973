-- before
CREATE TABLE base (a int, b text);
CREATE TABLE kid (c int) INHERITS (base);
CREATE TABLE other (a int, b text, c int);

-- rows
INSERT INTO base VALUES (1, 'x');

-- after
CREATE TABLE base (a int, b text);
CREATE TABLE kid (a int, b text, c int);
CREATE TABLE other (a int, b text, c int);
ALTER TABLE other INHERIT base;
