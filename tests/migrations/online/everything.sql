-- before
CREATE TABLE users (id bigint PRIMARY KEY, email text, age int, kind text NOT NULL, code bigint NOT NULL);
CREATE TABLE posts (id bigint, user_id bigint, title text);
CREATE INDEX by_age ON users (age);
CREATE INDEX by_kind ON users (kind);
CREATE INDEX by_title ON posts (title);
CREATE MATERIALIZED VIEW ages AS SELECT age FROM users;
-- rows
INSERT INTO users SELECT n, 'user' || n, n % 90, 'x', n FROM generate_series(1, 200) n;
INSERT INTO posts SELECT n, n % 200 + 1, 'post' FROM generate_series(1, 200) n;
-- after
CREATE TABLE users (
    id bigint PRIMARY KEY,
    email text NOT NULL UNIQUE,
    age int CHECK (age >= 0),
    kind text,
    code bigint NOT NULL,
    "New" text,
    CONSTRAINT users_code UNIQUE (code) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE posts (
    id bigint NOT NULL,
    user_id bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    title text
);
CREATE INDEX by_age ON users (age DESC) WHERE age > 17;
CREATE INDEX by_user ON posts (user_id);
CREATE INDEX by_title ON posts (title);
CREATE UNIQUE INDEX "By Email" ON users (lower(email));
CREATE MATERIALIZED VIEW ages AS SELECT age FROM users;
CREATE INDEX ON ages (age);
CREATE TABLE fresh (id bigint PRIMARY KEY, user_id bigint REFERENCES users (id));
CREATE INDEX ON fresh (user_id);
