-- before
CREATE TABLE site (id INTEGER PRIMARY KEY);
CREATE TABLE tag (id INTEGER PRIMARY KEY, owner INT NOT NULL, name TEXT NOT NULL);
CREATE TABLE page (id INTEGER PRIMARY KEY, slug TEXT NOT NULL);
CREATE TABLE note (id INTEGER PRIMARY KEY, slug TEXT NOT NULL);
CREATE TABLE version (id INTEGER PRIMARY KEY, slug TEXT, v INT NOT NULL DEFAULT 1, UNIQUE (slug, v));
CREATE TABLE seat (id INTEGER PRIMARY KEY, hall INT NOT NULL, code TEXT);
CREATE TABLE price (sku TEXT NOT NULL, cents INT NOT NULL);

-- rows
INSERT INTO site VALUES (1), (7);
INSERT INTO tag VALUES (1, 1, 'a'), (2, 1, 'b'), (3, 2, 'a');
INSERT INTO page VALUES (1, 'a'), (2, 'b');
INSERT INTO note VALUES (1, 'a'), (2, 'b'), (3, 'b');
INSERT INTO version VALUES (1, 'a', 1), (2, 'a', 2), (3, 'b', 1), (4, NULL, 1), (5, NULL, 1);
INSERT INTO seat VALUES (1, 1, 'a'), (2, 2, 'b'), (3, 3, NULL), (4, 4, NULL), (5, 5, 'a');
INSERT INTO price VALUES ('a', 1), ('b', 2);

-- after
CREATE TABLE site (id INTEGER PRIMARY KEY);
CREATE TABLE tag (
    id INTEGER PRIMARY KEY, owner INT NOT NULL, name TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT 'plain' CHECK (kind IN ('plain', 'own')), UNIQUE (owner, name, kind)
);
CREATE TABLE page (
    id INTEGER PRIMARY KEY, slug TEXT NOT NULL, site_id INT NOT NULL DEFAULT 7 REFERENCES site (id),
    UNIQUE (site_id, slug)
);
CREATE TABLE note (id INTEGER PRIMARY KEY, slug TEXT NOT NULL, lang TEXT DEFAULT 'en', UNIQUE (slug, lang));
CREATE TABLE version (id INTEGER PRIMARY KEY, slug TEXT);
CREATE TABLE seat (
    id INTEGER PRIMARY KEY, hall INT NOT NULL, code TEXT, z INT NOT NULL DEFAULT 50, UNIQUE (hall, z), UNIQUE (code, z)
);
CREATE TABLE price (sku TEXT NOT NULL, cents INT NOT NULL, region TEXT NOT NULL DEFAULT 'EU');
CREATE UNIQUE INDEX price_region ON price (region, sku);

-- moved
SELECT 'plain' FROM tag;
SELECT kind FROM tag;
SELECT 7 FROM page;
SELECT site_id FROM page;
SELECT iif(slug = 'a', 'en', NULL) FROM note;
SELECT lang FROM note;
SELECT id, iif(code = 'a', NULL, 50) FROM seat;
SELECT id, iif(code = 'a', NULL, z) FROM seat;
SELECT 'EU' FROM price;
SELECT region FROM price;
