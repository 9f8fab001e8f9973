-- before
CREATE TABLE top (id serial PRIMARY KEY, w int NOT NULL, k int NOT NULL);
CREATE TABLE a (PRIMARY KEY (id)) INHERITS (top);
CREATE TABLE b (NOT NULL k) INHERITS (top);
-- rows
INSERT INTO a (w, k) VALUES (1, 2);
-- after
-- flash:rename top base
CREATE TABLE base (
    id serial PRIMARY KEY,
    w int NOT NULL,
    l int NOT NULL -- flash:rename k l
);
CREATE TABLE a (PRIMARY KEY (id)) INHERITS (base);
CREATE TABLE b (NOT NULL l) INHERITS (base);
