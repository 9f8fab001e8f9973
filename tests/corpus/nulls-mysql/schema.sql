CREATE TABLE t (
    id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    a INT NOT NULL,
    b INT,
    s VARCHAR(20),
    n VARCHAR(20) NOT NULL,
    d DATE NOT NULL,
    at DATETIME,
    f DOUBLE NOT NULL,
    m DECIMAL(8, 2) NOT NULL,
    e ENUM('x', 'y') NOT NULL,
    g SET('p', 'q') NOT NULL,
    j JSON NOT NULL,
    flag BOOLEAN NOT NULL,
    maybe BOOLEAN,
    FULLTEXT KEY (n)
);
CREATE TABLE u (
    id INT NOT NULL PRIMARY KEY,
    t_id INT NOT NULL,
    c INT,
    k VARCHAR(10) NOT NULL UNIQUE
);
CREATE VIEW v AS SELECT t.id, t.n, t.b, u.c, u.k FROM t LEFT JOIN u ON u.t_id = t.id;
CREATE VIEW filled AS SELECT id, b FROM t WHERE b IS NOT NULL;
