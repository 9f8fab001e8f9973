-- before
CREATE SCHEMA app;
CREATE TABLE app.a (id int PRIMARY KEY, s text);
CREATE TABLE b (id int PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE app.a (id), b;
CREATE PUBLICATION gone FOR ALL TABLES;
-- after
CREATE SCHEMA app;
CREATE TABLE app.a (id int PRIMARY KEY, s text);
CREATE TABLE b (id int PRIMARY KEY);
CREATE PUBLICATION p FOR TABLES IN SCHEMA app, TABLE b WHERE (id < 100) WITH (publish = 'delete, insert', publish_generated_columns = stored);
CREATE PUBLICATION fresh;
