CREATE TYPE ticket_status AS ENUM ('open','pending','closed');
CREATE TYPE money_amount AS (value numeric(12,2), currency char(3));
CREATE DOMAIN email_addr AS text CHECK (VALUE ~ '@');
CREATE DOMAIN pos_int AS integer NOT NULL CHECK (VALUE > 0);
CREATE TABLE tenants (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  slug varchar(40) NOT NULL UNIQUE,
  title text,
  settings jsonb NOT NULL DEFAULT '{}',
  extra json,
  created_at timestamptz NOT NULL DEFAULT now(),
  trial_ends date,
  quota interval
);
CREATE TABLE agents (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenants,
  email email_addr NOT NULL,
  display_name text,
  manager_id bigint REFERENCES agents,
  skills text[] NOT NULL DEFAULT '{}',
  scores int[],
  active boolean,
  rate numeric(8,2),
  avatar bytea,
  last_seen timestamptz,
  home inet,
  UNIQUE (tenant_id, email)
);
CREATE TABLE customers (
  id serial PRIMARY KEY,
  tenant_id uuid REFERENCES tenants,
  full_name text NOT NULL,
  nick text,
  phone varchar(20),
  birthday date,
  tags text[],
  prefs jsonb,
  balance numeric,
  UNIQUE NULLS NOT DISTINCT (tenant_id, phone)
);
CREATE TABLE tickets (
  id bigserial PRIMARY KEY,
  tenant_id uuid NOT NULL REFERENCES tenants,
  customer_id int REFERENCES customers,
  agent_id bigint REFERENCES agents,
  subject text NOT NULL,
  body text,
  status ticket_status NOT NULL DEFAULT 'open',
  prior ticket_status,
  priority smallint NOT NULL DEFAULT 3,
  due timestamptz,
  opened_at timestamptz NOT NULL DEFAULT now(),
  closed_at timestamptz,
  spent interval,
  meta jsonb,
  slot tstzrange,
  price money_amount,
  parent_id bigint REFERENCES tickets,
  weight double precision,
  search tsvector GENERATED ALWAYS AS (to_tsvector('english', subject)) STORED
);
CREATE UNIQUE INDEX tickets_open_subject ON tickets (tenant_id, subject) WHERE status = 'open';
CREATE TABLE ticket_tags (ticket_id bigint REFERENCES tickets, tag text, added_by bigint REFERENCES agents, PRIMARY KEY (ticket_id, tag));
CREATE TABLE events (id bigint, kind text, payload jsonb, at timestamp, "order" int, "class" text, "User ID" int);
CREATE VIEW open_tickets AS SELECT t.id, t.subject, a.display_name AS agent_name, a.email FROM tickets t LEFT JOIN agents a ON a.id = t.agent_id WHERE t.status = 'open';
CREATE FUNCTION add_days(start date, days int DEFAULT 1) RETURNS date LANGUAGE sql AS $$ select start + days $$;

-- name: ListTenantsNamed :many
-- params: page_size integer, page_offset integer
SELECT * FROM tenants ORDER BY created_at DESC LIMIT sqlc.arg('page_size')::int OFFSET sqlc.arg('page_offset')::int;

-- name: CreateTenant :one
-- params: slug character varying, title text?, settings jsonb, trial_ends date?, quota interval?
INSERT INTO tenants (slug, title, settings, trial_ends, quota) VALUES ($1, $2, $3, $4, $5) RETURNING *;

-- name: UpdateTenant :one
-- params: title text?, settings jsonb?, trial_ends date?, id uuid
UPDATE tenants SET title = COALESCE(sqlc.narg('title'), title), settings = COALESCE(sqlc.narg('settings'), settings), trial_ends = coalesce(sqlc.narg(trial_ends), trial_ends) WHERE id = sqlc.arg('id') RETURNING *;

-- name: UpdateAgent :exec
-- params: id bigint, display_name text?=, rate numeric?=, active boolean?=
UPDATE agents SET display_name = COALESCE($2, display_name), rate = COALESCE($3, rate), active = COALESCE($4, active) WHERE id = $1;

-- name: PatchAgent :execrows
-- params: set_name boolean, display_name text?, set_scores boolean, scores integer[]?, id bigint, tenant_id uuid
UPDATE agents SET display_name = CASE WHEN @set_name::bool THEN @display_name ELSE display_name END, scores = CASE WHEN @set_scores::boolean THEN @scores::int[] ELSE scores END WHERE id = @id AND tenant_id = @tenant_id;

-- name: SearchTickets2 :many
-- params: subject text?=, opened_at timestamp with time zone?=, opened_at_2 timestamp with time zone?=
SELECT * FROM tickets WHERE ($1::text IS NULL OR subject = $1) AND ($2::timestamptz IS NULL OR opened_at >= $2) AND ($3::timestamptz IS NULL OR opened_at < $3);

-- name: SearchTickets4 :many
-- params: status ticket_status?, min_p smallint, max_p smallint
SELECT id FROM tickets WHERE status = COALESCE(:status, status) AND priority BETWEEN :min_p AND :max_p;

-- name: TicketsNotBetween :many
-- params: priority_from smallint, priority_to smallint, due_from timestamp with time zone, due_to timestamp with time zone
SELECT id FROM tickets WHERE priority NOT BETWEEN $1 AND $2 AND due BETWEEN SYMMETRIC $3 AND $4;

-- name: TicketsByIds3 :many
-- params: ids bigint[]*
SELECT id FROM tickets WHERE id IN (sqlc.slice('ids'));

-- name: TicketsByIds4 :many
-- params: ids bigint[]*, statuses ticket_status[]*, agents bigint[]*
SELECT id FROM tickets WHERE id IN (sqlc.slice(ids)) AND status IN (flash.slice('statuses')) AND agent_id NOT IN (sqlc.slice('agents'));

-- name: TicketsByIds5 :many
-- params: id bigint, id_2 bigint, id_3 bigint
SELECT id FROM tickets WHERE id IN ($1, $2, $3);

-- name: TicketsByStatuses :many
-- params: statuses ticket_status[], excluded bigint[]
SELECT id FROM tickets WHERE status = ANY(@statuses::ticket_status[]) AND NOT (id = ANY(@excluded));

-- name: TicketsRowValue :many
-- params: opened_at timestamp with time zone, id bigint, limit bigint
SELECT id, opened_at FROM tickets WHERE (opened_at, id) < ($1, $2) ORDER BY opened_at DESC, id DESC LIMIT $3;

-- name: TicketsKeyset :many
-- params: cursor_at timestamp with time zone, cursor_id bigint, n bigint
SELECT id FROM tickets WHERE (opened_at, id) > (@cursor_at::timestamptz, @cursor_id::bigint) ORDER BY 1 FETCH FIRST @n ROWS ONLY;

-- name: OlderThan :many
-- params: arg_1 interval
SELECT id FROM tickets WHERE opened_at < now() - $1::interval;

-- name: OlderThanDays :many
-- params: days integer
SELECT id FROM tickets WHERE opened_at < now() - make_interval(days => $1);

-- name: JsonContains :many
-- params: meta jsonb, meta_2 text, meta_3 text[], meta_4 jsonb
SELECT id FROM tickets WHERE meta @> $1 AND meta ? $2 AND meta ?| $3 AND meta @> $4::jsonb;

-- name: JsonSet :exec
-- params: id bigint, path text[]?, replacement jsonb?
UPDATE tickets SET meta = jsonb_set(coalesce(meta, '{}'), $2, $3) WHERE id = $1;

-- name: JsonSetKey :exec
-- params: id bigint, meta text
UPDATE tickets SET meta = meta || jsonb_build_object('k', $2::text) WHERE id = $1;

-- name: ArrContains :many
-- params: skills text[], skills_2 text[]
SELECT id FROM agents WHERE skills @> $1 OR skills && $2;

-- name: ArrAppend3 :exec
-- params: skills text, id bigint, scores integer?
UPDATE agents SET skills = skills || ARRAY[$1], scores = array_remove(scores, $3) WHERE id = $2;

-- name: ArrSubscript :many
-- params: arg_1 integer, arg_2 integer, arg_3 integer
SELECT scores[$1], scores[$2:$3] FROM agents;

-- name: BulkInsert2 :exec
-- params: ids bigint[], tags text[]
INSERT INTO ticket_tags (ticket_id, tag) SELECT * FROM unnest(@ids::bigint[], @tags::text[]);

-- name: BulkInsert3 :many
-- params: ticket_id bigint, added_by bigint?, tags text[]
INSERT INTO ticket_tags (ticket_id, tag, added_by) SELECT @ticket_id, t, @added_by FROM unnest(@tags::text[]) AS t ON CONFLICT DO NOTHING RETURNING *;

-- name: Upsert :one
-- params: tenant_id uuid?, full_name text, phone character varying?
INSERT INTO customers (tenant_id, full_name, phone) VALUES ($1, $2, $3) ON CONFLICT (tenant_id, phone) DO UPDATE SET full_name = EXCLUDED.full_name RETURNING id, (xmax = 0) AS inserted;

-- name: UpsertW :one
-- params: tenant_id uuid?, full_name text, phone character varying?, balance numeric
INSERT INTO customers (tenant_id, full_name, phone) VALUES ($1, $2, $3) ON CONFLICT (tenant_id, phone) DO UPDATE SET full_name = EXCLUDED.full_name WHERE customers.balance > $4 RETURNING id;

-- name: InsertTicket :one
-- params: tenant_id uuid, customer_id integer?, subject text, due_in interval, spent interval?, slot_from timestamp with time zone?, slot_to timestamp with time zone?, value numeric?, currency character?
INSERT INTO tickets (tenant_id, customer_id, subject, status, due, spent, slot, price) VALUES (@tenant_id, @customer_id, @subject, DEFAULT, now() + @due_in::interval, @spent, tstzrange(@slot_from, @slot_to), ROW(@value, @currency)) RETURNING id;

-- name: InsertTicketSel :one
-- params: tenant_id uuid, subject text
INSERT INTO tickets (tenant_id, subject, priority) SELECT $1, $2, COALESCE(MAX(priority), 0) + 1 FROM tickets WHERE tenant_id = $1 RETURNING id, priority;

-- name: ExistsAgent2 :one
-- params: email text
SELECT EXISTS (SELECT 1 FROM agents WHERE lower(email) = lower($1)) AS taken;

-- name: Assign2 :exec
-- params: id bigint, email text
UPDATE tickets SET agent_id = (SELECT id FROM agents WHERE email = $2 LIMIT 1) WHERE id = $1;

-- name: AssignMulti :exec
-- params: agent_id bigint?, status ticket_status, id bigint
UPDATE tickets SET (agent_id, status) = ($1, $2) WHERE id = $3;

-- name: AssignFrom :execrows
-- params: arg_1 bigint, arg_2 smallint, arg_3 bigint, arg_4 smallint
UPDATE tickets t SET priority = v.p FROM (VALUES ($1::bigint, $2::smallint), ($3, $4)) AS v(id, p) WHERE v.id = t.id;

-- name: AssignUnnest :execrows
-- params: ids bigint[], priorities smallint[]
UPDATE tickets t SET priority = u.p FROM unnest(@ids::bigint[], @priorities::smallint[]) AS u(id, p) WHERE u.id = t.id;

-- name: DateTruncBy :many
-- params: arg_1 text, opened_at timestamp with time zone
SELECT date_trunc($1, opened_at) AS bucket, count(*) FROM tickets WHERE opened_at >= $2 GROUP BY 1;

-- name: DateTruncNamed :many
-- params: granularity text, tz text, min_count bigint
SELECT date_trunc(sqlc.arg(granularity)::text, opened_at, @tz) AS bucket, count(*) AS n, avg(priority) FROM tickets GROUP BY bucket HAVING count(*) > @min_count;

-- name: AtZone :many
-- params: arg_1 text, opened_at date
SELECT opened_at AT TIME ZONE $1 AS local FROM tickets WHERE (opened_at AT TIME ZONE $1)::date = $2;

-- name: FuncDefault :one
-- params: start date, days integer, start_2 date, start_3 date, days_2 integer
SELECT add_days($1, $2), add_days(start => $3), add_days($4, days := $5);

-- name: CaseParam :many
-- params: priority smallint, arg_2 text
SELECT CASE WHEN priority > $1 THEN $2 ELSE subject END AS label FROM tickets;

-- name: NullIfP :exec
-- params: nick text?, id integer, phone text?
UPDATE customers SET nick = NULLIF($1, ''), phone = NULLIF($3::text, '') WHERE id = $2;

-- name: GreatestP :many
-- params: arg_1 numeric, arg_2 date
SELECT GREATEST(balance, $1), LEAST($2, birthday) FROM customers;

-- name: CteParam :many
-- params: opened_at timestamp with time zone, arg_2 integer
WITH recent AS (SELECT * FROM tickets WHERE opened_at > $1), w AS (SELECT $2::int AS n) SELECT recent.id, w.n FROM recent, w WHERE recent.priority > w.n;

-- name: DelUsing :execrows
-- params: tenant_id uuid, tag text
DELETE FROM ticket_tags tt USING tickets t WHERE t.id = tt.ticket_id AND t.tenant_id = $1 AND tt.tag = $2;

-- name: MoveTickets :many
-- params: id bigint[], kind text?
WITH moved AS (DELETE FROM tickets WHERE id = ANY($1::bigint[]) RETURNING *) INSERT INTO events (id, kind, at) SELECT id, $2, now() FROM moved RETURNING id, kind;

-- name: Self :many
-- params: tenant_id uuid
SELECT e.id, m.display_name AS boss FROM agents e LEFT JOIN agents m ON m.id = e.manager_id WHERE e.tenant_id = $1 AND m.tenant_id = $1;

-- name: Transfer2 :exec
-- params: amount numeric, id integer
UPDATE customers SET balance = balance + @amount WHERE id = @id AND balance + @amount >= 0;

-- name: KeywordsNamed :many
-- params: class_ text, from_ integer, None_ text
SELECT kind FROM events WHERE "class" = @class AND "order" = @from AND kind = @None;

-- name: Advisory2 :one
-- params: arg_1 text
SELECT pg_try_advisory_lock(hashtext($1)) AS locked;

-- name: WindowP :many
-- params: arg_1 integer, arg_2 integer, arg_3 text
SELECT id, ntile($1) OVER (ORDER BY priority), lag(subject, $2, $3) OVER (ORDER BY id), first_value(body) OVER w FROM tickets WINDOW w AS (PARTITION BY tenant_id ORDER BY id);

-- name: JsonPath :many
-- params: path jsonpath, meta jsonpath, vars jsonb?
SELECT id FROM tickets WHERE jsonb_path_exists(meta, $1::jsonpath) OR meta @@ $2 OR jsonb_path_query_first(meta, '$.a', vars => $3) IS NOT NULL;

-- name: OptNullCheck3 :many
-- params: nick text?, tags text[]
SELECT id FROM customers WHERE nick = COALESCE(@nick::text, nick) AND (cardinality(@tags::text[]) = 0 OR tags && @tags::text[]);

-- name: SetComp :exec
-- params: value numeric?, currency character?, id bigint
UPDATE tickets SET price.value = $1, price.currency = $2 WHERE id = $3;

-- name: EnumCmp :many
-- params: status text, status_2 ticket_status, prior ticket_status, prior_2 ticket_status
SELECT id FROM tickets WHERE status::text = $1 OR status > $2 OR prior IN ($3,$4);

-- name: MergeT :exec
-- params: arg_1 uuid, arg_2 text, arg_3 character varying, nick text?, balance numeric?
MERGE INTO customers c USING (SELECT $1::uuid AS tid, $2::text AS nm, $3::varchar AS ph) s ON c.tenant_id = s.tid AND c.phone = s.ph WHEN MATCHED THEN UPDATE SET full_name = s.nm, nick = $4 WHEN NOT MATCHED THEN INSERT (tenant_id, full_name, phone, balance) VALUES (s.tid, s.nm, s.ph, $5);
