-- before
CREATE TABLE account (id int PRIMARY KEY, owner text, balance int);
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TABLE summary (id serial PRIMARY KEY, a int NOT NULL, b text);
ALTER TABLE summary ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON summary USING (a > 0);
CREATE TRIGGER stamps BEFORE INSERT ON summary FOR EACH ROW EXECUTE FUNCTION stamp();
ALTER TABLE summary DISABLE TRIGGER stamps;
CREATE RULE keep AS ON DELETE TO summary WHERE old.a = 7 DO INSTEAD NOTHING;
ALTER TABLE summary DISABLE RULE keep;
CREATE UNIQUE INDEX summary_a ON summary (a);
COMMENT ON INDEX summary_a IS 'one each';
ALTER TABLE summary REPLICA IDENTITY USING INDEX summary_a;
ALTER TABLE summary CLUSTER ON summary_a;
ALTER TABLE summary SET (fillfactor = 70);
ALTER TABLE summary ALTER COLUMN a SET STATISTICS 50, ALTER COLUMN b SET STORAGE EXTERNAL;
ALTER TABLE summary ALTER COLUMN a SET (n_distinct = 5);
GRANT SELECT, UPDATE (a) ON summary TO PUBLIC;
CREATE MATERIALIZED VIEW totals WITH (fillfactor = 60) AS SELECT id, balance FROM account;
CREATE UNIQUE INDEX totals_id ON totals (id);
ALTER MATERIALIZED VIEW totals CLUSTER ON totals_id;
ALTER MATERIALIZED VIEW totals ALTER COLUMN balance SET STATISTICS 40;
COMMENT ON COLUMN totals.balance IS 'of all';
CREATE TYPE pair AS (a int, b text);
COMMENT ON TYPE pair IS 'two';
COMMENT ON COLUMN pair.a IS 'the first';
REVOKE USAGE ON TYPE pair FROM PUBLIC;
-- rows
INSERT INTO account VALUES (1, 'ann', 5);
-- after
CREATE TABLE account (id int PRIMARY KEY, owner text, balance int);
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE VIEW summary AS SELECT id, balance AS a, owner AS b FROM account;
CREATE TRIGGER stamps INSTEAD OF INSERT ON summary FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TABLE totals (id int, balance int);
CREATE UNIQUE INDEX totals_id ON totals (id);
CREATE TABLE pair (a int, b text);
