-- before
CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(20) DEFAULT 'a\\b', b VARCHAR(20) DEFAULT 'é', c ENUM('a,b', 'it''s', 'ü') DEFAULT 'a,b');
-- rows
INSERT INTO t (id) VALUES (1);
-- after
CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(20) DEFAULT 'a\nb', b VARCHAR(20) DEFAULT '日本', c ENUM('a,b', 'it''s', 'ü', '%') DEFAULT 'it''s');
