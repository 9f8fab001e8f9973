-- before
CREATE TABLE users (id INTEGER PRIMARY KEY, nome TEXT);
-- after
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    -- flash:rename noome name
    name TEXT
);
-- refused
there is no column "noome" to rename, and no "name" either
