-- before
CREATE TABLE people (id INTEGER PRIMARY KEY, fullname TEXT NOT NULL, "e mail" TEXT UNIQUE, age INT CHECK (age > 0));
CREATE TABLE posts (id INTEGER PRIMARY KEY, person_id INT REFERENCES people (id), title TEXT);
CREATE INDEX people_name ON people (fullname);
CREATE VIEW adults AS SELECT fullname FROM people WHERE age > 17;
CREATE TRIGGER counted AFTER INSERT ON people BEGIN UPDATE posts SET title = new.fullname; END;
-- rows
INSERT INTO people VALUES (1, 'Ann', 'a@x', 30), (2, 'Bob', NULL, 4);
INSERT INTO posts VALUES (1, 2, 'hello');
-- after
-- flash:rename people users
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL, -- @renamed from=fullname
    -- flash:rename "e mail" email
    email TEXT UNIQUE,
    age INT CHECK (age > 0)
);
CREATE TABLE posts (
    id INTEGER PRIMARY KEY,
    -- atlas:renamed_from person_id
    user_id INT REFERENCES users (id),
    title TEXT
);
CREATE INDEX users_name ON users (name); -- @renamed from=people_name
CREATE VIEW adults AS SELECT name FROM users WHERE age > 17;
CREATE TRIGGER counted AFTER INSERT ON users BEGIN UPDATE posts SET title = new.name; END;
-- moved
SELECT id, fullname, "e mail", age FROM people ORDER BY id;
SELECT id, name, email, age FROM users ORDER BY id;
SELECT id, person_id, title FROM posts;
SELECT id, user_id, title FROM posts;
