-- before
CREATE TABLE hit (id int PRIMARY KEY, page text, at timestamptz NOT NULL);
CREATE MATERIALIZED VIEW daily AS SELECT page, at::date AS day, count(*) AS n FROM hit GROUP BY 1, 2;
CREATE UNIQUE INDEX daily_key ON daily (page, day);
CREATE INDEX daily_n ON daily (n DESC) WHERE n > 10;
CREATE MATERIALIZED VIEW monthly AS SELECT page, date_trunc('month', day) AS month, sum(n) AS n FROM daily GROUP BY 1, 2;
CREATE UNIQUE INDEX monthly_key ON monthly (page, month);
COMMENT ON INDEX daily_key IS 'for refresh concurrently';
-- rows
INSERT INTO hit VALUES (1,'a','2024-01-01'),(2,'b','2024-01-02');
-- after
CREATE TABLE hit (id bigint PRIMARY KEY, page varchar(200), at timestamptz NOT NULL, status smallint DEFAULT 200);
CREATE MATERIALIZED VIEW daily AS SELECT page, at::date AS day, count(*) FILTER (WHERE status < 400) AS n FROM hit GROUP BY 1, 2;
CREATE UNIQUE INDEX daily_key ON daily (page, day);
CREATE INDEX daily_n ON daily (n DESC NULLS LAST, page) WHERE n > 100;
CREATE MATERIALIZED VIEW monthly AS SELECT page, date_trunc('month', day) AS month, sum(n) AS n FROM daily GROUP BY 1, 2;
CREATE UNIQUE INDEX monthly_key ON monthly (page, month);
COMMENT ON INDEX daily_key IS 'for refresh concurrently';
COMMENT ON MATERIALIZED VIEW monthly IS 'rolled up';
