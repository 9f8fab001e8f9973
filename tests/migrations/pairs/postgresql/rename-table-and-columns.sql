-- before
CREATE TABLE people (
    id serial PRIMARY KEY,
    fullname text NOT NULL,
    "e mail" text UNIQUE,
    age int CHECK (age > 0),
    boss int REFERENCES people (id)
);
CREATE TABLE posts (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, person_id int REFERENCES people (id), title text);
CREATE INDEX ON people (fullname);
CREATE VIEW adults AS SELECT fullname FROM people WHERE age > 17;
CREATE VIEW everyone AS SELECT * FROM people;
COMMENT ON COLUMN people.fullname IS 'both names';
-- rows
INSERT INTO people (fullname, "e mail", age) VALUES ('Ann', 'a@x', 30), ('Bob', NULL, 4);
INSERT INTO posts (person_id, title) VALUES (2, 'hello');
-- after
-- flash:rename people users
CREATE TABLE users (
    id serial PRIMARY KEY,
    name text NOT NULL, -- @renamed from=fullname
    -- flash:rename "e mail" email
    email text UNIQUE,
    age int CHECK (age > 0),
    boss int REFERENCES users (id)
);
CREATE TABLE posts (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- atlas:renamed_from person_id
    user_id int REFERENCES users (id),
    title text
);
CREATE INDEX ON users (name);
CREATE VIEW adults AS SELECT name FROM users WHERE age > 17;
CREATE VIEW everyone AS SELECT * FROM users;
COMMENT ON COLUMN users.name IS 'both names';
-- moved
SELECT id, fullname, "e mail", age, boss FROM people ORDER BY id;
SELECT id, name, email, age, boss FROM users ORDER BY id;
SELECT id, person_id, title FROM posts;
SELECT id, user_id, title FROM posts;
