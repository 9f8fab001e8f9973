-- before
CREATE TYPE unit AS ENUM ('C', 'F');
CREATE TABLE samples (device int, unit unit, value float8) PARTITION BY LIST (unit);
CREATE TABLE samples_c PARTITION OF samples FOR VALUES IN ('C') PARTITION BY HASH (device);
CREATE TABLE samples_c0 PARTITION OF samples_c FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE samples_c1 PARTITION OF samples_c FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE TABLE samples_f PARTITION OF samples FOR VALUES IN ('F');
-- rows
INSERT INTO samples VALUES (1, 'C', 20), (2, 'F', 60);
-- after
CREATE TYPE unit AS ENUM ('F', 'C');
CREATE TABLE samples (device int, unit unit, value float8) PARTITION BY LIST (unit);
CREATE TABLE samples_c PARTITION OF samples FOR VALUES IN ('C');
CREATE TABLE samples_f PARTITION OF samples FOR VALUES IN ('F');
