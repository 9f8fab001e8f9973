-- before
CREATE TABLE nn (id int PRIMARY KEY, b int CONSTRAINT b_there NOT NULL, c int NOT NULL, d int CONSTRAINT d_there NOT NULL);
-- rows
INSERT INTO nn VALUES (1, 1, 1, 1);
-- after
CREATE TABLE nn (id int PRIMARY KEY, b int CONSTRAINT b_needed NOT NULL, c int CONSTRAINT c_there NOT NULL, d int NOT NULL, e int);
