-- before
CREATE TABLE docs (id int PRIMARY KEY, tenant text NOT NULL, body text);
-- rows
INSERT INTO docs VALUES (1,'x','y');
-- after
CREATE TABLE docs (id int PRIMARY KEY, tenant text NOT NULL, body text);
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;
ALTER TABLE docs FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_read ON docs FOR SELECT USING (tenant = current_setting('app.tenant', true));
CREATE POLICY tenant_write ON docs FOR INSERT WITH CHECK (tenant = current_setting('app.tenant'));
CREATE POLICY strict ON docs AS RESTRICTIVE FOR ALL TO PUBLIC USING (body IS NOT NULL) WITH CHECK (body <> '');
