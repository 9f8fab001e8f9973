-- before
CREATE TABLE "order" (id int PRIMARY KEY, status text CHECK (status <> 'x'));
CREATE DOMAIN order_status AS text CHECK (VALUE <> '');
-- rows
INSERT INTO "order" VALUES (1,'a');
-- after
CREATE TABLE "order" (id int PRIMARY KEY, status text CHECK (status <> 'x'));
CREATE DOMAIN order_status AS text CHECK (VALUE <> 'q');
