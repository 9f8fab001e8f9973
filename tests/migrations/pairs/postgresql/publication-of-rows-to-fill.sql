-- before
CREATE SCHEMA core;
CREATE TYPE core.state AS ENUM ('new', 'paid');
CREATE TABLE core.orders (id bigserial PRIMARY KEY, state core.state NOT NULL DEFAULT 'new', total numeric NOT NULL, customer int NOT NULL);
CREATE TABLE core.history (order_id bigint, state core.state, at timestamptz DEFAULT now());
CREATE FUNCTION core.track() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO core.history (order_id, state) VALUES (NEW.id, NEW.state); RETURN NULL; END $$;
CREATE TRIGGER track AFTER UPDATE OF state ON core.orders FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION core.track();
CREATE MATERIALIZED VIEW core.revenue AS SELECT customer, sum(total) AS total FROM core.orders WHERE state = 'paid' GROUP BY customer;
CREATE UNIQUE INDEX revenue_customer ON core.revenue (customer);
CREATE FUNCTION core.top(n int) RETURNS SETOF core.revenue LANGUAGE sql STABLE AS 'SELECT * FROM core.revenue ORDER BY total DESC LIMIT n';
CREATE PUBLICATION feed FOR TABLE core.orders WHERE (total > 0), core.history;
GRANT USAGE ON SCHEMA core TO pg_monitor;
GRANT SELECT ON ALL TABLES IN SCHEMA core TO pg_monitor;
-- rows
INSERT INTO core.orders (state, total, customer) VALUES ('paid', 10, 1);
-- after
CREATE SCHEMA core;
CREATE TYPE core.state AS ENUM ('new', 'paid', 'shipped');
CREATE TABLE core.orders (id bigserial PRIMARY KEY, state core.state NOT NULL DEFAULT 'new', -- flash:rename total amount
 amount numeric NOT NULL, -- flash:rename customer customer_id
 customer_id bigint NOT NULL, note text);
CREATE TABLE core.history (order_id bigint REFERENCES core.orders, state core.state, at timestamptz NOT NULL DEFAULT now());
CREATE FUNCTION core.track() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO core.history (order_id, state) VALUES (NEW.id, NEW.state); RETURN NULL; END $$;
CREATE TRIGGER track AFTER INSERT OR UPDATE OF state ON core.orders FOR EACH ROW WHEN (NEW.state <> 'new') EXECUTE FUNCTION core.track();
CREATE MATERIALIZED VIEW core.revenue AS SELECT customer_id, sum(amount) AS total FROM core.orders WHERE state >= 'paid' GROUP BY customer_id;
CREATE UNIQUE INDEX revenue_customer ON core.revenue (customer_id);
CREATE FUNCTION core.top(n int DEFAULT 10) RETURNS SETOF core.revenue LANGUAGE sql STABLE AS 'SELECT * FROM core.revenue ORDER BY total DESC LIMIT n';
CREATE PUBLICATION feed FOR TABLE core.orders (id, amount, state) WHERE (amount > 0), core.history;
GRANT USAGE ON SCHEMA core TO pg_monitor;
GRANT SELECT ON ALL TABLES IN SCHEMA core TO pg_monitor;
