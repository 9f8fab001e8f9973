-- before
CREATE TABLE "order" (id int PRIMARY KEY, status text CHECK (status <> 'x'));
-- rows
INSERT INTO "order" VALUES (1,'a');
-- after
CREATE DOMAIN order_status AS text CHECK (VALUE <> 'q');
CREATE TABLE "order" (id int PRIMARY KEY, status text CHECK (status <> 'x'));
