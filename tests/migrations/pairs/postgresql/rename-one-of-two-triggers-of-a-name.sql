-- before
CREATE TABLE a (id int PRIMARY KEY, at timestamptz);
CREATE TABLE b (id int PRIMARY KEY, at timestamptz);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.at := now(); RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE UPDATE ON a FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER touch BEFORE UPDATE ON b FOR EACH ROW EXECUTE FUNCTION touch();
CREATE POLICY own ON a USING (id > 0);
CREATE POLICY own ON b USING (id > 0);
-- after
CREATE TABLE a (id int PRIMARY KEY, at timestamptz);
CREATE TABLE b (id int PRIMARY KEY, at timestamptz);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.at := now(); RETURN NEW; END $$;
-- flash:rename touch a_touch
CREATE TRIGGER a_touch BEFORE UPDATE ON a FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER touch BEFORE UPDATE ON b FOR EACH ROW EXECUTE FUNCTION touch();
-- flash:rename own mine
CREATE POLICY mine ON a USING (id > 0);
CREATE POLICY own ON b USING (id > 0);
