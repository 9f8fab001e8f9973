-- before
CREATE TABLE all_users (id integer PRIMARY KEY, name text, gone boolean NOT NULL DEFAULT false);
CREATE VIEW names AS SELECT name FROM all_users;
GRANT SELECT ON all_users TO PUBLIC;
COMMENT ON TABLE all_users IS 'users';
CREATE FUNCTION n_users() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM all_users; END;
-- rows
INSERT INTO all_users VALUES (1, 'a', false), (2, 'b', true);
-- after
-- flash:rename all_users users_base
CREATE TABLE users_base (id integer PRIMARY KEY, name text, gone boolean NOT NULL DEFAULT false);
CREATE VIEW all_users AS SELECT id, name FROM users_base WHERE NOT gone;
CREATE VIEW names AS SELECT name FROM all_users;
GRANT SELECT ON all_users TO PUBLIC;
COMMENT ON VIEW all_users IS 'users';
CREATE FUNCTION n_users() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM all_users; END;
