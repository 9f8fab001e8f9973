-- SQL/JSON and SQL/XML over a table of documents.
CREATE TYPE pair AS (a integer, b text);
CREATE DOMAIN label AS text;
CREATE TABLE documents (
    id bigint PRIMARY KEY,
    body jsonb NOT NULL,
    raw json,
    words text[] NOT NULL,
    title text NOT NULL,
    kind varchar(20),
    score numeric,
    page xml
);

-- name: JsonTable :many
SELECT jt.* FROM documents d, JSON_TABLE(d.body, '$.items[*]' COLUMNS (
    nr FOR ORDINALITY,
    name text PATH '$.name',
    price numeric(10, 2) PATH '$.price' DEFAULT 0 ON EMPTY DEFAULT -1 ON ERROR,
    has_tag boolean EXISTS PATH '$.tag',
    tag_count int EXISTS PATH '$.tag' ERROR ON ERROR,
    inner_json jsonb PATH '$.inner' WITH WRAPPER KEEP QUOTES,
    raw_json json FORMAT JSON PATH '$.raw' WITH CONDITIONAL WRAPPER NULL ON EMPTY,
    plain varchar(10) FORMAT JSON PATH '$.plain' OMIT QUOTES EMPTY OBJECT ON ERROR,
    tags text[] PATH '$.tags',
    id uuid
)) AS jt;

-- name: JsonTableNested :many
SELECT * FROM JSON_TABLE($1::jsonb, 'lax $.a[*] ? (@.x > $low)' AS root PASSING $2::int AS low COLUMNS (
    x int PATH '$.x',
    NESTED PATH '$.b[*]' AS inner_path COLUMNS (
        n FOR ORDINALITY,
        y text PATH '$.y',
        NESTED '$.c[*]' COLUMNS (z date PATH '$.z')
    ),
    NESTED PATH '$.d[*]' COLUMNS (w timestamptz PATH '$')
) ERROR ON ERROR) AS t;

-- name: JsonTableAliases :many
SELECT t.one, t.two FROM documents LEFT JOIN JSON_TABLE(body, '$' COLUMNS (a int, b text)) AS t (one, two) ON t.one = documents.id;

-- name: JsonTablePassingColumn :many
SELECT d.id, v.value FROM documents d CROSS JOIN LATERAL JSON_TABLE(d.body, '$.v[*]' PASSING d.title AS t, d.id AS i COLUMNS (value label PATH '$')) v;

-- name: JsonTableString :many
SELECT * FROM JSON_TABLE('[1, 2]', '$[*]' COLUMNS (v int PATH '$')) j;

-- name: JsonTableText :many
SELECT jt.v FROM documents, JSON_TABLE(raw, '$[*]' COLUMNS (v pair PATH '$')) jt;

-- name: JsonValue :many
SELECT JSON_VALUE(body, '$.a'), JSON_VALUE(body, '$.n' RETURNING int) AS n, JSON_VALUE(raw, '$.d' RETURNING date DEFAULT '2020-01-01' ON EMPTY ERROR ON ERROR) AS d FROM documents;

-- name: JsonValuePassing :many
SELECT JSON_VALUE(body, '$.a[$i].b ? (@ == $s)' PASSING $1::int AS i, $2::text AS s RETURNING numeric(10, 2) DEFAULT 1 + 1 ON EMPTY NULL ON ERROR) FROM documents WHERE id = $3;

-- name: JsonValueDomain :many
SELECT JSON_VALUE(body, '$.a' RETURNING label) AS l, JSON_VALUE('{"a": 1}'::jsonb, '$.a') FROM documents;

-- name: JsonValuePathParameter :many
SELECT JSON_VALUE(body, $1::jsonpath) FROM documents;

-- name: JsonQuery :many
SELECT JSON_QUERY(body, '$.a'), JSON_QUERY(body, '$.a' RETURNING text OMIT QUOTES) AS t, JSON_QUERY(raw, '$.b' WITH UNCONDITIONAL ARRAY WRAPPER EMPTY ARRAY ON EMPTY), JSON_QUERY(body, '$.c' RETURNING json FORMAT JSON) AS j, JSON_QUERY(body, '$.d' RETURNING int[]) AS ints, JSON_QUERY(body, '$.e' RETURNING pair) AS p, JSON_QUERY(body, '$.f' RETURNING bytea FORMAT JSON ENCODING UTF8) AS b FROM documents;

-- name: JsonExists :many
SELECT id, JSON_EXISTS(body, '$.a') AS has, JSON_EXISTS(raw, '$.a ? (@ > $x)' PASSING $1::numeric AS x ERROR ON ERROR) FROM documents WHERE JSON_EXISTS(body, '$.b' UNKNOWN ON ERROR);

-- name: JsonConstructor :many
SELECT JSON('{"a": 1}'), JSON(title WITH UNIQUE KEYS), JSON($1), JSON($2::text) FROM documents;

-- name: JsonScalar :many
SELECT JSON_SCALAR(1), JSON_SCALAR(title), JSON_SCALAR(score), JSON_SCALAR(CURRENT_DATE), JSON_SCALAR($1::int) FROM documents;

-- name: JsonSerialize :many
SELECT JSON_SERIALIZE(body), JSON_SERIALIZE(raw RETURNING bytea), JSON_SERIALIZE(JSON('1') RETURNING varchar) FROM documents;

-- name: JsonObject :many
SELECT JSON_OBJECT('id' VALUE id, 'title': title, 'score' VALUE score NULL ON NULL WITH UNIQUE KEYS), JSON_OBJECT(title: body FORMAT JSON RETURNING jsonb) AS o, JSON_OBJECT(), JSON_OBJECT(RETURNING text) AS t, JSON_OBJECT('a': 1 ABSENT ON NULL) FROM documents;

-- name: JsonObjectParameters :one
SELECT JSON_OBJECT($1::text: $2::int, 'x': $3::text RETURNING jsonb);

-- name: JsonArray :many
SELECT JSON_ARRAY(1, title, NULL, score NULL ON NULL), JSON_ARRAY(), JSON_ARRAY(id, $1::text RETURNING jsonb), JSON_ARRAY(SELECT d.id FROM documents d ORDER BY d.id), JSON_ARRAY(SELECT d.body FROM documents d WHERE d.id = documents.id RETURNING jsonb) AS bodies FROM documents;

-- name: JsonArrayRow :one
SELECT JSON_ARRAY(ROW(1, 'a'), ARRAY[1, 2], '{"a": 1}' FORMAT JSON);

-- name: JsonObjectAgg :many
SELECT kind, JSON_OBJECTAGG(title: score), JSON_OBJECTAGG(title VALUE id ABSENT ON NULL WITH UNIQUE KEYS RETURNING jsonb) FILTER (WHERE id > $1), JSON_OBJECTAGG(title: id) OVER (PARTITION BY kind) FROM documents GROUP BY kind, title, id;

-- name: JsonArrayAgg :many
SELECT JSON_ARRAYAGG(id ORDER BY title), JSON_ARRAYAGG(score NULL ON NULL RETURNING jsonb), JSON_ARRAYAGG(body FORMAT JSON RETURNING text) FILTER (WHERE kind = $1) FROM documents;

-- name: JsonArrayAggWindow :many
SELECT JSON_ARRAYAGG(id) OVER w FROM documents WINDOW w AS (PARTITION BY kind ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

-- name: IsJson :many
SELECT title IS JSON, title IS NOT JSON OBJECT, title IS JSON ARRAY WITH UNIQUE KEYS, title IS JSON SCALAR AS s, title IS JSON VALUE, raw IS JSON, body IS JSON OBJECT, $1 IS JSON FROM documents WHERE kind IS JSON;

-- name: JsonOperators :many
SELECT body -> 'a', body ->> 'b', body #> '{a,b}', body #>> ARRAY['a', $1], body @> $2, body ? $3, body ?| ARRAY[$4], raw -> 0, raw ->> $5, body - 'a', body || '{"b": 2}', body @? '$.a', body @@ '$.a > 1' FROM documents;

-- name: JsonSubscript :many
SELECT body['a'], body['a']['b'][0], body[$1], (body['x'])::int FROM documents WHERE body['kind'] = '"x"';

-- name: JsonFunctions :many
SELECT key, value, jsonb_typeof(value) FROM documents, jsonb_each(body) WHERE id = $1;

-- name: JsonEachText :many
SELECT d.id, e.* FROM documents d, jsonb_each_text(d.body) AS e (k, v);

-- name: JsonElements :many
SELECT e.value ->> 'x' AS x, e.ordinality FROM documents d CROSS JOIN LATERAL jsonb_array_elements(d.body -> 'items') WITH ORDINALITY AS e;

-- name: JsonToRecordset :many
SELECT r.a, r.b, r.* FROM documents d, jsonb_to_recordset(d.body) AS r (a int, b text, c numeric[]);

-- name: JsonToRecord :many
SELECT * FROM json_to_record($1) AS x (a int, b label, c pair);

-- name: JsonPopulate :many
SELECT * FROM jsonb_populate_record(NULL::pair, $1);

-- name: JsonPopulateSet :many
SELECT p.*, d.id FROM documents d, jsonb_populate_recordset(NULL::documents, d.body) p;

-- name: JsonbAggOfRow :many
SELECT jsonb_agg(d), json_agg(d.*), row_to_json(d), to_jsonb(d), jsonb_build_object('a', d.id, 'b', $1::text) FROM documents d GROUP BY d.id;

-- name: XmlConcat :many
SELECT xmlconcat(page, page), xmlagg(page) FROM documents GROUP BY id;

-- name: XmlParse :one
SELECT xmlparse(CONTENT $1 PRESERVE WHITESPACE), xmlroot($2, VERSION '1.0', STANDALONE YES), xmlroot($3, VERSION NO VALUE), xmlparse(DOCUMENT title) FROM documents;

-- name: XmlSerialize :many
SELECT xmlserialize(CONTENT page AS text), xmlserialize(DOCUMENT page AS varchar(100) INDENT) AS v, xmlserialize(CONTENT $1 AS text) FROM documents WHERE page IS DOCUMENT AND xmlexists('//a' PASSING BY REF page) AND page IS NOT DOCUMENT;

-- name: XmlTable :many
SELECT x.* FROM documents d, XMLTABLE('//row' PASSING d.page COLUMNS id int PATH '@id', nr FOR ORDINALITY, name text PATH 'name' DEFAULT 'none' NOT NULL, price numeric(10, 2)) AS x;

-- name: XmlTableParameters :many
SELECT *, t FROM XMLTABLE($1 PASSING $2 COLUMNS v text PATH $3, flag boolean DEFAULT $4) AS t (one);

-- name: XmlFunctions :many
SELECT xpath('//a', page), xpath_exists('//a', page), xml_is_well_formed(title), query_to_xml('select 1', true, false, '') FROM documents;
