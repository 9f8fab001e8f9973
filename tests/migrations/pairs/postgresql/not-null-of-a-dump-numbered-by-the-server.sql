-- before
CREATE TABLE "order" (item_id int NOT NULL);
CREATE TABLE order_item (id int NOT NULL, n int);
-- rows
INSERT INTO order_item VALUES (1, 2);
-- after
CREATE TABLE public."order" (
    item_id integer NOT NULL
);
CREATE TABLE public.order_item (
    id integer CONSTRAINT order_item_id_not_null1 NOT NULL,
    n integer,
    m integer
);
