-- before
CREATE TABLE users (id int PRIMARY KEY, score int, name text);
CREATE TABLE sessions (id int PRIMARY KEY, usr int REFERENCES users, expires date);
CREATE VIEW active AS SELECT u.*, s.expires FROM users u JOIN sessions s ON s.usr = u.id;
-- rows
INSERT INTO users VALUES (1, 5, 'a');
-- after
-- flash:rename users people
CREATE TABLE people (id int PRIMARY KEY, name text);
CREATE TABLE sessions (id int PRIMARY KEY, usr int REFERENCES people, expires date);
CREATE VIEW active AS SELECT u.*, s.expires FROM people u JOIN sessions s ON s.usr = u.id;
