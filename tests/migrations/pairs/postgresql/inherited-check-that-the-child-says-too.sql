-- before
CREATE TABLE b (x int, CONSTRAINT x_ok CHECK (x > 0), CONSTRAINT x_small CHECK (x < 100));
CREATE TABLE c1 (CONSTRAINT x_ok CHECK (x > 0)) INHERITS (b);
CREATE TABLE c2 () INHERITS (b);
-- rows
INSERT INTO c1 VALUES (5); INSERT INTO c2 VALUES (6);
-- after
CREATE TABLE b (x bigint, CONSTRAINT x_positive CHECK (x > 0)); -- @renamed from=x_ok
CREATE TABLE c1 (CONSTRAINT x_small CHECK (x < 50)) INHERITS (b);
CREATE TABLE c2 (y int CHECK (y > 0)) INHERITS (b);
