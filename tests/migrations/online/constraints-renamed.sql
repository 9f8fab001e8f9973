-- before
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE posts (
    id bigint PRIMARY KEY,
    author bigint,
    title text,
    CONSTRAINT written_by FOREIGN KEY (author) REFERENCES users (id),
    CHECK (title <> '')
);
-- rows
INSERT INTO users VALUES (2);
INSERT INTO posts VALUES (1, 2, 'a'), (3, 2, 'b');
-- after
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE posts (
    id bigint PRIMARY KEY,
    author bigint NOT NULL,
    title text,
    -- flash:rename written_by author_exists
    CONSTRAINT author_exists FOREIGN KEY (author) REFERENCES users (id),
    -- flash:rename posts_title_check has_title
    CONSTRAINT has_title CHECK (title <> '')
);
CREATE INDEX by_author ON posts (author);
