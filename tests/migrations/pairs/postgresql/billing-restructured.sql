-- before
CREATE TYPE cur AS ENUM ('eur','usd');
CREATE TABLE plan (code text PRIMARY KEY, price int NOT NULL, c cur NOT NULL DEFAULT 'eur');
CREATE TABLE sub (id serial PRIMARY KEY, plan text REFERENCES plan ON UPDATE CASCADE, started date NOT NULL DEFAULT CURRENT_DATE, ended date, CHECK (ended > started));
CREATE TABLE inv (id serial PRIMARY KEY, sub int NOT NULL REFERENCES sub ON DELETE CASCADE, amount int NOT NULL, c cur NOT NULL, paid timestamp);
CREATE VIEW open AS SELECT s.id, sum(i.amount) AS due FROM sub s JOIN inv i ON i.sub = s.id WHERE i.paid IS NULL GROUP BY s.id;
-- rows
INSERT INTO plan VALUES ('p', 500); INSERT INTO sub (plan) VALUES ('p'); INSERT INTO inv (sub, amount, c) VALUES (1, 500, 'usd');
-- after
-- flash:rename cur currency
CREATE TYPE currency AS ENUM ('usd','eur','gbp');
CREATE DOMAIN money_amount AS numeric(12,2) CHECK (VALUE >= 0);
CREATE TABLE plan (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, code text UNIQUE NOT NULL, price money_amount NOT NULL,
  -- flash:rename c currency
  currency currency NOT NULL DEFAULT 'eur');
-- flash:rename sub subscription
CREATE TABLE subscription (id bigserial PRIMARY KEY, plan text REFERENCES plan (code) ON UPDATE CASCADE, started date NOT NULL DEFAULT CURRENT_DATE, ended date, period daterange GENERATED ALWAYS AS (daterange(started, ended)) STORED, CHECK (ended > started));
-- flash:rename inv invoice
CREATE TABLE invoice (id bigserial PRIMARY KEY,
  -- flash:rename sub subscription
  subscription bigint NOT NULL REFERENCES subscription ON DELETE CASCADE, amount money_amount NOT NULL, c currency NOT NULL, paid timestamptz);
CREATE VIEW open AS SELECT s.id, sum(i.amount) AS due FROM subscription s JOIN invoice i ON i.subscription = s.id WHERE i.paid IS NULL GROUP BY s.id;
