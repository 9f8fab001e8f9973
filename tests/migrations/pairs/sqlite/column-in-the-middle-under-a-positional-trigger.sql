-- before
CREATE TABLE log (id INTEGER PRIMARY KEY, what TEXT, at TEXT);
CREATE TABLE past (id INTEGER, label TEXT);
CREATE TABLE item (id INTEGER PRIMARY KEY, label TEXT);
CREATE TRIGGER item_added AFTER INSERT ON item BEGIN
  INSERT INTO log VALUES (NULL, new.label, 'now');
END;
CREATE TRIGGER item_gone BEFORE DELETE ON item WHEN old.id > 0 BEGIN
  SELECT CASE WHEN old.id > 99 THEN RAISE(ABORT, 'END') END;
  INSERT INTO past (id, label) SELECT i.* FROM item AS i WHERE i.id = old.id;
END;
CREATE TABLE wanted (id INTEGER, label TEXT);
CREATE TRIGGER item_wanted AFTER INSERT ON item WHEN (new.id, new.label) IN wanted BEGIN
  INSERT INTO log (what) VALUES ('wanted');
END;
-- rows
INSERT INTO item VALUES (1, 'pen'), (2, 'cup');
-- after
CREATE TABLE log (id INTEGER PRIMARY KEY, who TEXT, what TEXT, at TEXT);
CREATE TABLE past (id INTEGER, size INTEGER, label TEXT);
CREATE TABLE item (id INTEGER PRIMARY KEY, size INTEGER, label TEXT);
CREATE TRIGGER item_added AFTER INSERT ON item BEGIN
  INSERT INTO log VALUES (NULL, 'me', new.label, 'now');
END;
CREATE TRIGGER item_gone BEFORE DELETE ON item WHEN old.id > 0 BEGIN
  SELECT CASE WHEN old.id > 99 THEN RAISE(ABORT, 'END') END;
  INSERT INTO past (id, size, label) SELECT i.* FROM item AS i WHERE i.id = old.id;
END;
CREATE TABLE wanted (rank INTEGER, id INTEGER, label TEXT);
CREATE TRIGGER item_wanted AFTER INSERT ON item WHEN (1, new.id, new.label) IN wanted BEGIN
  INSERT INTO log (what) VALUES ('wanted');
END;
-- moved
SELECT 'id who what at', 'id label size', 'id size label', 'rank id label';
SELECT (SELECT group_concat(name, ' ') FROM pragma_table_info('log')),
  (SELECT group_concat(name, ' ') FROM pragma_table_info('past')),
  (SELECT group_concat(name, ' ') FROM pragma_table_info('item')),
  (SELECT group_concat(name, ' ') FROM pragma_table_info('wanted'));
