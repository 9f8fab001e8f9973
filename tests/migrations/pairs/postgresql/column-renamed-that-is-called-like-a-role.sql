-- before
CREATE TABLE t (id int PRIMARY KEY, public boolean, trigger int);
GRANT SELECT, TRIGGER ON t TO PUBLIC;
GRANT UPDATE (public) ON t TO PUBLIC;
CREATE POLICY p ON t TO PUBLIC USING (public);
-- rows
INSERT INTO t VALUES (1, true, 2);
-- after
CREATE TABLE t (id int PRIMARY KEY,
  -- flash:rename public is_public
  is_public boolean, trigger int);
GRANT SELECT, TRIGGER ON t TO PUBLIC;
GRANT UPDATE (is_public) ON t TO PUBLIC;
CREATE POLICY p ON t TO PUBLIC USING (is_public);
