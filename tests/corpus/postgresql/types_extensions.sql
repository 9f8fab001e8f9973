-- What CREATE EXTENSION makes visible: types, functions, operators, casts, views.
CREATE SCHEMA tools;
CREATE EXTENSION citext;
CREATE EXTENSION hstore;
CREATE EXTENSION ltree;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION vector;
CREATE EXTENSION cube;
CREATE EXTENSION earthdistance;
CREATE EXTENSION fuzzystrmatch;
CREATE EXTENSION unaccent;
CREATE EXTENSION intarray;
CREATE EXTENSION tablefunc;
CREATE EXTENSION isn;
CREATE EXTENSION lo;
CREATE EXTENSION btree_gist;
CREATE EXTENSION pg_stat_statements;
CREATE EXTENSION seg SCHEMA tools;

CREATE TABLE pages (
    id bigint PRIMARY KEY,
    slug citext NOT NULL UNIQUE,
    attributes hstore NOT NULL DEFAULT '',
    path ltree NOT NULL,
    embedding vector(3),
    halves halfvec(3),
    sparse sparsevec(5),
    place cube,
    position earth,
    labels int[] NOT NULL DEFAULT '{}',
    isbn isbn,
    scan lo,
    span tools.seg,
    aliases citext[],
    body text NOT NULL
);

-- name: CitextColumns :many
SELECT slug, aliases, aliases[1] AS first, lower(slug), slug || '!' AS loud, slug::text AS plain FROM pages;

-- name: CitextEqualsParameter :many
SELECT id FROM pages WHERE slug = $1;

-- name: CitextEqualsText :many
SELECT id FROM pages WHERE slug = $1::text OR slug LIKE $2 OR slug ~ $3;

-- name: CitextFunctions :many
SELECT replace(slug, 'a', 'b'), split_part(slug, '-', 1), strpos(slug, $1), regexp_match(slug, 'x'),
    regexp_replace(slug, 'a', 'b'), translate(slug, 'a', 'b'), length(slug), max(slug) OVER () FROM pages;

-- name: CitextUnion :many
SELECT slug FROM pages UNION SELECT 'other' UNION SELECT body FROM pages;

-- name: CitextCoalesce :many
SELECT coalesce(slug, body), coalesce(slug, $1), CASE WHEN id > 1 THEN slug ELSE 'x' END FROM pages;

-- name: CitextAny :many
SELECT id FROM pages WHERE slug = ANY($1) AND slug IN ('a', $2);

-- name: CitextInsert :one
INSERT INTO pages (id, slug, attributes, path, body) VALUES ($1, $2, $3, $4, $5) RETURNING slug, attributes, path;

-- name: HstoreGet :many
SELECT attributes -> 'a' AS a, attributes -> $1 AS b, attributes -> ARRAY['a', 'b'] AS c, attributes['a'] AS d, attributes[$2] AS e FROM pages;

-- name: HstoreOperators :many
SELECT attributes ? $1 AS has, attributes ?| ARRAY['a'] AS any_of, attributes @> 'a=>1' AS holds,
    attributes || $2 AS merged, attributes - 'a'::text AS without FROM pages;

-- name: HstoreFunctions :many
SELECT akeys(attributes), avals(attributes), hstore_to_jsonb(attributes), attributes::json AS document,
    hstore('a', 'b'), hstore(ARRAY['a', 'b']), exist(attributes, $1), slice(attributes, ARRAY['a']), hstore(pages) AS whole FROM pages;

-- name: HstoreEach :many
SELECT p.id, e.key, e.value FROM pages p, each(p.attributes) e;

-- name: HstoreKeys :many
SELECT skeys(attributes), svals(attributes) FROM pages;

-- name: LtreeOperators :many
SELECT path @> $1 AS above, path <@ 'a.b' AS below, path ~ $2 AS matches, path ? ARRAY['a.*']::lquery[] AS some,
    path @ 'a & b' AS text_matches, path || 'tail' AS longer FROM pages;

-- name: LtreeFunctions :many
SELECT nlevel(path), subpath(path, 0, 1), subltree(path, 0, 1), index(path, 'a'), lca(path, 'a.b'), text2ltree('a.b'),
    ltree2text(path), path::text AS plain FROM pages;

-- name: TrigramSimilarity :many
SELECT similarity(body, $1), word_similarity('a', body), body % $2 AS alike, body <-> 'x' AS distance, show_trgm(body) FROM pages ORDER BY body <-> $3;

-- name: VectorDistances :many
SELECT embedding <-> $1 AS l2, embedding <=> '[1,2,3]' AS cosine, embedding <#> embedding AS inner_product, embedding <+> $2 AS l1
FROM pages ORDER BY embedding <-> $1 LIMIT 5;

-- name: VectorFunctions :many
SELECT cosine_distance(embedding, embedding), l2_distance(embedding, $1), vector_dims(embedding), vector_norm(embedding),
    l2_normalize(embedding), subvector(embedding, 1, 2), binary_quantize(embedding) FROM pages;

-- name: VectorArithmetic :many
SELECT embedding + embedding AS sum, embedding * embedding AS product, embedding || embedding AS both FROM pages;

-- name: VectorAggregates :one
SELECT avg(embedding), sum(embedding) FROM pages;

-- name: VectorCasts :many
SELECT embedding::real[] AS numbers, ARRAY[1, 2, 3]::vector AS made, embedding::halfvec AS half, sparse::vector AS dense, halves <-> $1 AS far FROM pages;

-- name: CubeAndEarth :many
SELECT place <-> $1 AS distance, cube(1, 2), cube_dim(place), earth_distance(position, ll_to_earth(1, 2)),
    latitude(position), earth_box(position, $2) @> position AS near FROM pages;

-- name: Fuzzy :many
SELECT soundex(body), metaphone(body, 4), levenshtein(body, $1), levenshtein(body, 'x', 1, 1, 1), difference(body, 'y'), dmetaphone(body) FROM pages;

-- name: Unaccent :many
SELECT unaccent(body), unaccent('unaccent', body), unaccent($1) FROM pages;

-- name: IntArray :many
SELECT icount(labels), sort(labels), labels + 1 AS more, labels - $1 AS fewer, labels && ARRAY[1] AS shared, labels @@ '1 & 2' AS matched,
    labels | 3 AS joined, uniq(labels), idx(labels, 2), subarray(labels, 1, 2) FROM pages;

-- name: NormalRand :many
SELECT n FROM normal_rand(10, 0, 1) AS n;

-- name: Crosstab :many
SELECT * FROM crosstab('SELECT 1, 2, 3') AS c (id integer, a text, b text);

-- name: CrosstabTwo :many
SELECT * FROM crosstab2('SELECT 1, 2, 3');

-- name: Isbn :many
SELECT isbn, isbn = $1 AS same, isbn::isbn13 AS longer, is_valid(isbn), isbn13('9780393040029') FROM pages;

-- name: LargeObject :many
SELECT scan, lo_oid(scan) FROM pages;

-- name: SegInItsSchema :many
SELECT span, tools.seg_size(span), span OPERATOR(tools.@>) '1 .. 2' AS holds FROM pages;

-- name: Statements :many
SELECT userid, queryid, query, calls, total_exec_time FROM pg_stat_statements ORDER BY total_exec_time DESC LIMIT $1;

-- name: StatementsInfo :one
SELECT * FROM pg_stat_statements_info;
