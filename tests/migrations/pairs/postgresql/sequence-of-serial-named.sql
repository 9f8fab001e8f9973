-- before
CREATE TABLE bill (id serial PRIMARY KEY, total int);
CREATE TABLE item (id serial, x int);
ALTER SEQUENCE item_id_seq RENAME TO counts_items;
CREATE TABLE part (id bigserial, x int);
ALTER SEQUENCE part_id_seq RENAME TO counts_parts;
CREATE TABLE gone (id serial, x int);
ALTER SEQUENCE gone_id_seq RENAME TO counts_gone;
GRANT USAGE ON SEQUENCE counts_items TO PUBLIC;
-- rows
INSERT INTO bill (total) VALUES (1), (2);
INSERT INTO item (x) VALUES (1), (2);
INSERT INTO part (x) VALUES (1), (2);
-- after
CREATE TABLE bill (id serial PRIMARY KEY, total int);
ALTER SEQUENCE bill_id_seq RENAME TO numbers_bills;
COMMENT ON SEQUENCE numbers_bills IS 'on paper';
-- flash:rename item article
CREATE TABLE article (
    -- flash:rename id no
    no serial,
    x int
);
ALTER SEQUENCE article_no_seq RENAME TO counts_items;
GRANT USAGE ON SEQUENCE counts_items TO PUBLIC;
CREATE TABLE part (x int);
