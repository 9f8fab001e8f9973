-- before
CREATE TABLE item (id INTEGER PRIMARY KEY, label TEXT);
CREATE TABLE shelf (id INTEGER PRIMARY KEY, label TEXT);
CREATE VIEW everything AS SELECT * FROM item UNION ALL SELECT id, label FROM shelf;
CREATE VIEW busy AS SELECT id, (SELECT count(*) FROM shelf) AS n FROM item WHERE EXISTS (SELECT * FROM shelf);
-- rows
INSERT INTO item VALUES (1, 'pen');
INSERT INTO shelf VALUES (1, 'top');
-- after
CREATE TABLE item (id INTEGER PRIMARY KEY, size INTEGER, label TEXT);
CREATE TABLE shelf (id INTEGER PRIMARY KEY, width INTEGER, label TEXT);
CREATE VIEW everything AS SELECT * FROM item UNION ALL SELECT id, width, label FROM shelf;
CREATE VIEW busy AS SELECT id, (SELECT count(*) FROM shelf) AS n FROM item WHERE EXISTS (SELECT * FROM shelf);
-- moved
SELECT 'id size label', 'id label width', 'id size label';
SELECT (SELECT group_concat(name, ' ') FROM pragma_table_info('item')),
  (SELECT group_concat(name, ' ') FROM pragma_table_info('shelf')),
  (SELECT group_concat(name, ' ') FROM pragma_table_info('everything'));
