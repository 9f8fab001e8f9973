-- before
CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY, name TEXT) WITHOUT ROWID;
-- rows
INSERT INTO item VALUES (1, 'a'), (2, 'b');
-- after
CREATE TABLE item (tenant INTEGER NOT NULL DEFAULT 7, id INTEGER NOT NULL, name TEXT, PRIMARY KEY (tenant, id)) WITHOUT ROWID;
-- moved
SELECT 7, id, name FROM item;
SELECT tenant, id, name FROM item;
