-- before
CREATE TABLE t (id INT PRIMARY KEY) page_compressed=1 page_compression_level=5;
CREATE TABLE u (id INT PRIMARY KEY);
-- rows
INSERT INTO t VALUES (1);
-- after
CREATE TABLE t (id INT PRIMARY KEY) page_compressed=1 page_compression_level=9;
CREATE TABLE u (id INT PRIMARY KEY) Page_Compressed=1;
