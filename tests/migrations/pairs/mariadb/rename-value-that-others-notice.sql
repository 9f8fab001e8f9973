-- A trigger would note an UPDATE, and a history keep the old name: rows follow without one.
-- before
CREATE TABLE tickets (id int PRIMARY KEY, state enum('a','b') NOT NULL DEFAULT 'a');
CREATE TABLE log (id int, what varchar(20));
CREATE TRIGGER watch AFTER UPDATE ON tickets FOR EACH ROW INSERT INTO log VALUES (NEW.id, NEW.state);
CREATE TABLE prices (id int PRIMARY KEY, tags set('x','y')) WITH SYSTEM VERSIONING;
-- rows
INSERT INTO tickets VALUES (1, 'b'), (2, 'a');
INSERT INTO prices VALUES (1, 'x,y'), (2, 'y');
DELETE FROM prices WHERE id = 2;
-- after
CREATE TABLE tickets (
    id int PRIMARY KEY,
    -- flash:rename b closed
    state enum('a','closed') NOT NULL DEFAULT 'a'
);
CREATE TABLE log (id int, what varchar(20));
CREATE TRIGGER watch AFTER UPDATE ON tickets FOR EACH ROW INSERT INTO log VALUES (NEW.id, NEW.state);
CREATE TABLE prices (
    id int PRIMARY KEY,
    -- flash:rename y why
    tags set('x','why')
) WITH SYSTEM VERSIONING;
-- moved
SELECT id, REPLACE(tags, 'y', 'why') FROM prices FOR SYSTEM_TIME ALL;
SELECT id, tags FROM prices FOR SYSTEM_TIME ALL;
SELECT id, IF(state = 'b', 'closed', state), (SELECT count(*) FROM log) FROM tickets;
SELECT id, state, (SELECT count(*) FROM log) FROM tickets
