-- before
CREATE TABLE player (id integer PRIMARY KEY, fide text UNIQUE, name text NOT NULL);
-- rows
INSERT INTO player VALUES (1, NULL, 'a'), (2, NULL, 'b'), (3, 'x', 'c');
-- after
CREATE TABLE player (
    id integer PRIMARY KEY, fide text, name text NOT NULL, federation text NOT NULL DEFAULT 'FID',
    UNIQUE (federation, fide)
);
-- moved
SELECT 'FID' FROM player;
SELECT federation FROM player;
