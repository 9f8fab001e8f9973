-- before
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, a int CONSTRAINT fk REFERENCES p, b int);
CREATE TYPE old AS ENUM ('x');
-- rows
INSERT INTO p VALUES (1);
INSERT INTO t VALUES (1, 1, 2);
-- after
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, a int CONSTRAINT fk REFERENCES p, b int);
CREATE TYPE old AS ENUM ('x');
DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'fk' AND conrelid = '"t"'::regclass) THEN
    ALTER TABLE t DROP CONSTRAINT fk;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'fk') THEN
    ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES p ON DELETE CASCADE;
  END IF;
  IF EXISTS (
    SELECT FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = 't' AND column_name = 'nowhere'
  ) THEN
    ALTER TABLE t DROP COLUMN nowhere;
  END IF;
END $$;
DO $$ BEGIN
  ALTER TABLE nowhere DROP CONSTRAINT fk;
EXCEPTION WHEN undefined_table THEN NULL;
END $$;
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_type WHERE typname = 'old') THEN DROP TYPE old; END IF;
END $$;
