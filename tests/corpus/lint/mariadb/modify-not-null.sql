-- fires
ALTER TABLE t MODIFY a int NOT NULL;

-- quiet
ALTER TABLE t MODIFY a int;

-- given
CREATE TABLE t (a int NOT NULL, b int);

-- quiet
ALTER TABLE t MODIFY a bigint NOT NULL;

-- fires
ALTER TABLE t MODIFY b bigint NOT NULL;
