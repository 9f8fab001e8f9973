-- before
CREATE TABLE t (id int PRIMARY KEY, w int, h int, area int GENERATED ALWAYS AS (w * h) STORED, CHECK (w > 0));
CREATE INDEX t_w ON t (w) WHERE w > 1;
CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER g AFTER UPDATE OF w ON t FOR EACH ROW EXECUTE FUNCTION tr();
CREATE POLICY p ON t USING (w > 0);
CREATE STATISTICS st ON w, h FROM t;
CREATE PUBLICATION pub FOR TABLE t (id, w);
GRANT SELECT (w) ON t TO pg_monitor;
-- rows
INSERT INTO t VALUES (1,2,3);
-- after
CREATE TABLE t (id int PRIMARY KEY,
  -- flash:rename w width
  width int, h int, area int GENERATED ALWAYS AS (width * h) STORED, CHECK (width > 0));
CREATE INDEX t_w ON t (width) WHERE width > 1;
CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER g AFTER UPDATE OF width ON t FOR EACH ROW EXECUTE FUNCTION tr();
CREATE POLICY p ON t USING (width > 0);
CREATE STATISTICS st ON width, h FROM t;
CREATE PUBLICATION pub FOR TABLE t (id, width);
GRANT SELECT (width) ON t TO pg_monitor;
