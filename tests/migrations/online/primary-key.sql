-- before
CREATE SCHEMA app;
CREATE TABLE app.t (id bigint NOT NULL, a int);
CREATE TABLE app.u (t_id bigint);
-- rows
INSERT INTO app.t VALUES (1, 1), (2, NULL);
INSERT INTO app.u VALUES (1), (NULL);
-- after
CREATE SCHEMA app;
CREATE TABLE app.t (id bigint PRIMARY KEY, a int);
CREATE INDEX t_a ON app.t (a);
CREATE TABLE app.u (t_id bigint, CONSTRAINT "to T" FOREIGN KEY (t_id) REFERENCES app.t (id));
