-- before
CREATE TABLE p (tag int);
CREATE TABLE c (PRIMARY KEY (tag)) INHERITS (p);
-- rows
INSERT INTO c VALUES (1);
-- after
CREATE TABLE p (tag int);
-- flash:rename c d
CREATE TABLE d (PRIMARY KEY (tag)) INHERITS (p);
