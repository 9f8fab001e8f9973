-- before
CREATE SEQUENCE nums START 10;
CREATE TABLE t (id int DEFAULT nextval('nums'), v text, CONSTRAINT cv CHECK (v <> ''), CONSTRAINT uv UNIQUE (v));
CREATE INDEX ti ON t (id);
COMMENT ON CONSTRAINT cv ON t IS 'non empty';
COMMENT ON INDEX ti IS 'ids';
-- rows
INSERT INTO t (v) VALUES ('x');
-- after
-- flash:rename nums t_numbers
CREATE SEQUENCE t_numbers START 10;
CREATE TABLE t (id int DEFAULT nextval('t_numbers'), v text,
  -- flash:rename cv v_not_empty
  CONSTRAINT v_not_empty CHECK (v <> ''),
  -- flash:rename uv t_v_unique
  CONSTRAINT t_v_unique UNIQUE (v));
-- flash:rename ti t_id_index
CREATE INDEX t_id_index ON t (id);
COMMENT ON CONSTRAINT v_not_empty ON t IS 'non empty';
COMMENT ON INDEX t_id_index IS 'ids';
