-- before
CREATE TABLE item (id int PRIMARY KEY, price numeric(8,2), note varchar(5), size int DEFAULT 2);
CREATE TABLE history (id int PRIMARY KEY, was item, n int GENERATED ALWAYS AS ((was).id) STORED);
CREATE INDEX history_price ON history (((was).price));
CREATE VIEW prices AS SELECT id, (was).price AS price FROM history;
-- rows
INSERT INTO history VALUES (1, ROW(1, 2.5, 'a', 3)), (2, ROW(2, NULL, NULL, NULL)), (3, NULL);
-- after
CREATE TABLE item (id bigint PRIMARY KEY, price numeric(12,4), note text, size int DEFAULT 2, twice int GENERATED ALWAYS AS (size * 2) STORED);
CREATE TABLE history (id int PRIMARY KEY, was item, n int GENERATED ALWAYS AS ((was).id) STORED);
CREATE INDEX history_price ON history (((was).price));
CREATE VIEW prices AS SELECT id, (was).price AS price FROM history;
-- moved
SELECT id, trim_scale((was).price), (was).note, (was).size, was IS NULL FROM history;
SELECT id, trim_scale((was).price), (was).note, (was).size, was IS NULL FROM history;
