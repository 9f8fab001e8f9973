-- fires
ALTER TABLE t MODIFY a bigint;

-- fires
ALTER TABLE t CHANGE a b bigint;

-- quiet
ALTER TABLE t ALTER COLUMN a SET DEFAULT 1;

-- given
CREATE TABLE t (a int, b varchar(20), c enum('x', 'y'));

-- quiet
ALTER TABLE t MODIFY a int NOT NULL;

-- quiet
ALTER TABLE t MODIFY b varchar(60);

-- quiet
ALTER TABLE t MODIFY c enum('x', 'y', 'z');

-- fires
ALTER TABLE t MODIFY b varchar(100);

-- fires
ALTER TABLE t MODIFY b varchar(10);

-- fires
ALTER TABLE t MODIFY c enum('y', 'x');
