-- before
CREATE TABLE site (id INT PRIMARY KEY);
CREATE TABLE tag (id INT PRIMARY KEY, owner INT NOT NULL, name VARCHAR(20) NOT NULL);
CREATE TABLE page (id INT PRIMARY KEY, slug VARCHAR(20) NOT NULL);
CREATE TABLE note (id INT PRIMARY KEY, slug VARCHAR(20) NOT NULL);
CREATE TABLE version (id INT PRIMARY KEY, slug VARCHAR(20), v INT NOT NULL DEFAULT 1, UNIQUE KEY u (slug, v));
CREATE TABLE seat (id INT PRIMARY KEY, hall INT NOT NULL, code VARCHAR(9));
CREATE TABLE price (sku VARCHAR(9) NOT NULL, cents INT NOT NULL);

-- rows
INSERT INTO site VALUES (1), (7);
INSERT INTO tag VALUES (1, 1, 'a'), (2, 1, 'b'), (3, 2, 'a');
INSERT INTO page VALUES (1, 'a'), (2, 'b');
INSERT INTO note VALUES (1, 'a'), (2, 'b'), (3, 'b');
INSERT INTO version VALUES (1, 'a', 1), (2, 'a', 2), (3, 'b', 1), (4, NULL, 1), (5, NULL, 1);
INSERT INTO seat VALUES (1, 1, 'a'), (2, 2, 'b'), (3, 3, NULL), (4, 4, NULL), (5, 5, 'a');
INSERT INTO price VALUES ('a', 1), ('b', 2);

-- after
CREATE TABLE site (id INT PRIMARY KEY);
CREATE TABLE tag (
    id INT PRIMARY KEY, owner INT NOT NULL, name VARCHAR(20) NOT NULL,
    kind VARCHAR(10) NOT NULL DEFAULT 'plain', CHECK (kind IN ('plain', 'own')), UNIQUE KEY u (owner, name, kind)
);
CREATE TABLE page (
    id INT PRIMARY KEY, slug VARCHAR(20) NOT NULL, site_id INT NOT NULL DEFAULT 7,
    UNIQUE KEY u (site_id, slug), CONSTRAINT f FOREIGN KEY (site_id) REFERENCES site (id)
);
CREATE TABLE note (id INT PRIMARY KEY, slug VARCHAR(20) NOT NULL, lang CHAR(2) DEFAULT 'en', UNIQUE KEY u (slug, lang));
CREATE TABLE version (id INT PRIMARY KEY, slug VARCHAR(20));
CREATE TABLE seat (
    id INT PRIMARY KEY, hall INT NOT NULL, code VARCHAR(9), z INT NOT NULL DEFAULT 50,
    UNIQUE KEY a (hall, z), UNIQUE KEY b (code, z)
);
CREATE TABLE price (
    sku VARCHAR(9) NOT NULL, cents INT NOT NULL, region CHAR(2) NOT NULL DEFAULT 'EU', PRIMARY KEY (region, sku)
);

-- moved
SELECT 'plain' FROM tag;
SELECT kind FROM tag;
SELECT 7 FROM page;
SELECT site_id FROM page;
SELECT if(slug = 'a', 'en', NULL) FROM note;
SELECT lang FROM note;
SELECT id, if(code = 'a', NULL, 50) FROM seat;
SELECT id, if(code = 'a', NULL, z) FROM seat;
SELECT 'EU' FROM price;
SELECT region FROM price;
