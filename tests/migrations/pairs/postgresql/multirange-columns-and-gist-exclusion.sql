-- before
CREATE TYPE price_r AS RANGE (subtype = int4);
CREATE TABLE t (id int PRIMARY KEY, r price_r NOT NULL, m price_r[], EXCLUDE USING gist (r WITH &&));
-- rows
INSERT INTO t VALUES (1,'[1,5)','{"[1,2)","[4,6)"}');
-- after
CREATE TYPE price_r AS RANGE (subtype = numeric, multirange_type_name = price_mr);
CREATE TABLE t (id int PRIMARY KEY, r price_r NOT NULL, m price_r[], EXCLUDE USING gist (r WITH &&));
