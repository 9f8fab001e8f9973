-- before
CREATE TABLE top (id serial PRIMARY KEY, w int);
CREATE TABLE mid (m int) INHERITS (top);
CREATE TABLE low (l int, PRIMARY KEY (id)) INHERITS (mid);
CREATE TABLE low2 () INHERITS (mid);
CREATE VIEW v AS SELECT * FROM mid;
CREATE INDEX low_l ON low (l);
-- rows
INSERT INTO top (w) VALUES (1);
INSERT INTO mid (w, m) VALUES (2, 2);
INSERT INTO low (w, m, l) VALUES (3, 3, 3), (4, 4, 4);
INSERT INTO low2 (w, m) VALUES (5, 5);
-- after
CREATE TABLE top (id serial PRIMARY KEY, w int);
CREATE TABLE mid (m int, PRIMARY KEY (id)) INHERITS (top);
CREATE TABLE low (l int, PRIMARY KEY (id)) INHERITS (mid);
CREATE TABLE low2 () INHERITS (mid);
CREATE VIEW v AS SELECT * FROM mid;
CREATE INDEX low_l ON low (l);
