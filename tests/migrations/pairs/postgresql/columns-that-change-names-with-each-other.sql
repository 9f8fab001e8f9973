-- before
CREATE TABLE w (id int PRIMARY KEY, a int NOT NULL UNIQUE, b text NOT NULL UNIQUE, CHECK (a > 0));
CREATE INDEX w_low ON w (lower(b));
CREATE VIEW wv AS SELECT a, b FROM w;
CREATE TABLE r (x int NOT NULL, y text, z date);
-- rows
INSERT INTO w VALUES (1, 5, 'five'), (2, 6, 'six');
INSERT INTO r VALUES (1, 'a', '2024-02-29'), (2, NULL, NULL);
-- after
CREATE TABLE w (
    id int PRIMARY KEY,
    b bigint NOT NULL UNIQUE, -- @renamed from=a
    a text NOT NULL UNIQUE, -- @renamed from=b
    CHECK (b > 0)
);
CREATE INDEX w_low ON w (lower(a));
CREATE VIEW wv AS SELECT a, b FROM w;
CREATE TABLE r (
    y int NOT NULL, -- @renamed from=x
    z text, -- @renamed from=y
    x date -- @renamed from=z
);
-- moved
SELECT a, b FROM w;
SELECT b, a FROM w;
SELECT x, y, z FROM r;
SELECT y, z, x FROM r;
