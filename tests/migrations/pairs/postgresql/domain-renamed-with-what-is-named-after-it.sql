-- before
CREATE DOMAIN email AS text CHECK (VALUE ~ '@') CONSTRAINT short CHECK (length(VALUE) < 99);
CREATE DOMAIN money_cents AS bigint NOT NULL CHECK (VALUE >= 0) CHECK (VALUE <> 13);
CREATE TABLE u (id int PRIMARY KEY, mail email, amount money_cents DEFAULT 0, parts money_cents[]);
-- rows
INSERT INTO u VALUES (1, 'a@b', 5, '{1,2}');
-- after
-- flash:rename email email_address
CREATE DOMAIN email_address AS text CHECK (VALUE ~ '^[^@]+@[^@]+$') CONSTRAINT short CHECK (length(VALUE) < 99);
-- flash:rename money_cents cents
CREATE DOMAIN cents AS bigint NOT NULL CHECK (VALUE >= 0) CHECK (VALUE <> 13);
CREATE TABLE u (id int PRIMARY KEY, mail email_address, amount cents DEFAULT 0, parts cents[]);
-- moved
SELECT mail, amount, parts::text FROM u;
SELECT mail, amount, parts::text FROM u;
