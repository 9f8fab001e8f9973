-- before
CREATE TABLE t (a int, b int);

-- rows
INSERT INTO t VALUES (1, 2), (3, 4);

-- after
CREATE TABLE t (a int, b int, key_ int, keywords int, index_no int, check_in int, primary_email int, foreign_name int, unique_code int, constraint_note int, static_ int);
CREATE TABLE u (key_ int, keywords int, index_no int, check_in int, primary_email int, foreign_name int, unique_code int, constraint_note int, static_ int)
