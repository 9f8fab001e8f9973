-- before
CREATE COLLATION c1 FROM "C";
CREATE DOMAIN d AS text COLLATE c1;
CREATE TABLE cc (a d, b text COLLATE c1, CHECK (b > 'a' COLLATE c1));
CREATE INDEX i ON cc (b COLLATE c1);
-- rows
-- after
-- flash:rename c1 c2
CREATE COLLATION c2 FROM "C";
CREATE DOMAIN d AS text COLLATE c2;
CREATE TABLE cc (a d, b text COLLATE c2, CHECK (b > 'a' COLLATE c2));
CREATE INDEX i ON cc (b COLLATE c2);
