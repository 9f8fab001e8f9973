-- before
CREATE TABLE crane (id INTEGER PRIMARY KEY, t INT);
CREATE VIEW lift AS SELECT id FROM crane;
CREATE VIEW above AS SELECT id FROM lift;
CREATE TABLE account (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL);
CREATE VIEW user AS SELECT id, name AS nm FROM account;
CREATE VIEW live AS SELECT nm FROM user;

-- rows
INSERT INTO crane VALUES (1,2);
INSERT INTO account VALUES (1, 'a');

-- after
-- flash:rename crane lift
CREATE TABLE lift (id INTEGER PRIMARY KEY, t INT NOT NULL DEFAULT 0);
CREATE VIEW crane AS SELECT id FROM lift;
CREATE VIEW above AS SELECT id FROM lift;
-- flash:rename account user
CREATE TABLE user (
    id INTEGER PRIMARY KEY,
    -- flash:rename name nm
    nm VARCHAR(20) NOT NULL UNIQUE
);
CREATE VIEW live AS SELECT nm FROM user;

-- moved
SELECT name FROM account;
SELECT nm FROM user;
