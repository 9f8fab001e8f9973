-- before
CREATE TYPE cline AS (sku text, qty int);
CREATE TABLE carts (id int PRIMARY KEY, lines cline[] NOT NULL DEFAULT '{}');
-- rows
INSERT INTO carts VALUES (1, ARRAY['(a,1)','(b,2)']::cline[]);
-- after
CREATE TYPE cline AS (sku text, qty bigint, price numeric);
CREATE TABLE carts (id int PRIMARY KEY, lines cline[] NOT NULL DEFAULT '{}');
