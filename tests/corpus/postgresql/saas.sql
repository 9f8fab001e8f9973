-- Tenants of a hosted service: members, permissions, invoices, audit.
CREATE SCHEMA billing;
CREATE EXTENSION IF NOT EXISTS citext;
CREATE TYPE member_role AS ENUM ('owner', 'admin', 'member', 'guest');
CREATE TYPE billing.interval_unit AS ENUM ('month', 'year');

CREATE TABLE tenants (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    slug citext NOT NULL UNIQUE,
    name text NOT NULL,
    settings jsonb,
    created_at timestamptz NOT NULL DEFAULT now(),
    suspended_at timestamptz
);

CREATE TABLE users (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    email citext NOT NULL UNIQUE,
    display_name text,
    password_hash bytea NOT NULL,
    last_seen_ip inet,
    last_seen_at timestamptz,
    locale varchar(10) NOT NULL DEFAULT 'en'
);

CREATE TABLE memberships (
    tenant_id uuid NOT NULL REFERENCES tenants ON DELETE CASCADE,
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    role member_role NOT NULL DEFAULT 'member',
    invited_by uuid REFERENCES users,
    joined_at timestamptz,
    PRIMARY KEY (tenant_id, user_id)
);

CREATE TABLE groups (
    id serial PRIMARY KEY,
    tenant_id uuid NOT NULL REFERENCES tenants,
    parent_id integer REFERENCES groups,
    name text NOT NULL,
    UNIQUE (tenant_id, name)
);

CREATE TABLE group_members (
    group_id integer NOT NULL REFERENCES groups,
    user_id uuid NOT NULL REFERENCES users,
    PRIMARY KEY (group_id, user_id)
);

CREATE TABLE permissions (
    id serial PRIMARY KEY,
    group_id integer NOT NULL REFERENCES groups,
    resource text NOT NULL,
    actions text[] NOT NULL,
    valid_until timestamptz
);

CREATE TABLE billing.plans (
    code text PRIMARY KEY,
    unit billing.interval_unit NOT NULL,
    cents integer NOT NULL,
    features text[]
);

CREATE TABLE billing.invoices (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id uuid NOT NULL REFERENCES tenants,
    plan_code text REFERENCES billing.plans (code),
    period daterange NOT NULL,
    cents bigint NOT NULL,
    paid_at timestamptz
);

CREATE TABLE audit (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tenant_id uuid NOT NULL,
    actor_id uuid,
    action text NOT NULL,
    subject text NOT NULL,
    before jsonb,
    after jsonb,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE api_keys (
    id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL REFERENCES tenants,
    "from" text,
    "class" text NOT NULL,
    prefix char(8) NOT NULL,
    hash bytea NOT NULL,
    scopes text[] NOT NULL DEFAULT '{}',
    expires_at timestamptz
);

-- name: TenantBySlug :one
-- params: slug citext
SELECT * FROM tenants WHERE slug = $1;

-- name: LoginLookup :one
-- params: email citext, slug citext
-- columns: id!, password_hash!, role!, tenant_id!
SELECT u.id, u.password_hash, m.role, m.tenant_id
FROM users u
JOIN memberships m ON m.user_id = u.id
JOIN tenants t ON t.id = m.tenant_id AND t.suspended_at IS NULL
WHERE u.email = $1 AND t.slug = $2;

-- name: MembersOf :many
-- columns: id!, email!, name!, role!, invited_by_name?
SELECT u.id, u.email, coalesce(u.display_name, u.email) AS name, m.role, i.display_name AS invited_by_name
FROM memberships m
JOIN users u ON u.id = m.user_id
LEFT JOIN users i ON i.id = m.invited_by
WHERE m.tenant_id = @tenant_id AND m.role = ANY (@roles::member_role[])
ORDER BY m.role, lower(u.email::text);

-- name: MembersByRole :many
-- params: tenant_id uuid, role member_role[]
SELECT user_id FROM memberships WHERE tenant_id = $1 AND role = ANY ($2);

-- name: AtLeastRole :many
-- params: role member_role
SELECT user_id, role <= 'admin' AS can_admin, role > $1 AS below FROM memberships;

-- name: RoleCounts :many
SELECT role, count(*) AS members, count(joined_at) AS joined, bool_and(joined_at IS NOT NULL) AS everyone
FROM memberships WHERE tenant_id = $1 GROUP BY role ORDER BY role;

-- name: Roles :many
SELECT unnest(enum_range(NULL::member_role)) AS role;

-- name: InviteUser :one
WITH new_user AS (
    INSERT INTO users (email, password_hash)
    VALUES ($1, $2)
    ON CONFLICT (email) DO UPDATE SET email = EXCLUDED.email
    RETURNING id
)
INSERT INTO memberships (tenant_id, user_id, role, invited_by)
SELECT $3, new_user.id, $4, $5 FROM new_user
RETURNING user_id, role;

-- name: TouchUser :exec
-- params: id uuid, last_seen_ip inet?
UPDATE users SET last_seen_ip = $2, last_seen_at = now() WHERE id = $1;

-- name: UsersInNetwork :many
-- params: last_seen_ip inet
SELECT id, host(last_seen_ip), masklen(last_seen_ip), network(last_seen_ip) AS net
FROM users WHERE last_seen_ip << $1;

-- name: GroupClosure :many
WITH RECURSIVE reach (group_id, depth, cycle_guard) AS (
    SELECT g.group_id, 0, ARRAY[g.group_id] FROM group_members g WHERE g.user_id = $1
    UNION ALL
    SELECT p.parent_id, r.depth + 1, r.cycle_guard || p.parent_id
    FROM reach r JOIN groups p ON p.id = r.group_id
    WHERE p.parent_id IS NOT NULL AND p.parent_id <> ALL (r.cycle_guard)
)
SELECT DISTINCT ON (group_id) group_id, depth FROM reach ORDER BY group_id, depth;

-- name: MayDo :one
-- params: user_id uuid, resource text, actions text
-- columns: allowed!
SELECT EXISTS (
    SELECT 1
    FROM permissions p
    JOIN group_members gm USING (group_id)
    WHERE gm.user_id = $1
      AND p.resource = $2
      AND $3 = ANY (p.actions)
      AND (p.valid_until IS NULL OR p.valid_until > now())
) AS allowed;

-- name: Grants :many
SELECT p.resource, array_agg(DISTINCT a ORDER BY a) AS actions
FROM permissions p, unnest(p.actions) AS a
WHERE p.group_id = ANY ($1::int[])
GROUP BY p.resource;

-- name: AppendAction :exec
-- params: id integer, actions text
UPDATE permissions SET actions = array_append(actions, $2) WHERE id = $1 AND NOT actions @> ARRAY[$2];

-- name: InvoicesOverlapping :many
SELECT id, lower(period) AS starts, upper(period) AS ends, period * daterange($2, $3) AS shared, isempty(period)
FROM billing.invoices
WHERE tenant_id = $1 AND period && daterange($2, $3, '[)');

-- name: InvoiceOnDay :one
-- params: tenant_id uuid, period date
SELECT id, cents FROM billing.invoices WHERE tenant_id = $1 AND period @> $2::date;

-- name: MonthlyRevenue :many
SELECT to_char(lower(i.period), 'YYYY-MM') AS month, p.unit, sum(i.cents) AS cents, sum(i.cents) / 100.0 AS amount
FROM billing.invoices i LEFT JOIN billing.plans p ON p.code = i.plan_code
WHERE i.paid_at IS NOT NULL
GROUP BY 1, 2;

-- name: PlansWith :many
-- params: unit billing.interval_unit, features text[]
SELECT code, cents, cents::money, features[1] AS headline, array_length(features, 1)
FROM billing.plans WHERE unit = $1 AND features @> $2;

-- name: UpsertPlan :one
INSERT INTO billing.plans (code, unit, cents, features) VALUES ($1, $2, $3, $4)
ON CONFLICT (code) DO UPDATE SET cents = EXCLUDED.cents, features = COALESCE(EXCLUDED.features, plans.features)
WHERE plans.cents IS DISTINCT FROM EXCLUDED.cents
RETURNING *;

-- name: WriteAudit :one
-- params: tenant_id uuid, actor_id uuid?, action text, subject text, before jsonb?, after jsonb?
INSERT INTO audit (tenant_id, actor_id, action, subject, before, after)
VALUES ($1, $2, $3, $4, $5, $6)
RETURNING id, at;

-- name: AuditPage :many
-- params: tenant_id uuid, action text?, actor_id uuid?, id bigint?, limit bigint
SELECT a.*, u.email
FROM audit a LEFT JOIN users u ON u.id = a.actor_id
WHERE a.tenant_id = $1
  AND (a.action = $2 OR $2 IS NULL)
  AND ($3::uuid IS NULL OR a.actor_id = $3)
  AND ($4::bigint IS NULL OR a.id < $4)
ORDER BY a.id DESC
LIMIT $5;

-- name: AuditDiff :many
SELECT a.id, k.key, a.before -> k.key AS old, a.after -> k.key AS new
FROM audit a
CROSS JOIN LATERAL jsonb_object_keys(coalesce(a.before, '{}') || coalesce(a.after, '{}')) AS k (key)
WHERE a.before -> k.key IS DISTINCT FROM a.after -> k.key;

-- name: AuditByDay :many
SELECT at::date AS day, count(*) FROM audit WHERE tenant_id = $1 AND at >= now() - $2::interval GROUP BY at::date;

-- name: KeyByHash :one
-- params: prefix character, hash bytea
SELECT id, tenant_id, scopes FROM api_keys
WHERE prefix = $1 AND hash = $2 AND (expires_at IS NULL OR expires_at > CURRENT_TIMESTAMP);

-- name: CreateKey :exec
-- params: id uuid, tenant_id uuid, from_ text?, class_ text, prefix character, hash bytea
INSERT INTO api_keys (id, tenant_id, "from", "class", prefix, hash) VALUES ($1, $2, $3, $4, $5, $6);

-- name: KeysFrom :many
-- params: from_ text, class_ text
SELECT id, "from", encode(hash, 'hex'), octet_length(hash), md5(hash) FROM api_keys WHERE "from" = $1 AND "class" = $2;

-- name: TenantSettings :one
SELECT settings #>> '{mail,from}' AS sender, settings -> 'limits' ->> $2 AS limit_value, settings ? $3 AS known,
       jsonb_path_query_first(settings, '$.theme') AS theme
FROM tenants WHERE id = $1;

-- name: SetSetting :exec
-- params: path text[]?, value jsonb?, id uuid
UPDATE tenants SET settings = jsonb_set(coalesce(settings, '{}'), @path::text[], @value::jsonb, true) WHERE id = @id;

-- name: MergeSettings :one
UPDATE tenants SET settings = coalesce(settings, '{}'::jsonb) || $2 WHERE id = $1 RETURNING settings;

-- name: TenantUsage :many
SELECT t.id, t.name,
       (SELECT count(*) FROM memberships m WHERE m.tenant_id = t.id) AS members,
       (SELECT max(at) FROM audit a WHERE a.tenant_id = t.id) AS last_action,
       (SELECT sum(cents) FROM billing.invoices i WHERE i.tenant_id = t.id AND paid_at IS NULL) AS due
FROM tenants t
ORDER BY due DESC NULLS LAST, members DESC;

-- name: Orphans :many
SELECT id FROM users
EXCEPT
SELECT user_id FROM memberships;

-- name: Everybody :many
SELECT 'user' AS kind, id, email::text AS label FROM users
UNION ALL
SELECT 'tenant', id, name FROM tenants
ORDER BY kind, label
LIMIT $1;

-- name: RemoveMember :one
WITH gone AS (DELETE FROM memberships WHERE tenant_id = $1 AND user_id = $2 RETURNING *),
     logged AS (
         INSERT INTO audit (tenant_id, actor_id, action, subject, before)
         SELECT tenant_id, $3, 'member.removed', user_id::text, to_jsonb(gone) FROM gone
         RETURNING id
     )
SELECT (SELECT count(*) FROM gone) AS removed, (SELECT id FROM logged) AS audit_id;

-- name: DueTenants :many
SELECT t.slug, p.unit, CASE p.unit WHEN 'month' THEN interval '1 month' ELSE '1 year' END AS step
FROM tenants t CROSS JOIN billing.plans p;
