-- before
CREATE TABLE t (id INT PRIMARY KEY, a INT, b INT, KEY old_a (a), UNIQUE KEY old_b (b));
CREATE TABLE u (id INT PRIMARY KEY, a INT, KEY old_a (a), KEY new_b (a, id));
-- rows
INSERT INTO t VALUES (1, NULL, 2);
-- after
CREATE TABLE t (id INT PRIMARY KEY, a INT, b INT,
    KEY new_a (a), -- @renamed from=old_a
    UNIQUE KEY new_b (b) -- @renamed from=old_b
);
CREATE TABLE u (id INT PRIMARY KEY, a INT, KEY old_a (a), KEY new_b (a, id));
