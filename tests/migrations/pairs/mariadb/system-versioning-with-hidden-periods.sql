-- When a row began and ended is not shown by `*`, and needs no DEFAULT.
-- before
CREATE TABLE prices (
    id int PRIMARY KEY, v int,
    since timestamp(6) GENERATED ALWAYS AS ROW START INVISIBLE, ended timestamp(6) GENERATED ALWAYS AS ROW END INVISIBLE,
    PERIOD FOR SYSTEM_TIME (since, ended)
) WITH SYSTEM VERSIONING;
-- rows
INSERT INTO prices (id, v) VALUES (1, 1);
UPDATE prices SET v = 2;
-- after
CREATE TABLE prices (
    id int PRIMARY KEY, v int NOT NULL DEFAULT 3, w varchar(5) DEFAULT 'q',
    since timestamp(6) GENERATED ALWAYS AS ROW START INVISIBLE, ended timestamp(6) GENERATED ALWAYS AS ROW END INVISIBLE,
    PERIOD FOR SYSTEM_TIME (since, ended), KEY (v)
) WITH SYSTEM VERSIONING;
