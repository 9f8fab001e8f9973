-- before
CREATE TABLE t (id INT PRIMARY KEY, b INT, up BIGINT AS (b + 3) VIRTUAL, u INT AS (b % 2) VIRTUAL);

-- rows
INSERT INTO t (id, b) VALUES (1, 1), (2, 3);

-- after
CREATE TABLE t (
    id INT PRIMARY KEY,
    b INT,
    up INT,
    u INT,
    UNIQUE KEY u_u (u),
    FOREIGN KEY (up) REFERENCES t (id) ON DELETE CASCADE
);
