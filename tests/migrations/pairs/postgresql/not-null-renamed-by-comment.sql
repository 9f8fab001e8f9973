-- before
CREATE TABLE t (a int CONSTRAINT a_there NOT NULL, b int NOT NULL, CONSTRAINT ok CHECK (a > 0));
-- rows
INSERT INTO t VALUES (1,2);
-- after
CREATE TABLE t (
    -- flash:rename a_there a_must
    a int CONSTRAINT a_must NOT NULL,
    -- flash:rename t_b_not_null b_must
    b bigint CONSTRAINT b_must NOT NULL,
    -- flash:rename ok fine
    CONSTRAINT fine CHECK (a > 0)
);
