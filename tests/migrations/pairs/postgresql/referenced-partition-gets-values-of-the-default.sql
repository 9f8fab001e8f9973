-- before
CREATE TYPE unit AS ENUM ('C', 'F', 'Pa');
CREATE TABLE samples (device int, unit unit, at int, value float8, PRIMARY KEY (device, unit, at)) PARTITION BY LIST (unit);
CREATE TABLE samples_c PARTITION OF samples FOR VALUES IN ('C') PARTITION BY HASH (device);
CREATE TABLE samples_c0 PARTITION OF samples_c FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE samples_c1 PARTITION OF samples_c FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE TABLE samples_f PARTITION OF samples FOR VALUES IN ('F');
CREATE TABLE samples_rest PARTITION OF samples DEFAULT;
CREATE TABLE alarms (
    id int PRIMARY KEY, device int, unit unit, at int,
    FOREIGN KEY (device, unit, at) REFERENCES samples ON DELETE CASCADE
);
-- rows
INSERT INTO samples VALUES (1, 'C', 1, 20), (1, 'F', 2, 60), (2, 'Pa', 2, 1000);
INSERT INTO alarms VALUES (1, 1, 'F', 2), (2, 2, 'Pa', 2), (3, NULL, NULL, NULL);
-- after
CREATE TYPE unit AS ENUM ('C', 'F', 'Pa');
CREATE TABLE samples (device int, unit unit, at int, value float8, PRIMARY KEY (device, unit, at)) PARTITION BY LIST (unit);
CREATE TABLE samples_c PARTITION OF samples FOR VALUES IN ('C') PARTITION BY HASH (device);
CREATE TABLE samples_c0 PARTITION OF samples_c FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE samples_c1 PARTITION OF samples_c FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE TABLE samples_f PARTITION OF samples FOR VALUES IN ('F', 'Pa');
CREATE TABLE samples_rest PARTITION OF samples DEFAULT;
CREATE TABLE alarms (
    id int PRIMARY KEY, device int, unit unit, at int,
    FOREIGN KEY (device, unit, at) REFERENCES samples ON DELETE CASCADE
);
