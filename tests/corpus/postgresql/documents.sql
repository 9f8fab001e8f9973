-- Full-text search, documents in jsonb, events, messages.
CREATE TYPE channel_kind AS ENUM ('direct', 'group', 'public');
CREATE TYPE attachment AS (name text, bytes bigint, mime text);

CREATE TABLE articles (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    author_id integer NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    language regconfig NOT NULL DEFAULT 'english',
    search tsvector GENERATED ALWAYS AS (to_tsvector('english', title || ' ' || body)) STORED,
    keywords text[],
    published_at timestamptz,
    meta jsonb
);

CREATE TABLE events (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    stream_id uuid NOT NULL,
    version integer NOT NULL,
    type text NOT NULL,
    data jsonb NOT NULL,
    metadata json,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (stream_id, version)
);

CREATE TABLE snapshots (
    stream_id uuid PRIMARY KEY,
    version integer NOT NULL,
    state jsonb NOT NULL
);

CREATE TABLE channels (
    id serial PRIMARY KEY,
    kind channel_kind NOT NULL,
    topic varchar(120)
);

CREATE TABLE messages (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    channel_id integer NOT NULL REFERENCES channels (id),
    sender integer,
    reply_to uuid REFERENCES messages (id),
    body text,
    files attachment[] NOT NULL DEFAULT '{}',
    reactions jsonb NOT NULL DEFAULT '{}',
    sent_at timestamptz NOT NULL DEFAULT now(),
    edited_at timestamptz,
    deleted boolean NOT NULL DEFAULT false
);

CREATE TABLE reads (
    channel_id integer NOT NULL,
    reader integer NOT NULL,
    last_read uuid,
    PRIMARY KEY (channel_id, reader)
);

-- name: SearchArticles :many
-- params: query text, limit bigint
SELECT id, title, ts_rank(search, q) AS rank, ts_headline('english', body, q) AS excerpt
FROM articles, websearch_to_tsquery('english', @query) AS q
WHERE search @@ q
ORDER BY rank DESC
LIMIT sqlc.arg('limit');

-- name: SearchByPlain :many
SELECT id, ts_rank_cd(search, plainto_tsquery($1)), search @@ to_tsquery('simple', $2) AS matches, numnode(to_tsquery($2))
FROM articles
WHERE search @@ phraseto_tsquery('english', $1) OR title ILIKE $3;

-- name: SearchOwnLanguage :many
SELECT id, to_tsvector(language, body) @@ plainto_tsquery(language, $1) AS hit, setweight(to_tsvector(title), 'A') || search AS weighted, strip(search), tsvector_to_array(search), length(search)
FROM articles;

-- name: Lexemes :many
SELECT a.id, l.lexeme, l.positions, l.weights FROM articles a, unnest(a.search) AS l WHERE a.id = $1;

-- name: Regexes :many
SELECT id,
       regexp_replace(title, '\s+', ' ', 'g') AS cleaned,
       regexp_match(title, '(\d+)') AS digits,
       (regexp_match(title, '(\d+)'))[1] AS first_digits,
       regexp_matches(body, $1, 'g') AS every,
       regexp_split_to_array(title, ' '), regexp_count(title, 'a'), substring(title FROM '\w+'), substring(title SIMILAR 'a%' ESCAPE '#')
FROM articles
WHERE title ~* $2 AND body !~ $3 AND title SIMILAR TO '%(a|b)%' AND regexp_like(title, $4);

-- name: Words :many
SELECT word, count(*) FROM articles, regexp_split_to_table(lower(body), '\W+') AS word GROUP BY word ORDER BY count DESC LIMIT 20;

-- name: StringKit :many
SELECT trim(title), trim(both 'x' FROM title), ltrim(title), btrim(title, ' '), lpad(id::text, 8, '0'), repeat('-', 3), reverse(title),
       replace(title, 'a', 'b'), translate(title, 'abc', 'xyz'), initcap(title), position('a' IN title), strpos(title, 'a'), overlay(title PLACING 'x' FROM 2 FOR 3),
       char_length(title), ascii(title), chr(65), quote_literal(title), quote_ident(title), format('%s-%s', id, title), concat(id, title), concat_ws(',', id, title),
       md5(title), starts_with(title, 'a'), string_to_array(title, ','), title || id, title < 'x', 'x' || $1, to_hex(id), encode(convert_to(title, 'UTF8'), 'base64'), normalize(title), title COLLATE "C" AS c
FROM articles;

-- name: ByKeyword :many
-- params: keywords text
SELECT id FROM articles WHERE keywords @> ARRAY[$1]::text[];

-- name: KeywordCounts :many
SELECT k AS keyword, count(*) FROM articles CROSS JOIN unnest(keywords) k GROUP BY k HAVING count(*) >= $1;

-- name: AddKeyword :one
UPDATE articles SET keywords = array_append(array_remove(keywords, $2), $2) WHERE id = $1 RETURNING keywords, cardinality(keywords), keywords[1], 'x' = ANY (keywords) AS has_x, array_position(keywords, $2), array_to_string(keywords, ', ');

-- name: AppendEvent :one
-- params: stream_id uuid, version integer, type text, data jsonb, metadata json?
-- columns: position!
INSERT INTO events (stream_id, version, type, data, metadata) VALUES ($1, $2, $3, $4, $5) RETURNING position;

-- name: AppendEvents :many
INSERT INTO events (stream_id, version, type, data)
SELECT @stream_id, e.version, e.type, e.data
FROM jsonb_to_recordset(@events) AS e (version int, type text, data jsonb)
RETURNING position, version;

-- name: LoadStream :many
-- params: stream_id uuid, version integer
SELECT version, type, data FROM events WHERE stream_id = $1 AND version > $2 ORDER BY version;

-- name: NextVersion :one
-- params: stream_id uuid
-- columns: next!
SELECT coalesce(max(version), 0) + 1 AS next FROM events WHERE stream_id = $1;

-- name: EventsByData :many
-- params: key text, value text, type text[]
SELECT position, data ->> @key AS field FROM events
WHERE data ->> @key = @value::text AND type = ANY (@type);

-- name: EventsByPath :many
SELECT position, data #> '{a,b}' AS deep, data #>> $1 AS deep_text, data -> 0 AS first, data - 'secret' AS public, data - $2::text[] AS less, data #- '{a,b}' AS pruned
FROM events WHERE data @? '$.items[*] ? (@.price > 10)' AND data @@ '$.total > 100' AND data ?| $3 AND data ?& array['a', 'b'] AND data ? 'id';

-- name: JsonPathVars :many
SELECT position, jsonb_path_query(data, '$.items[*]') AS item, jsonb_path_exists(data, '$.a ? (@ > $min)', jsonb_build_object('min', $1::int)), jsonb_path_query_array(data, '$.x')
FROM events;

-- name: JsonScalars :many
SELECT (data ->> 'amount')::numeric AS amount, (data -> 'count')::int AS count, (data ->> 'at')::timestamptz AS at, (data ->> 'on')::boolean AS switched, data['items'][0]['name'] AS subscripted, jsonb_typeof(data), jsonb_array_length(data -> 'items'), data ->> 0, metadata ->> 'user', metadata -> 'a' -> 'b', json_typeof(metadata)
FROM events;

-- name: Items :many
SELECT e.position, i.value ->> 'sku' AS sku, (i.value ->> 'qty')::int AS qty, i.ordinality
FROM events e CROSS JOIN LATERAL jsonb_array_elements(e.data -> 'items') WITH ORDINALITY AS i
WHERE e.type = 'order';

-- name: Pairs :many
SELECT position, key, value FROM events, jsonb_each_text(data) WHERE key LIKE $1;

-- name: Records :many
SELECT e.position, r.* FROM events e, jsonb_to_record(e.data) AS r (sku text, qty integer, tags text[], price numeric(8, 2));

-- name: Populate :many
SELECT (jsonb_populate_record(NULL::attachment, data)).name, jsonb_populate_record(NULL::attachment, data) AS file FROM events;

-- name: Nest :many
SELECT c.id, c.topic,
       coalesce(
           (SELECT jsonb_agg(jsonb_build_object('id', m.id, 'body', m.body, 'at', m.sent_at) ORDER BY m.sent_at DESC)
            FROM (SELECT * FROM messages WHERE channel_id = c.id ORDER BY sent_at DESC LIMIT $1) m),
           '[]'
       ) AS latest
FROM channels c;

-- name: RowToJson :many
SELECT row_to_json(c) AS channel, to_jsonb(c.*) - 'id' AS rest, json_build_array(c.id, c.kind, NULL), json_build_object('kind', c.kind, 'n', count(m.id)), jsonb_object_agg(coalesce(m.body, ''), m.id) FILTER (WHERE m.id IS NOT NULL), json_agg(m) AS all_messages
FROM channels c LEFT JOIN messages m ON m.channel_id = c.id GROUP BY c.id;

-- name: Snapshot :exec
INSERT INTO snapshots VALUES ($1, $2, $3)
ON CONFLICT (stream_id) DO UPDATE SET (version, state) = (EXCLUDED.version, EXCLUDED.state)
WHERE snapshots.version < EXCLUDED.version;

-- name: Rehydrate :one
SELECT s.state, coalesce(jsonb_agg(e.data ORDER BY e.version) FILTER (WHERE e.version > s.version), '[]'::jsonb) AS tail
FROM snapshots s LEFT JOIN events e ON e.stream_id = s.stream_id
WHERE s.stream_id = $1 GROUP BY s.stream_id;

-- name: SendMessage :one
INSERT INTO messages (channel_id, sender, reply_to, body, files)
VALUES (@channel_id, sqlc.narg(sender), sqlc.narg('reply_to'), @body, @files)
RETURNING id, sent_at;

-- name: Unread :many
SELECT m.channel_id, count(*) AS unread, max(m.sent_at) AS latest
FROM messages m
LEFT JOIN reads r ON r.channel_id = m.channel_id AND r.reader = $1
LEFT JOIN messages l ON l.id = r.last_read
WHERE m.sender IS DISTINCT FROM $1 AND m.sent_at > coalesce(l.sent_at, '-infinity')
GROUP BY m.channel_id;

-- name: MarkRead :exec
INSERT INTO reads (channel_id, reader, last_read) VALUES ($1, $2, $3)
ON CONFLICT ON CONSTRAINT reads_pkey DO UPDATE SET last_read = EXCLUDED.last_read;

-- name: Thread :many
WITH RECURSIVE thread AS (
    SELECT m.*, 0 AS depth FROM messages m WHERE m.id = $1
    UNION ALL
    SELECT m.*, t.depth + 1 FROM messages m JOIN thread t ON m.reply_to = t.id WHERE t.depth < $2
)
SELECT id, sender, body, depth FROM thread WHERE NOT deleted ORDER BY sent_at;

-- name: Files :many
SELECT m.id, f.name, f.bytes, (m.files[1]).mime, m.files[1] AS first_file
FROM messages m, unnest(m.files) AS f WHERE f.bytes > $1;

-- name: React :exec
UPDATE messages SET reactions = jsonb_set(reactions, ARRAY[$2], to_jsonb(coalesce((reactions ->> $2)::int, 0) + 1)) WHERE id = $1;

-- name: EditMessage :execrows
-- params: id uuid, body text?, sender integer
UPDATE messages SET body = $2, edited_at = now() WHERE id = $1 AND sender = $3 AND NOT deleted AND sent_at > now() - interval '15 minutes';

-- name: HistoryBefore :many
-- params: channel_id integer, sent_at timestamp with time zone, id uuid, limit bigint
SELECT id, sender, body, sent_at FROM messages
WHERE channel_id = $1 AND ROW (sent_at, id) < ROW ($2, $3)
ORDER BY sent_at DESC, id DESC LIMIT $4;

-- name: HistoryBeforeId :many
SELECT id FROM messages WHERE channel_id = $1 AND (sent_at, id) < (SELECT sent_at, id FROM messages WHERE id = $2) LIMIT 50;

-- name: ChannelKinds :many
SELECT kind, kind::text AS label, enum_first(kind), kind = 'public' AS open, kind IN ('direct', 'group') AS closed, kind::text || '!' FROM channels WHERE kind <> $1 AND kind::text LIKE $2;

-- name: ThreadOrdered :many
WITH RECURSIVE thread (id, reply_to, body) AS (
    SELECT id, reply_to, body FROM messages WHERE reply_to IS NULL
    UNION ALL
    SELECT m.id, m.reply_to, m.body FROM messages m, thread t WHERE m.reply_to = t.id
) SEARCH DEPTH FIRST BY id SET ordering CYCLE id SET is_cycle USING path
SELECT id, body, ordering, is_cycle, path FROM thread ORDER BY ordering;
