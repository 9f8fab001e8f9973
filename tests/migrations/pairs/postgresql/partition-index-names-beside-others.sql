-- before
CREATE TABLE t (id integer NOT NULL, n integer) PARTITION BY RANGE (id);
CREATE TABLE t_part PARTITION OF t FOR VALUES FROM (0) TO (100);
CREATE INDEX first ON t (id);
CREATE INDEX second ON t USING hash (id);
CREATE INDEX third ON t (id DESC) WHERE n > 0;
-- rows
INSERT INTO t VALUES (1, 2), (2, NULL);
-- after
CREATE TABLE t (id integer NOT NULL, n integer) PARTITION BY RANGE (id);
CREATE TABLE t_part PARTITION OF t FOR VALUES FROM (0) TO (100);
CREATE INDEX first ON t (id) INCLUDE (id);
CREATE INDEX second ON t USING hash (id);
CREATE INDEX fourth ON t USING brin (id);
CREATE INDEX third ON t (id DESC) WHERE n > 0;
