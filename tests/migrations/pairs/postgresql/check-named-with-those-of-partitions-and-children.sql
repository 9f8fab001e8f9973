-- before
CREATE TABLE votes (district int NOT NULL, n int CHECK (n >= 0)) PARTITION BY LIST (district);
CREATE TABLE north PARTITION OF votes FOR VALUES IN (1);
CREATE TABLE south PARTITION OF votes (CHECK (n < 50)) FOR VALUES IN (2) PARTITION BY LIST (n);
CREATE TABLE south_2 PARTITION OF south FOR VALUES IN (2);
CREATE TABLE stars (id int, mag int CONSTRAINT seen CHECK (mag < 40));
CREATE TABLE pairs (other int, CONSTRAINT seen CHECK (mag < 40)) INHERITS (stars);
CREATE TABLE notes (id int CONSTRAINT positive CHECK (id > 0) NO INHERIT);
CREATE TABLE more (b int, CONSTRAINT positive CHECK (id > 0)) INHERITS (notes);
CREATE TABLE birds (w int CONSTRAINT light CHECK (w < 9));
CREATE TABLE swimmers (d int, w int CONSTRAINT light CHECK (w < 9));
CREATE TABLE ducks () INHERITS (birds, swimmers);
CREATE TABLE geese () INHERITS (birds);
-- rows
INSERT INTO ducks VALUES (1, 2);
INSERT INTO votes VALUES (1, 7), (2, 2);
INSERT INTO pairs VALUES (1, 3, 4);
INSERT INTO more VALUES (1, 2);
-- after
CREATE TABLE votes (district int NOT NULL, n int CONSTRAINT counted CHECK (n >= 0)) PARTITION BY LIST (district);
CREATE TABLE north PARTITION OF votes FOR VALUES IN (1);
CREATE TABLE south PARTITION OF votes (CONSTRAINT few CHECK (n < 50)) FOR VALUES IN (2) PARTITION BY LIST (n);
CREATE TABLE south_2 PARTITION OF south FOR VALUES IN (2);
CREATE TABLE stars (id int, mag int CONSTRAINT visible CHECK (mag < 40));
CREATE TABLE pairs (other int, CONSTRAINT visible CHECK (mag < 40)) INHERITS (stars);
CREATE TABLE notes (id int CONSTRAINT above_zero CHECK (id > 0) NO INHERIT);
CREATE TABLE more (b int, CONSTRAINT above_zero CHECK (id > 0)) INHERITS (notes);
CREATE TABLE birds (w int CONSTRAINT below_9 CHECK (w < 9));
CREATE TABLE swimmers (d int, w int CONSTRAINT below_9 CHECK (w < 9));
CREATE TABLE ducks () INHERITS (birds, swimmers);
CREATE TABLE geese () INHERITS (birds);
