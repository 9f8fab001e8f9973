-- before
CREATE TABLE donors (id int PRIMARY KEY, level int NOT NULL, b int);
CREATE VIEW gold AS SELECT id FROM donors WHERE level >= 3;
CREATE VIEW g2 AS SELECT id FROM gold;
CREATE VIEW other AS SELECT id FROM donors WHERE b > 1;
-- rows
INSERT INTO donors VALUES (1, 4);
-- after
CREATE TABLE donors (
    id int PRIMARY KEY,
    -- flash:rename level points
    points bigint NOT NULL,
    b int
);
CREATE VIEW gold AS SELECT id FROM donors WHERE points >= 3;
CREATE VIEW g2 AS SELECT id FROM gold;
CREATE VIEW other AS SELECT id FROM donors WHERE b > 1;
