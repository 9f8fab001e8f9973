-- before
CREATE TABLE animal (id int PRIMARY KEY, name text);
CREATE TABLE dog (breed text) INHERITS (animal);
CREATE TABLE cat (indoor boolean) INHERITS (animal);
-- rows
INSERT INTO dog VALUES (1,'rex','lab'); INSERT INTO cat VALUES (2,'tom',true);
-- after
CREATE TABLE animal (id int PRIMARY KEY, name text NOT NULL, born date, CHECK (name <> ''));
CREATE TABLE dog (breed text) INHERITS (animal);
CREATE TABLE cat (indoor boolean DEFAULT true) INHERITS (animal);
