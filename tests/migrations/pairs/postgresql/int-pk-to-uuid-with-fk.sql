-- before
CREATE TABLE acc (id serial PRIMARY KEY, n text);
CREATE TABLE tx (id serial PRIMARY KEY, acc_id int REFERENCES acc (id));
-- rows
INSERT INTO acc (n) VALUES ('a');
-- after
CREATE TABLE acc (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), n text);
CREATE TABLE tx (id bigserial PRIMARY KEY, acc_id uuid REFERENCES acc (id));
