-- before
CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);
-- rows
INSERT INTO users VALUES (1, 'Ann');
-- after
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    full_name TEXT, -- @renamed from=name
    name TEXT
);
-- moved
SELECT id, name FROM users;
SELECT id, full_name FROM users;
