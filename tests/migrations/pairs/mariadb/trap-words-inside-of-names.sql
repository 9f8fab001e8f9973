-- before
CREATE TABLE t (a int, b int);

-- rows
INSERT INTO t VALUES (1, 2), (3, 4);

-- after
CREATE TABLE t (a int, b int, serial_number TEXT, unique_code int, CONSTRAINT unique_small CHECK (a <> 9), CONSTRAINT given CHECK (unique_code IS NOT NULL OR a IS NOT NULL));
