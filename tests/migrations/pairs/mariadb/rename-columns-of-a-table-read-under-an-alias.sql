-- before
CREATE TABLE t (
    id INT PRIMARY KEY,
    a INT,
    b INT,
    c INT DEFAULT (b + 1),
    d INT AS (a * 2) VIRTUAL,
    e JSON,
    `f g` INT CHECK (`f g` > 0),
    h INT,
    CONSTRAINT more CHECK (a > b OR b IS NULL)
) COMMENT 'it''s';
CREATE TABLE u (a INT, b INT, CHECK (a > b));
-- rows
INSERT INTO t (id, a, b, e, `f g`) VALUES (1, 3, 2, '{}', 4);
INSERT INTO u VALUES (2, 1);
INSERT INTO u SELECT x.a, y.b FROM t AS x, u AS y WHERE y.a = 2 AND x.id = 1 AND x.d > 0 AND y.b = 1 AND x.`f g` > 0;
-- after
CREATE TABLE t (
    id INT PRIMARY KEY,
    -- flash:rename a aa
    aa INT,
    -- flash:rename b bb
    bb INT,
    c INT DEFAULT (bb + 1),
    d INT AS (aa * 2) VIRTUAL,
    -- flash:rename e ee
    ee JSON,
    -- flash:rename "f g" g
    g INT CHECK (g > 0),
    -- flash:rename h hh
    hh INT,
    CONSTRAINT more CHECK (aa > bb OR bb IS NULL)
) COMMENT 'it''s';
CREATE TABLE u (
    -- flash:rename a aa
    aa INT,
    b INT,
    CHECK (aa > b)
);
