-- before
CREATE TABLE t (id INT PRIMARY KEY COMMENT 'key', a INT COMMENT 'it''s', b INT, c INT COMMENT "say ""c""");
-- rows
INSERT INTO t VALUES (1, 2, 3, 4);
-- after
CREATE TABLE t (id INT PRIMARY KEY, a INT COMMENT 'it\'s; new -- text', b INT COMMENT 'b\\n', c INT COMMENT '');
