-- before
CREATE TABLE people (
    id int AUTO_INCREMENT PRIMARY KEY,
    fullname varchar(50) NOT NULL,
    email varchar(90) UNIQUE,
    age int CHECK (age > 0),
    boss int,
    KEY by_name (fullname),
    FOREIGN KEY (boss) REFERENCES people (id)
);
CREATE TABLE posts (id int PRIMARY KEY, person_id int, title text, FOREIGN KEY (person_id) REFERENCES people (id));
CREATE VIEW adults AS SELECT fullname FROM people WHERE age > 17;
CREATE VIEW everyone AS SELECT * FROM people;
CREATE TRIGGER trimmed BEFORE INSERT ON people FOR EACH ROW SET new.fullname = trim(new.fullname);
-- rows
INSERT INTO people (fullname, email, age) VALUES ('Ann', 'a@x', 30), ('Bob', NULL, 4);
INSERT INTO posts VALUES (1, 2, 'hello');
-- after
-- flash:rename people users
CREATE TABLE users (
    id int AUTO_INCREMENT PRIMARY KEY,
    name varchar(50) NOT NULL, -- @renamed from=fullname
    email varchar(90) UNIQUE,
    years int CHECK (years > 0), -- @renamed from=age
    boss int,
    KEY users_by_name (name), -- @renamed from=by_name
    FOREIGN KEY (boss) REFERENCES users (id)
);
CREATE TABLE posts (
    id int PRIMARY KEY,
    -- atlas:renamed_from person_id
    user_id int,
    title text,
    FOREIGN KEY (user_id) REFERENCES users (id)
);
CREATE VIEW adults AS SELECT name FROM users WHERE years > 17;
CREATE VIEW everyone AS SELECT * FROM users;
CREATE TRIGGER trimmed BEFORE INSERT ON users FOR EACH ROW SET new.name = trim(new.name);
-- moved
SELECT id, fullname, email, age, boss FROM people ORDER BY id;
SELECT id, name, email, years, boss FROM users ORDER BY id;
SELECT id, person_id, title FROM posts;
SELECT id, user_id, title FROM posts;
