-- before
CREATE TABLE source (id INT PRIMARY KEY, name VARCHAR(20));
CREATE TABLE made (
    id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    extra INT DEFAULT 5,
    name VARCHAR(20) NOT NULL DEFAULT '(none)',
    KEY by_name (name)
) AS SELECT name, id * 2 AS doubled FROM source;
CREATE TABLE spelt (id INT PRIMARY KEY, note VARCHAR(40));
CREATE VIEW over_it AS SELECT id, doubled FROM made;

-- rows
INSERT INTO source VALUES (1, 'a'), (2, 'b');
INSERT INTO made (id, extra, name, doubled) VALUES (7, 1, 'seven', 14), (9, NULL, 'nine', 18);
INSERT INTO spelt VALUES (3, 'kept');

-- after
CREATE TABLE source (id INT PRIMARY KEY, name VARCHAR(20));
CREATE TABLE made (
    id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    extra INT DEFAULT 5,
    name VARCHAR(20) NOT NULL DEFAULT '(none)',
    doubled BIGINT,
    KEY by_name (name)
);
CREATE TABLE spelt (id INT PRIMARY KEY) SELECT id, concat(name, '!') AS note FROM source;
CREATE VIEW over_it AS SELECT id, doubled FROM made;

-- moved
SELECT id, extra, name, doubled FROM made;
SELECT id, extra, name, doubled FROM made;
SELECT * FROM spelt;
SELECT * FROM spelt;
