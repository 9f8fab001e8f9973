-- before
CREATE TABLE g (id integer NOT NULL, b int NOT NULL);
CREATE TABLE p (NOT NULL id) INHERITS (g);
CREATE TABLE c (NOT NULL id, CONSTRAINT cb NOT NULL b) INHERITS (p);
CREATE TABLE ca () INHERITS (p);
CREATE TABLE q () INHERITS (g);
CREATE TABLE qc (x int, PRIMARY KEY (id)) INHERITS (q);
CREATE TABLE ref (q int REFERENCES qc);
-- rows
INSERT INTO g VALUES (1, 1);
INSERT INTO p VALUES (2, 2);
INSERT INTO c VALUES (3, 2);
INSERT INTO ca VALUES (4, 2);
INSERT INTO q VALUES (5, 2);
INSERT INTO qc VALUES (6, 2, 1);
INSERT INTO ref VALUES (6);
-- after
-- flash:rename g gg
CREATE TABLE gg (id integer NOT NULL,
    -- flash:rename b bb
    bb int NOT NULL);
-- flash:rename p pp
CREATE TABLE pp (NOT NULL id) INHERITS (gg);
CREATE TABLE c (NOT NULL id, CONSTRAINT cb NOT NULL bb) INHERITS (pp);
CREATE TABLE ca () INHERITS (pp);
CREATE TABLE q () INHERITS (gg);
-- flash:rename qc qd
CREATE TABLE qd (x int, PRIMARY KEY (id)) INHERITS (q);
CREATE TABLE ref (q int REFERENCES qd);
