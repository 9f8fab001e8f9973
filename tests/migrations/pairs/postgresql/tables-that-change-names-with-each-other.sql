-- before
CREATE TABLE current (id int PRIMARY KEY, v text);
CREATE TABLE archive (id int PRIMARY KEY REFERENCES current, v text, gone date);
CREATE INDEX current_v_idx ON current (v);
CREATE INDEX archive_v_idx ON archive (v);
CREATE VIEW w AS SELECT c.id, a.gone FROM current c JOIN archive a USING (id);
-- rows
INSERT INTO current VALUES (1, 'a');
INSERT INTO archive VALUES (1, 'b', NULL);
-- after
-- flash:rename current archive
CREATE TABLE archive (id int PRIMARY KEY, v text);
-- flash:rename archive current
CREATE TABLE current (id int PRIMARY KEY REFERENCES archive, v text, gone date);
CREATE INDEX current_v_idx ON current (v);
CREATE INDEX archive_v_idx ON archive (v);
CREATE VIEW w AS SELECT c.id, a.gone FROM archive c JOIN current a USING (id);
