-- Every way to write a parameter, beside text that only looks like one.
CREATE TABLE users (
    id integer PRIMARY KEY,
    name text NOT NULL,
    email text,
    tags text[] NOT NULL,
    doc jsonb NOT NULL,
    search tsvector NOT NULL,
    at timestamptz NOT NULL
);
CREATE TABLE posts (
    id integer PRIMARY KEY,
    user_id integer NOT NULL REFERENCES users (id),
    title text NOT NULL,
    body text
);

-- name: AtName :many
-- params: name text, at timestamp with time zone
SELECT id FROM users WHERE name = @name AND at > @at;

-- name: ColonName :many
-- params: name text, at timestamp with time zone
SELECT id FROM users WHERE name = :name AND at > :at::timestamptz;

-- name: FlashArg :many
-- params: user_name text
SELECT id FROM users WHERE name = flash.arg(user_name);

-- name: FlashArgQuoted :many
-- params: user_name text
SELECT id FROM users WHERE name = flash.arg('user_name');

-- name: SqlcArg :many
-- params: user_name text, e_mail text?=
SELECT id FROM users WHERE name = sqlc.arg(user_name) AND (email = sqlc.narg('e_mail') OR sqlc.narg('e_mail') IS NULL);

-- name: SqlcArgCast :many
-- params: kind text, ids integer[]
SELECT id, sqlc.arg(kind)::text AS kind FROM users WHERE id = ANY(sqlc.arg('ids')::int[]);

-- name: Repeated :many
-- params: q text
SELECT id, @q::text AS q FROM users WHERE name = @q OR email = @q;

-- name: CastsAndColons :many
-- params: day date
SELECT at::date, at::timestamptz::date AS d, 'a'::text, tags[1:2], tags[1 : 2], '{a:b}'::text FROM users WHERE at::date = :day;

-- name: SlicesOfArrays :many
-- params: lo integer, hi integer
SELECT tags[:lo::int : :hi::int] AS part FROM users;

-- name: JsonMarks :many
-- params: doc jsonb, key text
SELECT id FROM users WHERE doc @> @doc AND doc ? @key AND doc ?| array['a'] AND doc ?& array['b'] AND doc @? '$.a' AND doc @@ '$.b == 1';

-- name: SearchMarks :many
-- params: query text
SELECT id FROM users WHERE search @@ to_tsquery(@query) AND tags <@ ARRAY['a'] AND tags @> ARRAY['b'];

-- name: Strings :many
-- params: name text
SELECT '@not', ':not', '$1', '?', E'it\'s @not', 'it''s :not', "name", $$ @not $1 :not $$, $tag$ sqlc.arg(no) $tag$, U&'\0041', B'1', X'1F' FROM users WHERE name = @name;

-- name: Comments :many
-- params: name text
SELECT id -- @not :not $1 ?
FROM users /* flash.arg(no) /* nested :no */ @no */
WHERE name = @name; -- sqlc.arg(no)

-- name: AbsoluteValue :many
SELECT @ -5, @(-5), @ id AS size FROM users;

-- name: SliceOfMacro :many
-- params: ids integer[]*
SELECT id FROM users WHERE id IN (flash.slice(ids));

-- name: SliceTwice :many
-- params: ids integer[]*, names text[]*
SELECT id FROM users WHERE id IN (sqlc.slice('ids')) AND name NOT IN (sqlc.slice(names));

-- name: EmbedOne :many
SELECT flash.embed(posts), u.name FROM posts JOIN users u ON u.id = posts.user_id;

-- name: EmbedBoth :one
SELECT sqlc.embed(u), sqlc.embed(p), count(*) OVER () AS n FROM users u LEFT JOIN posts p ON p.user_id = u.id WHERE u.id = @id;

-- name: NargInsert :exec
-- params: id integer, user_id integer, title text, body text?=
INSERT INTO posts (id, user_id, title, body) VALUES (@id, @user_id, @title, flash.narg(body));

-- name: NargRequired :exec
-- params: title text?, id integer
UPDATE posts SET title = coalesce(sqlc.narg(title), title) WHERE id = @id;

-- name: KeywordNames :many
-- params: from_ text, class_ text
SELECT id FROM users WHERE name = @from AND email = @class;

-- name: ReservedWords :many
-- params: order_by text, limit bigint, offset bigint
SELECT id FROM users ORDER BY CASE @order_by::text WHEN 'name' THEN name ELSE email END LIMIT @limit OFFSET @offset;

-- name: DollarsAndNames :many
-- params: id integer, name text
SELECT id FROM users WHERE id=$1 AND name=$2;

-- name: NoSpaces :many
-- params: a integer, b integer
SELECT id FROM users WHERE id>@a AND id < @b AND id=ANY(ARRAY[@a,@b]);

-- name: CaseOfNames :many
-- params: userName text
SELECT id FROM users WHERE name = @userName;
