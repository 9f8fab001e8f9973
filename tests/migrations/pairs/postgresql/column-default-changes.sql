-- before
CREATE TABLE t (a int DEFAULT 1, b text DEFAULT 'x', c timestamp DEFAULT now(), d int);

-- rows
INSERT INTO t VALUES (1, 'a');

-- after
CREATE TABLE t (a int DEFAULT 2, b text, c timestamp DEFAULT CURRENT_TIMESTAMP, d int DEFAULT (1 + 2));
