-- before
CREATE TABLE t (id INTEGER PRIMARY KEY, list INTEGER NOT NULL);
CREATE TABLE u (id INTEGER PRIMARY KEY);
-- rows
INSERT INTO t VALUES (1, 1), (2, 1), (3, 2);
INSERT INTO u VALUES (1), (2);
-- after
CREATE TABLE t (
    id INTEGER PRIMARY KEY,
    list INTEGER NOT NULL,
    place INTEGER NOT NULL DEFAULT 0,
    code TEXT NOT NULL DEFAULT 'none' UNIQUE,
    nick TEXT DEFAULT 'none' UNIQUE,
    UNIQUE (list, place)
);
CREATE TABLE u (id INTEGER PRIMARY KEY, code TEXT NOT NULL DEFAULT 'none', nick TEXT DEFAULT 'none', main INTEGER NOT NULL DEFAULT 0);
CREATE UNIQUE INDEX u_code ON u (code);
CREATE UNIQUE INDEX u_nick ON u (nick);
CREATE UNIQUE INDEX u_main ON u (main) WHERE main <> 0;
-- moved
SELECT 3, 3, 3, 0;
SELECT count(*), count(DISTINCT place), count(DISTINCT code), count(nick) FROM t;
