-- before
CREATE TABLE t (id int PRIMARY KEY, public boolean);
GRANT SELECT ON t TO PUBLIC;
GRANT UPDATE (public) ON t TO PUBLIC;
CREATE POLICY p ON t TO PUBLIC USING (public);
-- rows
INSERT INTO t VALUES (1, true);
-- after
CREATE TABLE t (id int PRIMARY KEY,
  -- flash:rename public is_public
  is_public boolean);
GRANT SELECT ON t TO PUBLIC;
GRANT UPDATE (is_public) ON t TO PUBLIC;
CREATE POLICY p ON t TO PUBLIC USING (is_public);
