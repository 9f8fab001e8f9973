-- before
CREATE TABLE links (policy int NOT NULL, monitor int NOT NULL, PRIMARY KEY (policy, monitor));
CREATE TABLE turns (a int NOT NULL, b int NOT NULL, c int NOT NULL);
CREATE TABLE circle (a int, b int CONSTRAINT circle_c_not_null NOT NULL, c int CONSTRAINT circle_b_not_null NOT NULL);
CREATE TABLE gone (a int NOT NULL, b int NOT NULL);

-- rows
INSERT INTO links VALUES (1, 2);
INSERT INTO turns VALUES (1, 2, 3);
INSERT INTO circle VALUES (1, 2, 3);
INSERT INTO gone VALUES (1, 2);

-- after
CREATE TABLE links (policy int NOT NULL, monitor int NOT NULL, PRIMARY KEY (policy, monitor));
ALTER TABLE links RENAME COLUMN policy TO incident;
ALTER TABLE links RENAME COLUMN monitor TO policy;
CREATE TABLE turns (a int NOT NULL, b int NOT NULL, c int NOT NULL);
ALTER TABLE turns RENAME a TO d;
ALTER TABLE turns RENAME b TO a;
ALTER TABLE turns RENAME c TO b;
CREATE TABLE circle (a int, b int NOT NULL, c int NOT NULL);
CREATE TABLE gone (a int, b int CONSTRAINT gone_a_not_null NOT NULL);
