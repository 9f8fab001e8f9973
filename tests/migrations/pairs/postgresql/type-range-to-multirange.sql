-- before
CREATE TABLE rm (id int PRIMARY KEY, during tstzrange, EXCLUDE USING gist (during WITH &&));
CREATE FUNCTION free(r tstzrange) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT NOT EXISTS (SELECT FROM rm WHERE during && r)';
CREATE POLICY fp ON rm FOR INSERT WITH CHECK (free(during));
-- rows
INSERT INTO rm VALUES (1, '[2024-01-01Z,2024-01-02Z)');
-- after
CREATE TABLE rm (id int PRIMARY KEY, during tstzmultirange, EXCLUDE USING gist (during WITH &&));
CREATE FUNCTION free(r tstzmultirange) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT NOT EXISTS (SELECT FROM rm WHERE during && r)';
CREATE POLICY fp ON rm FOR INSERT WITH CHECK (free(during));
