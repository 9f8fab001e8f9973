-- How parameters are named, typed, and which may be NULL.
CREATE TYPE level AS ENUM ('low', 'high');
CREATE DOMAIN title_text AS text CHECK (length(VALUE) < 200);
CREATE DOMAIN required_text AS text NOT NULL;

CREATE TABLE accounts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    nickname text,
    title title_text,
    motto required_text,
    age smallint,
    score double precision NOT NULL DEFAULT 0,
    balance numeric(10, 2) NOT NULL DEFAULT 0,
    lvl level NOT NULL DEFAULT 'low',
    flags boolean[] NOT NULL DEFAULT '{}',
    tags text[],
    meta jsonb,
    "from" date,
    "class" text,
    "import" integer,
    "Weird Name" text,
    "1st" text,
    self text,
    created_at timestamptz NOT NULL DEFAULT now(),
    deleted_at timestamptz
);

CREATE TABLE transfers (
    id uuid PRIMARY KEY,
    source_id bigint NOT NULL REFERENCES accounts (id),
    target_id bigint NOT NULL REFERENCES accounts (id),
    amount numeric(10, 2) NOT NULL,
    memo varchar(80),
    at timestamp NOT NULL
);

-- name: ByKey :one
-- params: id bigint
SELECT name FROM accounts WHERE id = $1;

-- name: ByKeyReversed :one
-- params: id bigint
SELECT name FROM accounts WHERE $1 = accounts.id;

-- name: TwoTables :many
-- params: id bigint, id_2 uuid
SELECT a.name FROM accounts a JOIN transfers t ON t.source_id = a.id WHERE a.id = $1 AND t.id = $2;

-- name: SameTwice :many
-- params: id bigint
SELECT name FROM accounts WHERE id = $1 OR id + 1 = $1;

-- name: TwoColumnsOneParameter :many
-- params: source_id bigint
SELECT id FROM transfers WHERE source_id = $1 OR target_id = $1;

-- name: Comparisons :many
-- params: age smallint, score double precision, balance numeric, created_at timestamp with time zone, lvl level
SELECT id FROM accounts WHERE age > $1 AND score <> $2 AND balance <= $3 AND created_at >= $4 AND lvl = $5;

-- name: Keywords :many
-- params: from_ date, class_ text, import_ integer, Weird_Name text, _1st text, self_ text
SELECT id FROM accounts WHERE "from" = $1 AND "class" = $2 AND "import" = $3 AND "Weird Name" = $4 AND "1st" = $5 AND self = $6;

-- name: Ranges :many
-- params: age_from smallint, age_to smallint, created_at_from timestamp with time zone, created_at_to timestamp with time zone
SELECT id FROM accounts WHERE age BETWEEN $1 AND $2 AND created_at NOT BETWEEN $3 AND $4;

-- name: RangeByHand :many
-- params: created_at timestamp with time zone, created_at_2 timestamp with time zone
SELECT id FROM accounts WHERE created_at >= $1 AND created_at < $2;

-- name: BetweenSymmetric :many
-- params: score_from double precision, score_to double precision
SELECT id FROM accounts WHERE score BETWEEN SYMMETRIC $1 AND $2;

-- name: BetweenColumns :many
-- params: arg_1 integer
SELECT id FROM accounts WHERE $1::int BETWEEN age AND "import";

-- name: Lists :many
-- params: id bigint, id_2 bigint, id_3 bigint
SELECT name FROM accounts WHERE id IN ($1, $2, $3);

-- name: NotLists :many
-- params: lvl level, lvl_2 level
SELECT name FROM accounts WHERE lvl NOT IN ($1, $2);

-- name: Arrays :many
-- params: id bigint[], name text[], lvl level[]
SELECT id FROM accounts WHERE id = ANY ($1) AND name <> ALL ($2) AND lvl = ANY ($3::level[]);

-- name: InArray :many
-- params: tags text, flags boolean
SELECT id FROM accounts WHERE $1 = ANY (tags) AND $2 = ALL (flags);

-- name: Patterns :many
-- params: name text, nickname text, title text, name_2 text
SELECT id FROM accounts WHERE name LIKE $1 AND nickname NOT ILIKE $2 AND title ~ $3 AND name SIMILAR TO $4;

-- name: PatternParts :many
-- params: name text, nickname text
SELECT id FROM accounts WHERE name LIKE '%' || $1 || '%' AND lower(nickname) = lower($2);

-- name: Rows :many
-- params: name text, age smallint
SELECT id FROM accounts WHERE (name, age) = ($1, $2);

-- name: RowsInList :many
-- params: name text, age smallint, name_2 text, age_2 smallint
SELECT id FROM accounts WHERE (name, age) IN (($1, $2), ($3, $4));

-- name: Distinct :many
-- params: nickname text?
SELECT id FROM accounts WHERE nickname IS NOT DISTINCT FROM $1;

-- name: Optional :many
-- params: name text?=, age smallint?=
SELECT id FROM accounts WHERE ($1::text IS NULL OR name = $1) AND (age = $2 OR $2::smallint IS NULL);

-- name: OptionalThenLimit :many
-- params: name text?, limit bigint
SELECT id FROM accounts WHERE ($1::text IS NULL OR name = $1) LIMIT $2;

-- name: OptionalByCoalesce :many
-- params: name text?=
SELECT id FROM accounts WHERE name = COALESCE($1, name);

-- name: OptionalByNarg :many
-- params: name text?=, lvl level?=
SELECT id FROM accounts
WHERE name = COALESCE(sqlc.narg('name'), name) AND lvl = COALESCE(flash.narg(lvl), lvl);

-- name: Insert :one
-- params: name text, nickname text?, title title_text?, motto required_text, age smallint?, score double precision, tags text[]?, meta jsonb?
INSERT INTO accounts (name, nickname, title, motto, age, score, tags, meta) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id;

-- name: InsertRows :exec
-- params: name text, motto required_text, name_2 text, motto_2 required_text
INSERT INTO accounts (name, motto) VALUES ($1, $2), ($3, $4);

-- name: InsertSelect :exec
-- params: name text, motto required_text, id bigint
INSERT INTO accounts (name, motto, nickname) SELECT $1, $2, nickname FROM accounts WHERE id = $3;

-- name: InsertTransfer :exec
-- params: id uuid, source_id bigint, target_id bigint, amount numeric, memo character varying?, at timestamp without time zone
INSERT INTO transfers VALUES ($1, $2, $3, $4, $5, $6);

-- name: InsertExpressions :exec
-- params: name text, nickname text?, age integer, created_at text, motto required_text
INSERT INTO accounts (name, nickname, age, created_at, motto) VALUES (trim($1), lower($2), $3 + 1, $4::text::timestamptz, $5);

-- name: Update :exec
-- params: name text, nickname text?, id bigint
UPDATE accounts SET name = $1, nickname = $2 WHERE id = $3;

-- name: UpdateKeepingNumbers :exec
-- params: id bigint, name text, nickname text?
UPDATE accounts SET name = $2, nickname = $3 WHERE id = $1;

-- name: UpdateRow :exec
-- params: name text, age smallint?, id bigint
UPDATE accounts SET (name, age) = ($1, $2) WHERE id = $3;

-- name: UpdateSameColumnTwice :exec
-- params: name text, name_2 text
UPDATE accounts SET name = $1 WHERE name = $2;

-- name: UpdatePartial :exec
-- params: id bigint, name text?=, nickname text?=
UPDATE accounts SET name = COALESCE($2, name), nickname = COALESCE($3, nickname) WHERE id = $1;

-- name: UpdateByFlag :exec
-- params: set_name boolean, name text, set_age boolean, age smallint?, id bigint
UPDATE accounts
SET name = CASE WHEN @set_name::boolean THEN @name ELSE name END,
    age = CASE WHEN @set_age::boolean THEN @age ELSE age END
WHERE id = @id;

-- name: Increase :exec
-- params: balance numeric, id bigint
UPDATE accounts SET balance = balance + $1 WHERE id = $2;

-- name: UpdateFrom :exec
-- params: balance numeric, id uuid
UPDATE accounts a SET balance = a.balance - $1 FROM transfers t WHERE t.source_id = a.id AND t.id = $2;

-- name: Upsert :exec
-- params: id bigint, name text, motto required_text
INSERT INTO accounts (id, name, motto) OVERRIDING SYSTEM VALUE VALUES ($1, $2, $3)
ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name WHERE accounts.name <> $2;

-- name: DeleteAll :execrows
-- params: id bigint[]
DELETE FROM accounts WHERE id = ANY ($1::bigint[]);

-- name: Page :many
-- params: limit bigint, offset bigint
SELECT id FROM accounts LIMIT $1 OFFSET $2;

-- name: PageCast :many
-- params: limit integer, offset integer
SELECT id FROM accounts LIMIT $1::int OFFSET $2::int;

-- name: PageCoalesced :many
-- params: limit integer?
SELECT id FROM accounts LIMIT COALESCE($1, 10);

-- name: PageNarg :many
-- params: page_size bigint?=
SELECT id FROM accounts LIMIT sqlc.narg(page_size);

-- name: NamedFunctionArguments :one
-- params: days integer, hours integer, year integer, month integer
SELECT make_interval(days => $1, hours => $2), make_date($3, $4, 1);

-- name: FunctionArguments :many
-- params: pattern text, replacement text, flags text
SELECT regexp_replace(name, $1, $2, $3) FROM accounts;

-- name: NamelessArguments :many
-- params: arg_1 text, arg_2 integer
SELECT lpad(name, length(name), $1), round(balance, $2) FROM accounts;

-- name: HavingCount :many
-- params: count bigint
SELECT lvl FROM accounts GROUP BY lvl HAVING count(*) > $1;

-- name: HavingSum :many
-- params: balance numeric
SELECT lvl, sum(balance) FROM accounts GROUP BY lvl HAVING sum(balance) > $1;

-- name: InSubquery :many
-- params: amount numeric
SELECT id FROM accounts WHERE id IN (SELECT source_id FROM transfers WHERE amount > $1);

-- name: InCte :many
-- params: amount numeric, total numeric
WITH big AS (SELECT source_id, sum(amount) AS total FROM transfers WHERE amount > $1 GROUP BY source_id)
SELECT * FROM big WHERE total > $2;

-- name: AliasedSubquery :many
-- params: doubled integer
SELECT * FROM (SELECT age * 2 AS doubled FROM accounts) s WHERE doubled = $1;

-- name: JsonOperators :many
-- params: arg_1 text, meta jsonb, meta_2 text, meta_3 text[]
SELECT meta -> $1 FROM accounts WHERE meta @> $2 AND meta ? $3 AND meta ?| $4;

-- name: JsonText :many
-- params: arg_1 text, meta text
SELECT id FROM accounts WHERE meta ->> $1 = $2;

-- name: JsonTextOfKey :many
-- params: meta text
SELECT id FROM accounts WHERE meta ->> 'email' = $1;

-- name: JsonNumber :many
-- params: meta integer
SELECT id FROM accounts WHERE (meta ->> 'age')::int > $1;

-- name: Build :one
-- params: arg_1 text, arg_2 text
SELECT jsonb_build_object('a', $1::text, 'b', $2::text);

-- name: Concatenated :one
-- params: arg_1 text, arg_2 text
SELECT $1 || ' ' || $2;

-- name: SelectList :many
-- params: arg_1 integer, age smallint
SELECT $1::int AS one, age + $2 AS older FROM accounts;

-- name: CaseResult :many
-- params: age smallint, arg_2 text, arg_3 text
SELECT CASE WHEN age > $1 THEN $2 ELSE $3 END FROM accounts;

-- name: CaseOperand :many
-- params: lvl level
SELECT CASE lvl WHEN $1 THEN 1 ELSE 0 END FROM accounts;

-- name: OrderByParameter :many
-- params: sort text
SELECT id, name FROM accounts
ORDER BY CASE WHEN @sort::text = 'name' THEN name END, CASE WHEN @sort = 'age' THEN age END DESC;

-- name: Unnested :exec
-- params: arg_1 text[], arg_2 text[]
INSERT INTO accounts (name, motto) SELECT * FROM unnest($1::text[], $2::text[]);

-- name: UnnestedNamed :exec
INSERT INTO accounts (name, motto) SELECT u.name, u.motto FROM unnest(@names::text[], @mottos::text[]) AS u (name, motto);

-- name: Intervals :many
-- params: created_at timestamp with time zone, arg_2 interval
SELECT id FROM accounts WHERE created_at > $1::timestamptz - $2::interval;

-- name: Older :many
-- params: arg_1 interval
SELECT id FROM accounts WHERE created_at < now() - $1::interval;

-- name: BoolParameter :many
-- params: include_deleted boolean
SELECT id FROM accounts WHERE @include_deleted::bool OR deleted_at IS NULL;

-- name: BoolUncast :many
-- params: arg_1 boolean
SELECT id FROM accounts WHERE $1 OR deleted_at IS NULL;

-- name: Exists :one
-- params: name text
-- columns: exists!
SELECT EXISTS (SELECT 1 FROM accounts WHERE name = $1);

-- name: TypeFromFirstUse :many
-- params: age integer
SELECT $1::int AS given FROM accounts WHERE age = $1;

-- name: Enumerated :many
-- params: lvl level
SELECT lvl::text, $1::level AS wanted FROM accounts WHERE lvl > $1;

-- name: DomainCompared :many
-- params: title text, motto text
SELECT id FROM accounts WHERE title = $1 AND motto = $2;

-- name: WindowArguments :many
-- params: arg_1 integer, arg_2 text
SELECT lag(nickname, $1, $2) OVER (ORDER BY id), ntile(4) OVER () FROM accounts;

-- name: Lateral :many
-- params: amount numeric, limit bigint, id bigint
SELECT a.id, t.amount FROM accounts a, LATERAL (SELECT amount FROM transfers WHERE source_id = a.id AND amount > $1 ORDER BY at LIMIT $2) t WHERE a.id > $3;

-- name: Unions :many
-- params: name text, memo text
SELECT name FROM accounts WHERE name = $1 UNION SELECT memo FROM transfers WHERE memo = $2;

-- name: UnionLimit :many
-- params: limit bigint
(SELECT name FROM accounts) UNION ALL (SELECT memo FROM transfers) LIMIT $1;

-- name: SkippedUse :many
-- params: name text, nickname text
SELECT id FROM accounts WHERE nickname = $2 AND name = $1;
