-- A schema that grew over many files: renamed, moved, and loaded by psql.
CREATE SCHEMA IF NOT EXISTS ref;
CREATE SCHEMA billing;
CREATE SCHEMA "Legacy";
SET search_path TO billing, ref, public;
CREATE TYPE ref.currency AS ENUM ('EUR', 'USD', 'GBP');
CREATE DOMAIN ref.amount AS numeric(14,2) DEFAULT 0 CHECK (VALUE >= 0);
CREATE DOMAIN ref.code AS varchar(12) NOT NULL CONSTRAINT code_upper CHECK (VALUE = upper(VALUE));
CREATE TYPE money_t AS (amount ref.amount, cur ref.currency);
CREATE TYPE ref.address AS (street text, city text, zip varchar(10), geo point);
CREATE TYPE float8range2 AS RANGE (subtype = float8, subtype_diff = float8mi, multirange_type_name = float8mr2);
CREATE TABLE customers (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code ref.code UNIQUE,
  name text NOT NULL,
  home ref.address,
  offices ref.address[] DEFAULT '{}',
  tags text[] NOT NULL DEFAULT ARRAY[]::text[],
  balance money_t,
  credit ref.amount,
  search tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, name)) STORED,
  name_len int GENERATED ALWAYS AS (length(name)) VIRTUAL,
  settings jsonb NOT NULL DEFAULT '{}',
  matrix int[][] ,
  created timestamptz DEFAULT now() NOT NULL,
  deleted timestamptz
);
CREATE TABLE invoices (
  id bigserial PRIMARY KEY,
  customer_id int NOT NULL REFERENCES customers ON DELETE CASCADE,
  no text NOT NULL,
  period daterange,
  total ref.amount NOT NULL,
  cur ref.currency NOT NULL DEFAULT 'EUR',
  state text CHECK (state IN ('draft','sent','paid')) DEFAULT 'draft',
  paid_at timestamptz,
  EXCLUDE USING gist (period WITH &&),
  CONSTRAINT invoices_no_key UNIQUE (customer_id, no)
);
CREATE UNIQUE INDEX invoices_paid_once ON invoices (customer_id, lower(no)) WHERE paid_at IS NOT NULL;
CREATE TABLE invoice_lines (
  invoice_id bigint REFERENCES invoices(id),
  line smallint,
  sku text,
  qty numeric DEFAULT 1,
  price ref.amount,
  price_total numeric GENERATED ALWAYS AS (qty * price::numeric) STORED,
  PRIMARY KEY (invoice_id, line)
);
CREATE TABLE payments (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  invoice_id bigint,
  paid date NOT NULL,
  amount ref.amount,
  note text
) PARTITION BY RANGE (paid);
CREATE TABLE payments_2024 PARTITION OF payments FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE payments_2025 PARTITION OF payments (note DEFAULT 'x', CONSTRAINT pos CHECK (amount > 0)) FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') PARTITION BY LIST (paid);
CREATE TABLE payments_2025_rest PARTITION OF payments_2025 DEFAULT;
ALTER TABLE payments ADD CONSTRAINT payments_pk PRIMARY KEY (id, paid);
SET search_path = public;
CREATE TABLE parties (id serial PRIMARY KEY, label text NOT NULL, since date);
CREATE TABLE staff (grade int NOT NULL, boss int) INHERITS (parties);
CREATE TABLE vendors (LIKE billing.customers INCLUDING ALL EXCLUDING INDEXES, rating real, CONSTRAINT vpk PRIMARY KEY (id));
CREATE TABLE vendors_log (LIKE vendors, at timestamptz NOT NULL DEFAULT clock_timestamp());
CREATE TABLE typed OF ref.address (street NOT NULL, PRIMARY KEY (zip));
CREATE TABLE "Legacy"."Order Items" ("Order ID" int NOT NULL, "Item" varchar(20), "select" boolean DEFAULT false, PRIMARY KEY ("Order ID"));
CREATE TABLE kv AS SELECT 1 AS k, 'x'::text AS v WITH NO DATA;
CREATE TEMP TABLE scratch (a int);
DROP TABLE scratch;
ALTER TABLE kv ADD PRIMARY KEY (k), ALTER v SET NOT NULL, ADD COLUMN extra jsonb DEFAULT '[]', ADD COLUMN IF NOT EXISTS v text;
CREATE VIEW billing.open_invoices AS SELECT i.*, c.name AS customer FROM billing.invoices i JOIN billing.customers c ON c.id = i.customer_id WHERE i.paid_at IS NULL;
SET search_path = billing, public;
CREATE FUNCTION total_of(inv bigint, with_tax boolean DEFAULT false, OUT net numeric, OUT tax numeric) AS $$ SELECT sum(price_total), CASE WHEN with_tax THEN sum(price_total)*0.2 END FROM billing.invoice_lines WHERE invoice_id = inv $$ LANGUAGE sql STABLE;
CREATE FUNCTION lines_of(inv bigint) RETURNS SETOF invoice_lines LANGUAGE sql AS 'SELECT * FROM billing.invoice_lines WHERE invoice_id = $1';
CREATE FUNCTION report(from_d date, to_d date DEFAULT CURRENT_DATE) RETURNS TABLE (d date, n bigint, sum ref.amount) LANGUAGE plpgsql AS $body$
BEGIN
  RETURN QUERY SELECT paid, count(*), sum(amount)::ref.amount FROM billing.payments WHERE paid BETWEEN from_d AND to_d GROUP BY paid;
END $body$;
CREATE FUNCTION join_all(sep text, VARIADIC parts anyarray) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT array_to_string(parts, sep)';
CREATE FUNCTION first_of(anyelement, anyarray) RETURNS anyelement LANGUAGE sql AS 'SELECT coalesce($1, $2[1])';
CREATE FUNCTION rng(anycompatible, anycompatible) RETURNS anycompatiblearray LANGUAGE sql AS 'SELECT ARRAY[$1,$2]';
CREATE FUNCTION mk_addr(street text, city text) RETURNS ref.address LANGUAGE sql BEGIN ATOMIC SELECT ROW(street, city, NULL, NULL)::ref.address; END;
CREATE FUNCTION set_of_rec() RETURNS SETOF record LANGUAGE sql AS 'SELECT 1, ''a''::text';
CREATE FUNCTION strict_add(a int, b int = 2) RETURNS int LANGUAGE sql STRICT AS 'SELECT a + b';
CREATE PROCEDURE close_period(IN p daterange, INOUT n int, OUT msg text) LANGUAGE plpgsql AS $$ BEGIN n := n + 1; msg := 'done'; END $$;
CREATE PROCEDURE purge(days int DEFAULT 30) LANGUAGE sql AS $$ DELETE FROM billing.payments WHERE paid < CURRENT_DATE - days $$;
CREATE FUNCTION mul_state(numeric, numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT $1 * coalesce($2, 1)';
CREATE AGGREGATE product(numeric) (SFUNC = mul_state, STYPE = numeric, INITCOND = '1');
CREATE FUNCTION public.last_sf(anyelement, anyelement) RETURNS anyelement LANGUAGE sql IMMUTABLE AS 'SELECT $2';
CREATE AGGREGATE public.last_val(anyelement) (SFUNC = public.last_sf, STYPE = anyelement);
CREATE FUNCTION money_add(money_t, money_t) RETURNS money_t LANGUAGE sql IMMUTABLE AS 'SELECT ROW($1.amount + $2.amount, $1.cur)::billing.money_t';
CREATE OPERATOR + (LEFTARG = money_t, RIGHTARG = money_t, FUNCTION = money_add, COMMUTATOR = +);
CREATE FUNCTION money_num(money_t) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT ($1).amount::numeric';
CREATE CAST (money_t AS numeric) WITH FUNCTION money_num(money_t) AS IMPLICIT;
CREATE OPERATOR public.=~ (LEFTARG = text, RIGHTARG = text, PROCEDURE = texticregexeq);
CREATE FUNCTION is_big(invoices) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT $1.total > 100';
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ begin NEW.created := now(); return NEW; end; $$;
CREATE TRIGGER t_touch BEFORE UPDATE OF name, code ON customers FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION touch();
CREATE RULE log_vendor AS ON DELETE TO public.kv DO ALSO NOTIFY kv_deleted;
ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
CREATE POLICY p_all ON customers AS PERMISSIVE FOR ALL TO public USING (deleted IS NULL) WITH CHECK (true);
CREATE SEQUENCE inv_no START 1000 INCREMENT BY 10 OWNED BY invoices.no;
CREATE STATISTICS st (dependencies) ON customer_id, state FROM invoices;
COMMENT ON COLUMN customers.code IS 'it''s; a -- code';
GRANT SELECT ON ALL TABLES IN SCHEMA billing TO PUBLIC;
CREATE MATERIALIZED VIEW mv_totals AS SELECT customer_id, count(*) AS n, sum(total) AS total, max(paid_at) AS last_paid, array_agg(DISTINCT cur) AS curs FROM invoices GROUP BY customer_id WITH NO DATA;
CREATE UNIQUE INDEX ON mv_totals (customer_id);
CREATE VIEW v_top (cid, n, big) AS SELECT customer_id, n, total > 1000 FROM mv_totals;
CREATE VIEW v_top2 AS SELECT t.*, c.home, (c.home).city FROM v_top t LEFT JOIN customers c ON c.id = t.cid;
CREATE OR REPLACE VIEW v_top2 AS SELECT t.*, c.home, (c.home).city, c.balance FROM v_top t LEFT JOIN customers c ON c.id = t.cid;
CREATE RECURSIVE VIEW chain (id, depth) AS SELECT id, 0 FROM public.staff WHERE boss IS NULL UNION ALL SELECT s.id, depth + 1 FROM public.staff s JOIN chain c ON s.boss = c.id;
CREATE VIEW up_cust AS SELECT id, name, code, deleted FROM customers WHERE deleted IS NULL WITH CASCADED CHECK OPTION;
SET search_path TO DEFAULT;
DO $$ BEGIN CREATE TYPE mood AS ENUM ('ok'); EXCEPTION WHEN duplicate_object THEN null; END $$;
CREATE TYPE prio AS ENUM ('low', 'high');
ALTER TYPE prio ADD VALUE 'mid' BEFORE 'high';
ALTER TYPE prio RENAME VALUE 'low' TO 'lowest';
ALTER TYPE prio RENAME TO priority;
CREATE TABLE tickets (id int GENERATED BY DEFAULT AS IDENTITY (START 10) PRIMARY KEY, prio priority NOT NULL DEFAULT 'mid', title varchar(80), assignees int[], due date, closed bool DEFAULT false NOT NULL, est interval, w numeric(5,2));
ALTER TABLE tickets RENAME title TO subject;
ALTER TABLE tickets RENAME TO issue;
ALTER TABLE issue ALTER COLUMN subject TYPE text USING subject::text, ALTER subject SET NOT NULL;
ALTER TABLE issue ADD COLUMN parent int CONSTRAINT par REFERENCES issue (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE issue DROP COLUMN w;
ALTER TABLE issue ADD CONSTRAINT issue_subject_due UNIQUE NULLS NOT DISTINCT (subject, due);
ALTER TABLE issue RENAME CONSTRAINT issue_subject_due TO issue_sd;
ALTER TYPE ref.address ADD ATTRIBUTE country text CASCADE;
ALTER TYPE ref.address RENAME ATTRIBUTE zip TO postcode CASCADE;
ALTER TABLE issue SET SCHEMA billing;
ALTER SCHEMA "Legacy" RENAME TO legacy;
ALTER TABLE legacy."Order Items" RENAME TO order_items;
ALTER TABLE legacy.order_items RENAME COLUMN "Order ID" TO order_id;
ALTER DOMAIN ref.amount DROP DEFAULT;
ALTER FUNCTION billing.strict_add(int, int) RENAME TO add2;
ALTER FUNCTION billing.mk_addr SET SCHEMA ref;
ALTER VIEW billing.v_top RENAME COLUMN big TO is_big;
ALTER MATERIALIZED VIEW billing.mv_totals RENAME TO totals;
ALTER SEQUENCE billing.inv_no RENAME TO invoice_numbers;
ALTER TABLE billing.payments DETACH PARTITION billing.payments_2024;
ALTER TABLE staff NO INHERIT parties;
ALTER TABLE parties ADD COLUMN mail text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE staff ADD mail text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE staff INHERIT parties;
CREATE TABLE audit (id bigint GENERATED ALWAYS AS IDENTITY, tbl regclass, op "char", row_old jsonb, row_new jsonb, who name DEFAULT current_user, ip inet, at timestamptz(3) DEFAULT now());

-- name: AddCustomer :one
INSERT INTO billing.customers (code, name, home, tags, balance) VALUES ($1, $2, ROW($3, $4, $5, point($6, $7), $8), $9, ($10, 'EUR')) RETURNING *;

-- name: AddCustomer2 :one
INSERT INTO billing.customers (code, name, home.street, home.city, offices[1].city, matrix[1]) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id, (home).street, offices[1], (offices[1]).city, matrix[1];

-- name: AddCustomer3 :one
INSERT INTO billing.customers AS c (code, name) OVERRIDING SYSTEM VALUE VALUES ($1, DEFAULT) ON CONFLICT (code) DO UPDATE SET name = EXCLUDED.name || c.name, tags = c.tags || $2 RETURNING c.id, c.name_len, c.search;

-- name: UpsertInvoice :one
INSERT INTO billing.invoices (customer_id, no, total, period) VALUES ($1, $2, $3, daterange($4, $5, '[)')) ON CONFLICT ON CONSTRAINT invoices_no_key DO UPDATE SET (total, period) = (EXCLUDED.total, billing.invoices.period + EXCLUDED.period), state = coalesce(EXCLUDED.state, 'draft') WHERE billing.invoices.paid_at IS NULL RETURNING id, (xmax = 0) AS fresh, upper(period);

-- name: UpsertPartial :one
INSERT INTO billing.invoices (customer_id, no, total, paid_at) SELECT id, $1, $2, now() FROM billing.customers WHERE code = $3 ON CONFLICT (customer_id, lower(no)) WHERE paid_at IS NOT NULL DO NOTHING RETURNING id;

-- name: InsertDefaults :one
INSERT INTO billing.issue (subject, prio, due) VALUES ($1, DEFAULT, $2), ($3, $4, DEFAULT) RETURNING id, prio, due;

-- name: AllDefault :one
INSERT INTO audit DEFAULT VALUES RETURNING id, who, at, op;

-- name: UpdComposite :exec
UPDATE billing.customers SET home.street = $1, home.geo = point($2, 3), offices[$3] = $4, offices[2].city = $5, tags[1:2] = $6, settings['a']['b'] = $7, balance.cur = $8 WHERE id = $9;

-- name: UpdFrom :many
UPDATE billing.invoices AS i SET total = x.s, paid_at = CASE WHEN x.s > $1 THEN now() END FROM (SELECT invoice_id, sum(price_total) AS s FROM billing.invoice_lines GROUP BY 1) x WHERE x.invoice_id = i.id AND i.cur = ANY($2) RETURNING i.id, old.total AS was, new.total AS is_now, x.s, old.paid_at, i.total - old.total AS diff;

-- name: UpdMulti :exec
UPDATE billing.issue SET (subject, due, prio) = ($1, $2, DEFAULT), closed = NOT closed WHERE id = $3;

-- name: UpdMultiSub :one
UPDATE billing.issue t SET (due, est) = (SELECT max(paid), $1::interval FROM billing.payments WHERE invoice_id = t.id) WHERE id = $2 RETURNING *;

-- name: UpdRow :one
UPDATE billing.issue SET (due) = ROW($1), assignees = array_append(assignees, $2) WHERE id = $3 RETURNING cardinality(assignees), due;

-- name: DelUsing :many
DELETE FROM billing.invoice_lines l USING billing.invoices i LEFT JOIN billing.customers c ON c.id = i.customer_id WHERE l.invoice_id = i.id AND i.state = $1 RETURNING l.*, c.name, i.cur, old.sku;

-- name: DelOnly2 :execrows
DELETE FROM ONLY parties WHERE label LIKE $1 || '%';

-- name: MergeIssues :many
MERGE INTO billing.issue t USING (VALUES ($1::int, $2::text, $3::date)) AS s (id, subject, due) ON t.id = s.id WHEN MATCHED AND s.subject IS NULL THEN DELETE WHEN MATCHED THEN UPDATE SET subject = s.subject, due = coalesce(s.due, t.due) WHEN NOT MATCHED THEN INSERT (id, subject, due) VALUES (s.id, s.subject, s.due) RETURNING merge_action(), t.id, old.subject AS old_s, new.subject AS new_s, s.id;

-- name: MergeBySource :exec
MERGE INTO billing.issue t USING unnest($1::int[], $2::text[]) AS s (id, subject) ON t.id = s.id WHEN NOT MATCHED BY SOURCE AND t.due < $3 THEN UPDATE SET closed = true WHEN NOT MATCHED BY TARGET THEN INSERT (subject) VALUES (s.subject) WHEN MATCHED THEN DO NOTHING;

-- name: MergeView :one
MERGE INTO billing.up_cust u USING (SELECT $1 AS code) s ON u.code = s.code WHEN MATCHED THEN UPDATE SET name = $2 WHEN NOT MATCHED THEN INSERT (name, code) VALUES ($3, s.code) RETURNING u.*, merge_action();

-- name: InsView :one
INSERT INTO billing.up_cust (name, code) VALUES ($1, $2) RETURNING *;

-- name: UpdView :one
UPDATE billing.up_cust SET name = $1 WHERE code = $2 RETURNING id, name, deleted, new.name AS n2;

-- name: InsUnnest :copyfrom
INSERT INTO public.kv (k, v, extra) VALUES ($1, $2, $3);

-- name: InsUnnest2 :execrows
INSERT INTO public.kv (k, v) SELECT * FROM unnest($1::int[], $2::text[]) ON CONFLICT DO NOTHING;

-- name: InsUnnest3 :many
INSERT INTO kv SELECT r.k, r.v, r.extra FROM jsonb_to_recordset($1) AS r(k int, v text, extra jsonb) RETURNING kv.*;

-- name: InsPop :many
INSERT INTO kv SELECT * FROM jsonb_populate_recordset(NULL::kv, $1) ON CONFLICT (k) DO UPDATE SET v = EXCLUDED.v, extra = kv.extra || EXCLUDED.extra RETURNING kv, old, new;

-- name: CteMove :many
WITH gone AS (DELETE FROM billing.payments WHERE paid < $1 RETURNING *), ins AS (INSERT INTO audit (tbl, op, row_old) SELECT 'billing.payments'::regclass, 'D', to_jsonb(g) FROM gone g RETURNING id, row_old) SELECT ins.id, row_old->>'note' AS note, (SELECT count(*) FROM gone) FROM ins;

-- name: CteUpd :one
WITH up AS (UPDATE billing.issue SET closed = true WHERE id = $1 RETURNING *), ins AS (INSERT INTO billing.issue (subject, parent) SELECT 'follow ' || subject, id FROM up WHERE NOT EXISTS (SELECT 1 FROM billing.issue WHERE parent = up.id) RETURNING id) SELECT up.*, ins.id AS child FROM up LEFT JOIN ins ON true;

-- name: CallClose :one
CALL billing.close_period($1, $2, NULL);

-- name: CallClose2 :one
-- params: p date, p_2 date
-- columns: n?, msg?
CALL billing.close_period(n => 1, p => daterange($1, $2), msg => NULL);

-- name: CallPurge :exec
CALL billing.purge();

-- name: CallPurge2 :exec
CALL billing.purge(days := $1);

-- name: TotalOf :one
SELECT * FROM billing.total_of($1);

-- name: TotalOf2 :many
SELECT i.id, t.net, t.tax FROM billing.invoices i, billing.total_of(i.id, with_tax => $1) t;

-- name: TotalOf3 :many
SELECT id, (billing.total_of(id)).*, billing.total_of(id, true) FROM billing.invoices;

-- name: LinesOf :many
SELECT l.sku, l.price_total, ord FROM billing.lines_of($1) WITH ORDINALITY AS l (inv, line, sku, qty, price, price_total, ord);

-- name: Report :many
SELECT d, n, sum FROM billing.report($1, to_d => $2) ORDER BY d;

-- name: JoinAll :one
SELECT billing.join_all($1, 1, 2, $2) AS a, billing.join_all(', ', VARIADIC $3::text[]) AS b;

-- name: FirstOf :many
SELECT billing.first_of(sku, ARRAY['x']), billing.first_of($1, matrix), billing.rng(1, 2.5), billing.rng($2, name) FROM billing.invoice_lines, billing.customers;

-- name: MkAddr :one
SELECT ref.mk_addr($1, $2), (ref.mk_addr($1, 'x')).city, (ref.mk_addr(city => 'a', street => $3)).*;

-- name: SetRec :many
SELECT * FROM billing.set_of_rec() AS r(a int, b text) WHERE a = $1;

-- name: StrictAdd :many
SELECT billing.add2(1), billing.add2($1, b => boss), billing.add2(grade) FROM staff;

-- name: Product :many
SELECT customer_id, billing.product(total), billing.product(DISTINCT total) FILTER (WHERE paid_at IS NULL), last_val(state ORDER BY id), last_val(total) OVER (PARTITION BY customer_id) FROM billing.invoices GROUP BY customer_id, total;

-- name: MoneyAdd :many
SELECT balance OPERATOR(billing.+) balance, (balance OPERATOR(billing.+) ROW($1, $2)::billing.money_t).amount, round(balance), balance::numeric * 2, sum(balance::numeric) OVER () FROM billing.customers;

-- name: OpRegex :many
SELECT name =~ $1 AS hit FROM billing.customers WHERE code =~ $2;

-- name: IsBig :many
SELECT billing.is_big(i), i.id, billing.is_big(i.*) AS b2 FROM billing.invoices i WHERE billing.is_big(i);

-- name: MvTotals :many
SELECT t.*, c.name FROM billing.totals t JOIN billing.customers c ON c.id = t.customer_id WHERE $1 = ANY(t.curs);

-- name: VTop2 :many
SELECT cid, n, big, home, city, balance, (balance).cur, (v.home).postcode FROM billing.v_top2 v WHERE (home).country = $1;

-- name: Chain :many
SELECT c.*, s.label FROM billing.chain c JOIN staff s USING (id) WHERE depth <= $1;

-- name: OpenInv :many
SELECT * FROM billing.open_invoices WHERE period @> $1::date AND customer ILIKE $2;

-- name: Vendors :many
SELECT id, code, name_len, rating, search, balance FROM vendors WHERE search @@ websearch_to_tsquery('english', $1);

-- name: VendorsLog :one
INSERT INTO vendors_log SELECT v.*, now() FROM vendors v WHERE id = $1 RETURNING id, code, name_len, at;

-- name: VLogIns :exec
INSERT INTO vendors_log (id, code, name, rating, settings, tags, created) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- name: TypedIns :one
INSERT INTO typed VALUES ($1, $2, $3, $4, $5) RETURNING *;

-- name: LegacyGet :many
SELECT "Item", "select", order_id FROM legacy.order_items WHERE "select" IS NOT TRUE AND "Item" = $1;

-- name: LegacyIns :exec
INSERT INTO legacy.order_items (order_id, "Item", "select") VALUES ($1, $2, $3) ON CONFLICT (order_id) DO UPDATE SET "Item" = EXCLUDED."Item";

-- name: Seqs :one
-- columns: nextval!, currval!, lastval!, setval!, last_value!, is_called!
SELECT nextval('billing.invoice_numbers'), currval('billing.invoice_numbers'::regclass), lastval(), setval('billing.invoice_numbers', $1, false), s.last_value, s.is_called FROM billing.invoice_numbers s;

-- name: Payments :many
SELECT tableoid::regclass, p.*, p.ctid FROM billing.payments p WHERE paid >= $1 AND amount BETWEEN $2 AND $3;

-- name: Pay2024 :many
SELECT * FROM ONLY billing.payments_2024 UNION ALL SELECT * FROM billing.payments_2025;

-- name: InsPay :one
INSERT INTO billing.payments (invoice_id, paid, amount) VALUES ($1, coalesce($2, CURRENT_DATE), $3) RETURNING id, tableoid::regclass::text AS part;

-- name: Audit :many
SELECT tbl, tbl::text, op, row_old -> 'a', row_new ->> $1, who, host(ip), at FROM audit WHERE ip << $2 AND tbl = $3 AND op = $4;

-- name: AuditIns :one
INSERT INTO audit (tbl, op, row_old, row_new, ip) VALUES ($1, $2, $3, jsonb_build_object('k', $4::text, 'n', $5::int), $6) RETURNING *;

-- name: Issues :many
SELECT id, prio, prio > 'mid' AS urgent, due - CURRENT_DATE AS days, age(due), est * 2, $1 = ANY (assignees) FROM billing.issue WHERE prio = ANY($2) AND (subject, due) > ($3, $4) ORDER BY prio DESC NULLS LAST FETCH FIRST $5 ROWS WITH TIES;

-- name: RefreshTotals :exec
REFRESH MATERIALIZED VIEW CONCURRENTLY billing.totals;

-- name: Forupd :one
SELECT i.*, c.name FROM billing.invoices i JOIN billing.customers c ON c.id = i.customer_id WHERE i.id = $1 FOR NO KEY UPDATE OF i SKIP LOCKED;

-- name: InsSel :many
INSERT INTO billing.invoice_lines (invoice_id, line, sku, qty, price) SELECT $1, row_number() OVER (), s, q, p FROM unnest($2::text[], $3::numeric[], $4::numeric[]) AS u (s, q, p) RETURNING line, price_total;

-- name: InsCteSel :one
WITH c AS (INSERT INTO billing.customers (code, name) VALUES (upper($1), $2) ON CONFLICT (code) DO NOTHING RETURNING id) SELECT id, false AS existed FROM c UNION ALL SELECT id, true FROM billing.customers WHERE code = upper($1) LIMIT 1;

-- name: RetAlias :one
-- params: subject text
INSERT INTO billing.issue (subject) VALUES ($1) ON CONFLICT (id) DO UPDATE SET subject = EXCLUDED.subject RETURNING WITH (OLD AS before, NEW AS after) before.id IS NULL AS created, before.subject, after.subject AS s2, after.*;

-- name: ConfWhere :one
INSERT INTO billing.issue (id, subject, closed) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET subject = $2, closed = EXCLUDED.closed OR issue.closed WHERE issue.subject IS DISTINCT FROM $2 RETURNING id;

-- name: PartyAll :many
SELECT p.id, p.label, p.mail, p.tableoid = 'staff'::regclass AS is_staff, s.grade FROM parties p LEFT JOIN ONLY staff s ON s.id = p.id;

-- name: StaffIns :one
INSERT INTO staff (label, grade, boss) VALUES ($1, $2, (SELECT id FROM staff WHERE label = $3)) RETURNING id, since, mail, grade, boss;

-- name: Expl :many
EXPLAIN (ANALYZE, FORMAT JSON) SELECT * FROM billing.invoices WHERE id = 1;

-- name: Vals :many
VALUES (1, 'a', NULL), (2, NULL, $1::date);

-- name: Tbl :many
TABLE billing.chain;

-- name: Rng :one
SELECT billing.float8range2(1, $1), billing.float8range2(1, 2) * $2, billing.float8mr2(billing.float8range2(1,2)), range_merge($3, billing.float8range2(1,$4)), lower(billing.float8range2(1,2));

-- name: DomArr :many
SELECT array_agg(total), sum(total), avg(total), max(total), min(code), total + 1, -total, abs(total), coalesce(credit, 0), code || 'x', upper(code), nullif(credit, 0), greatest(credit, total), CASE WHEN true THEN credit ELSE total END FROM billing.invoices i JOIN billing.customers c ON c.id = i.customer_id GROUP BY c.id, total;

-- name: CompCmp :many
SELECT home = offices[1], home IS NULL, home IS NOT NULL, (home).*, row(c.*) FROM billing.customers c, LATERAL (SELECT c.home) AS x(home2) WHERE c.home IS DISTINCT FROM ROW($1, 'a', 'b', NULL, NULL)::ref.address;

-- name: DelCurrent :exec
DELETE FROM billing.issue WHERE id IN (SELECT id FROM billing.issue WHERE closed AND due < now() - $1::interval ORDER BY due LIMIT $2 FOR UPDATE SKIP LOCKED);

-- name: UpdJson :one
UPDATE billing.customers SET settings = jsonb_set(settings, '{theme}', to_jsonb($1::text), true) - $2, deleted = CASE WHEN $3 THEN now() ELSE NULL END WHERE settings ->> 'k' = $4 AND settings @> $5 RETURNING settings #>> $6;

-- name: InsReturnExpr :one
INSERT INTO billing.invoices (customer_id, no, total) VALUES ((SELECT id FROM billing.customers WHERE code = $1), 'INV-' || nextval('billing.invoice_numbers'), $2) RETURNING id, no, (SELECT name FROM billing.customers c WHERE c.id = customer_id) AS customer, extract(year FROM paid_at), total * 1.2 AS gross;

-- name: UpdJoinSelf :execrows
UPDATE billing.issue c SET parent = p.parent FROM billing.issue p WHERE c.parent = p.id AND p.closed;

-- name: UpdIncr :one
UPDATE billing.invoice_lines SET qty = qty + $1, price = price * $2, sku = left($3, 10) WHERE (invoice_id, line) = ($4, $5) RETURNING qty, price, price_total;

-- name: UpdIn :execrows
UPDATE billing.invoices SET state = $1 WHERE id IN ($2, $3, $4) AND (cur, state) IN (('EUR', $5), ('USD', 'x'));

-- name: DelRet :many
DELETE FROM kv WHERE k = ANY($1) RETURNING k, v, old.extra, new.k AS nk;
