-- before
CREATE TABLE people (id INTEGER PRIMARY KEY, fullname TEXT NOT NULL);
CREATE TABLE pet (id INTEGER PRIMARY KEY, owner INT REFERENCES people (id) ON DELETE CASCADE);
CREATE INDEX people_n ON people (fullname);
CREATE TRIGGER people_ad AFTER DELETE ON people BEGIN DELETE FROM pet WHERE owner = old.id; END;
CREATE VIEW pv AS SELECT fullname FROM people;
-- rows
INSERT INTO people VALUES (1,'A'),(2,''''); INSERT INTO pet VALUES (1,1),(2,NULL);
-- after
-- flash:rename people users
CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT '' -- @renamed from=fullname
);
CREATE TABLE pet (id INTEGER PRIMARY KEY, owner INT REFERENCES users (id) ON DELETE SET NULL);
CREATE INDEX people_n ON users (name);
CREATE TRIGGER users_ad AFTER DELETE ON users BEGIN DELETE FROM pet WHERE owner = old.id; END;
CREATE VIEW pv AS SELECT name FROM users;
