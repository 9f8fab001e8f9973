-- before
CREATE TABLE identity (id int PRIMARY KEY);
CREATE TABLE price (id int PRIMARY KEY, list int);
CREATE TABLE link (a int PRIMARY KEY);
-- rows
INSERT INTO identity VALUES (1), (2), (3);
INSERT INTO price VALUES (1, 1), (2, 1), (3, 2);
INSERT INTO link VALUES (1), (2);
-- after
CREATE TABLE identity (
    id int PRIMARY KEY, provider text NOT NULL, entity text NOT NULL, UNIQUE (provider, entity)
);
CREATE TABLE price (id int PRIMARY KEY, list int, rule text NOT NULL);
CREATE UNIQUE INDEX price_rule ON price (list, rule);
-- What differs anyway needs no numbers.
CREATE TABLE link (
    a int, b text NOT NULL, c uuid NOT NULL DEFAULT gen_random_uuid(), d int NOT NULL,
    PRIMARY KEY (a, b), UNIQUE (c, d)
);
-- moved
SELECT '', 0 FROM link;
SELECT b, d FROM link;
