-- before
CREATE TABLE t (
    id int PRIMARY KEY,
    s enum('a','b','c') NOT NULL DEFAULT 'b',
    f set('x','y','z') DEFAULT 'x,z'
);
-- rows
INSERT INTO t VALUES (1, 'a', 'x,y'), (2, 'b', 'z,x'), (3, 'c', NULL);
-- after
CREATE TABLE t (
    id int PRIMARY KEY,
    -- flash:rename a open
    -- flash:rename b shut
    s enum('open','shut','c') NOT NULL DEFAULT 'shut',
    -- flash:rename x ex
    -- flash:rename z zed
    -- flash:rename y why
    f set('ex','why','zed') DEFAULT 'ex,zed'
);
-- moved
SELECT id, s + 0, f + 0 FROM t;
SELECT id, s + 0, f + 0 FROM t;
SELECT 'open', 'ex,why' UNION SELECT 'shut', 'ex,zed' UNION SELECT 'c', NULL;
SELECT s, f FROM t;
