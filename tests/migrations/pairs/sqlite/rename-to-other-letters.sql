-- before
CREATE TABLE Users (Id INTEGER PRIMARY KEY, k TEXT);
CREATE TABLE mails (id INTEGER PRIMARY KEY, user INTEGER REFERENCES Users (Id));
CREATE VIEW everybody AS SELECT Id, k FROM Users;
-- rows
INSERT INTO Users VALUES (1, 'x');
INSERT INTO mails VALUES (1, 1);
-- after
-- flash:rename Users users
CREATE TABLE users (
    -- flash:rename Id id
    id INTEGER PRIMARY KEY,
    -- flash:rename k key
    key TEXT
);
CREATE TABLE mails (id INTEGER PRIMARY KEY, user INTEGER REFERENCES users (id));
CREATE VIEW everybody AS SELECT id, key FROM users;
