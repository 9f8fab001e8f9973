-- before
CREATE TABLE player (id INTEGER PRIMARY KEY, fide TEXT UNIQUE, name TEXT NOT NULL);
-- rows
INSERT INTO player VALUES (1, NULL, 'a'), (2, NULL, 'b'), (3, 'x', 'c');
-- after
CREATE TABLE player (
    id INTEGER PRIMARY KEY, federation TEXT NOT NULL DEFAULT 'FID', fide TEXT, name TEXT NOT NULL,
    UNIQUE (federation, fide)
);
-- moved
SELECT 'FID' FROM player;
SELECT federation FROM player;
