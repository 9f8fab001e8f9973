-- before
CREATE TABLE s_y (a int NOT NULL, b text NOT NULL, junk text);
CREATE TABLE s (a int NOT NULL, b text NOT NULL, junk text) PARTITION BY LIST (b);
ALTER TABLE s ATTACH PARTITION s_y FOR VALUES IN ('y');
CREATE TABLE up (id int, nm text);
CREATE TABLE down (nm text, k int) INHERITS (up);
-- rows
INSERT INTO s VALUES (1, 'y', 'j');
INSERT INTO down VALUES (1, 'y', 2);
-- after
CREATE TABLE s_y (
    a int NOT NULL,
    b text NOT NULL,
    extra text -- @renamed from=junk
);
CREATE TABLE s (
    a int NOT NULL,
    b text NOT NULL,
    extra text -- @renamed from=junk
) PARTITION BY LIST (b);
ALTER TABLE s ATTACH PARTITION s_y FOR VALUES IN ('y');
CREATE TABLE up (
    id int,
    name text -- @renamed from=nm
);
CREATE TABLE down (
    name text, -- @renamed from=nm
    k int
) INHERITS (up);
