-- before
CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);
-- rows
INSERT INTO users VALUES (1, 'Ann');
-- after
-- flash:rename people users
CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT /* @renamed from=fullname */, age INT);
