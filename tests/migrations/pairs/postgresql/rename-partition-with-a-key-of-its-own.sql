-- before
CREATE TABLE p (tag int, v int) PARTITION BY LIST (tag);
CREATE TABLE c PARTITION OF p (PRIMARY KEY (tag)) FOR VALUES IN (1);
-- rows
INSERT INTO c VALUES (1);
-- after
CREATE TABLE p (tag int, v int) PARTITION BY LIST (tag);
-- flash:rename c d
CREATE TABLE d PARTITION OF p (PRIMARY KEY (tag)) FOR VALUES IN (1);
