-- A value that other tables refer to gets its name there too.
-- before
CREATE TABLE kinds (kind enum('small','big') PRIMARY KEY);
CREATE TABLE things (id int PRIMARY KEY, kind enum('small','big'), CONSTRAINT of_kind FOREIGN KEY (kind) REFERENCES kinds (kind) ON DELETE CASCADE);
-- rows
INSERT INTO kinds VALUES ('small'), ('big');
INSERT INTO things VALUES (1, 'big'), (2, 'small');
-- after
CREATE TABLE kinds (kind enum('small', 'large' /* flash:rename big large */) PRIMARY KEY);
CREATE TABLE things (
    id int PRIMARY KEY,
    kind enum('small', 'large' /* flash:rename big large */),
    CONSTRAINT of_kind FOREIGN KEY (kind) REFERENCES kinds (kind) ON DELETE CASCADE
);
-- moved
SELECT id, IF(kind = 'big', 'large', kind) FROM things;
SELECT id, kind FROM things
