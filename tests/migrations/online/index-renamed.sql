-- before
CREATE TABLE posts (id bigint PRIMARY KEY, author bigint, title text);
CREATE INDEX by_author ON posts (author);
-- rows
INSERT INTO posts VALUES (1, 2, 'a'), (2, 2, 'b');
-- after
CREATE TABLE posts (id bigint PRIMARY KEY, author bigint NOT NULL, title text);
-- flash:rename by_author posts_of_author
CREATE INDEX posts_of_author ON posts (author);
CREATE INDEX by_title ON posts (title);
