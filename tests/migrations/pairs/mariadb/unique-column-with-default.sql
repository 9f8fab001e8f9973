-- before
CREATE TABLE t (id int PRIMARY KEY, list int NOT NULL, changed timestamp NOT NULL DEFAULT '2020-01-01 00:00:00' ON UPDATE current_timestamp());
CREATE TABLE item (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, name text);
-- rows
INSERT INTO t (id, list) VALUES (1, 1), (2, 1), (3, 2);
INSERT INTO item (name) VALUES ('a'), ('b');
-- after
CREATE TABLE t (
    id int PRIMARY KEY,
    list int NOT NULL,
    changed timestamp NOT NULL DEFAULT '2020-01-01 00:00:00' ON UPDATE current_timestamp(),
    place int NOT NULL DEFAULT 0,
    code varchar(20) NOT NULL DEFAULT 'none',
    nick varchar(20) DEFAULT 'none',
    UNIQUE KEY in_list (list, place),
    UNIQUE KEY by_code (code),
    UNIQUE KEY by_nick (nick)
);
CREATE TABLE item (
    tenant int NOT NULL DEFAULT 7,
    id int NOT NULL AUTO_INCREMENT,
    name text,
    PRIMARY KEY (tenant, id),
    KEY by_id (id)
);
-- moved
SELECT 3, 3, 3, 0;
SELECT count(*), count(DISTINCT place), count(DISTINCT code), count(nick) FROM t;
SELECT 7, id, name FROM item;
SELECT tenant, id, name FROM item;
