-- before
CREATE DOMAIN lvl AS int DEFAULT 3 CHECK (VALUE > 0);
CREATE TABLE t (id int PRIMARY KEY, a lvl, b lvl[]);
-- rows
INSERT INTO t (id, a, b) VALUES (1, NULL, NULL), (2, 5, '{1}');
-- after
CREATE DOMAIN lvl AS int DEFAULT 4 CHECK (VALUE > 0);
CREATE TABLE t (id int PRIMARY KEY, a lvl NOT NULL, b lvl[] NOT NULL DEFAULT '{}');
