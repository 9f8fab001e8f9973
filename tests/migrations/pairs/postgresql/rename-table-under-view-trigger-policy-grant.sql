-- before
CREATE TABLE usr (id int PRIMARY KEY, mail text NOT NULL UNIQUE, active boolean DEFAULT true);
CREATE TABLE post (id int PRIMARY KEY, usr_id int NOT NULL REFERENCES usr, t text);
CREATE VIEW au AS SELECT u.id, u.mail, count(p.id) AS n FROM usr u LEFT JOIN post p ON p.usr_id = u.id WHERE u.active GROUP BY u.id;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER usr_t BEFORE UPDATE OF mail ON usr FOR EACH ROW WHEN (OLD.mail <> NEW.mail) EXECUTE FUNCTION touch();
ALTER TABLE usr ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON usr USING (mail = current_user);
GRANT SELECT ON usr TO pg_monitor;
COMMENT ON COLUMN usr.mail IS 'address';
-- rows
INSERT INTO usr VALUES (1,'a'); INSERT INTO post VALUES (1,1,'t');
-- after
-- flash:rename usr account
CREATE TABLE account (id int PRIMARY KEY,
  -- flash:rename mail email
  email text NOT NULL UNIQUE, active boolean DEFAULT true);
CREATE TABLE post (id int PRIMARY KEY,
  -- flash:rename usr_id account_id
  account_id int NOT NULL REFERENCES account, t text);
CREATE VIEW au AS SELECT u.id, u.email, count(p.id) AS n FROM account u LEFT JOIN post p ON p.account_id = u.id WHERE u.active GROUP BY u.id;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER usr_t BEFORE UPDATE OF email ON account FOR EACH ROW WHEN (OLD.email <> NEW.email) EXECUTE FUNCTION touch();
ALTER TABLE account ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON account USING (email = current_user);
GRANT SELECT ON account TO pg_monitor;
COMMENT ON COLUMN account.email IS 'address';
