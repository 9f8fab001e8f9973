-- before
CREATE TYPE kind AS ENUM ('well', 'spring');
CREATE TABLE source (id int, kind kind);
CREATE INDEX source_kind ON source (kind);
COMMENT ON INDEX source_kind IS 'by kind';
-- rows
INSERT INTO source VALUES (1, 'well');
-- after
-- flash:rename kind source_kind
CREATE TYPE source_kind AS ENUM ('well', 'spring');
CREATE TABLE source (id int, kind source_kind);
CREATE INDEX source_kinds ON source (kind);
COMMENT ON INDEX source_kinds IS 'by kind';
