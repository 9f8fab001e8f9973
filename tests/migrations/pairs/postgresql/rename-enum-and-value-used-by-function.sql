-- before
CREATE TYPE st AS ENUM ('new','open','shut');
CREATE TABLE tk (id int PRIMARY KEY, s st NOT NULL DEFAULT 'new', CHECK (s <> 'shut' OR id > 0));
CREATE FUNCTION is_open(s st) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT s = 'open' $$;
CREATE INDEX tk_open ON tk (id) WHERE s = 'open';
CREATE VIEW tko AS SELECT id FROM tk WHERE is_open(s);
-- rows
INSERT INTO tk VALUES (1,'open');
-- after
-- flash:rename st ticket_state
CREATE TYPE ticket_state AS ENUM ('new','open',
  -- flash:rename shut closed
  'closed');
CREATE TABLE tk (id int PRIMARY KEY, s ticket_state NOT NULL DEFAULT 'new', CHECK (s <> 'closed' OR id > 0));
CREATE FUNCTION is_open(s ticket_state) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT s = 'open' $$;
CREATE INDEX tk_open ON tk (id) WHERE s = 'open';
CREATE VIEW tko AS SELECT id FROM tk WHERE is_open(s);
