-- What may stand in FROM, joined in every way.
CREATE TYPE pair AS (a integer, b text);
CREATE TABLE people (
    id integer PRIMARY KEY,
    name text NOT NULL,
    boss_id integer REFERENCES people (id),
    born date,
    nicknames text[] NOT NULL DEFAULT '{}',
    likes pair,
    pairs pair[]
);
CREATE TABLE pets (id integer PRIMARY KEY, owner_id integer NOT NULL REFERENCES people (id), name text, weight real);
CREATE TABLE visits (pet_id integer NOT NULL REFERENCES pets (id), id integer NOT NULL, visited_at timestamp NOT NULL, PRIMARY KEY (pet_id, id));

-- name: TableSample :many
SELECT * FROM people TABLESAMPLE SYSTEM (10);

-- name: TableSampleRepeatable :many
SELECT p.id FROM people AS p TABLESAMPLE BERNOULLI ($1) REPEATABLE ($2) WHERE p.id > $3;

-- name: OnlyTable :many
SELECT * FROM ONLY pets WHERE name = $1;

-- name: TableCommand :many
TABLE people ORDER BY id LIMIT 3;

-- name: TableInUnion :many
TABLE pets UNION ALL SELECT * FROM ONLY pets;

-- name: TableAliasColumns :many
SELECT p.a, p.b, p.* FROM people AS p (a, b);

-- name: JoinAliasColumns :many
SELECT j.a, j.b, j.c, j.* FROM (people p JOIN pets ON pets.owner_id = p.id) AS j (a, b, c);

-- name: JoinAlias :many
SELECT j.born, j.weight FROM (people p LEFT JOIN pets t ON t.owner_id = p.id) AS j;

-- name: JoinUsingAlias :many
SELECT j.id, people.name, pets.name, * FROM people JOIN pets USING (id) AS j;

-- name: JoinUsingAliasStar :many
SELECT j.*, j FROM people JOIN pets USING (id, name) AS j WHERE j.id = $1;

-- name: JoinUsingFull :many
SELECT id, name, p.id AS left_id FROM people p FULL JOIN pets t USING (id, name);

-- name: JoinNatural :many
SELECT * FROM people NATURAL JOIN pets;

-- name: JoinNaturalLeft :many
SELECT id, name, weight, p.name FROM people p NATURAL LEFT JOIN pets;

-- name: JoinNested :many
SELECT p.name, t.name, v.visited_at FROM people p LEFT JOIN (pets t INNER JOIN visits v ON v.pet_id = t.id) ON t.owner_id = p.id;

-- name: JoinRight :many
SELECT p.name, t.weight FROM pets t RIGHT OUTER JOIN people p ON p.id = t.owner_id AND t.weight > $1;

-- name: JoinParenthesised :many
SELECT * FROM (people CROSS JOIN pets), visits WHERE visits.pet_id = pets.id;

-- name: JoinUsingChain :many
SELECT id, p.id AS p, v.id AS v FROM people p JOIN pets t USING (id) JOIN visits v USING (id);

-- name: JoinedWholeRows :many
SELECT p, t FROM people p LEFT JOIN pets t ON t.owner_id = p.id;

-- name: LateralSubquery :many
SELECT p.name, latest.visited_at FROM people p LEFT JOIN LATERAL (SELECT v.visited_at FROM visits v JOIN pets t ON t.id = v.pet_id WHERE t.owner_id = p.id ORDER BY 1 DESC LIMIT $1) latest ON true;

-- name: LateralValues :many
SELECT p.id, v.n FROM people p, LATERAL (VALUES (p.id + 1), (p.id + $1)) AS v (n);

-- name: LateralFunction :many
SELECT p.id, nick, n FROM people p, unnest(p.nicknames) WITH ORDINALITY AS u (nick, n);

-- name: LateralComposite :many
SELECT p.id, u.a, u.b FROM people p, unnest(p.pairs) AS u;

-- name: LateralCompositeOrdinality :many
SELECT u.* FROM people p, unnest(p.pairs) WITH ORDINALITY AS u (x, y, z);

-- name: UnnestSeveral :many
SELECT u.* FROM unnest(ARRAY[1, 2], $1::text[]) AS u (n, t);

-- name: UnnestSeveralOrdinality :many
SELECT a, b, o FROM unnest($1::int[], $2::date[]) WITH ORDINALITY AS u (a, b, o);

-- name: GenerateSeries :many
SELECT d::date, i FROM generate_series($1::timestamptz, now(), interval '1 day') AS d, generate_series(1, 3) WITH ORDINALITY AS g (i, nr);

-- name: FunctionInFromWithoutSet :many
SELECT * FROM lower('X') AS l, CURRENT_DATE AS d, coalesce(1, 2) AS c, CAST(1 AS text) AS t;

-- name: RegexpMatches :many
SELECT m[1], m FROM people, regexp_matches(name, $1) AS m;

-- name: SetsInSelect :many
SELECT generate_series(1, 3), unnest(nicknames), id FROM people;

-- name: SetsInSelectNested :many
SELECT generate_series(1, generate_series(1, $1)) AS n, abs(unnest(ARRAY[1, 2]));

-- name: FieldsOfColumn :many
SELECT (likes).a, (p.likes).b, (likes).*, ((pairs)[1]).b, (pairs[1]).* FROM people p;

-- name: FieldsOfRow :many
SELECT (p).name, (p).*, (p).id + 1 FROM people p;

-- name: FieldsOfSubquery :many
SELECT (SELECT p FROM people p LIMIT 1), ((SELECT p FROM people p LIMIT 1)).name, (ROW(1, $1::text)::pair).*;

-- name: FieldsOfCte :many
WITH w AS (SELECT likes, pairs FROM people) SELECT (w.likes).a, (w).likes, w FROM w;

-- name: RowOfSubquery :many
SELECT s, s.n FROM (SELECT 1 AS n, 'a' AS t) s;

-- name: Recursive :many
WITH RECURSIVE chain (id, name, depth) AS (SELECT id, name, 1 FROM people WHERE id = $1 UNION ALL SELECT p.id, p.name, c.depth + 1 FROM people p JOIN chain c ON p.boss_id = c.id WHERE c.depth < $2) SELECT * FROM chain;

-- name: RecursiveSearchDepth :many
WITH RECURSIVE chain AS (SELECT id, boss_id FROM people UNION ALL SELECT p.id, p.boss_id FROM people p JOIN chain c ON p.boss_id = c.id) SEARCH DEPTH FIRST BY id, boss_id SET path SELECT * FROM chain ORDER BY path;

-- name: RecursiveSearchBreadth :many
WITH RECURSIVE chain AS (SELECT id, boss_id FROM people UNION ALL SELECT p.id, p.boss_id FROM people p JOIN chain c ON p.boss_id = c.id) SEARCH BREADTH FIRST BY id SET ordering SELECT id, ordering FROM chain ORDER BY ordering;

-- name: RecursiveCycle :many
WITH RECURSIVE chain AS (SELECT id, boss_id FROM people UNION ALL SELECT p.id, p.boss_id FROM people p, chain c WHERE p.boss_id = c.id) CYCLE id SET is_cycle USING path SELECT * FROM chain WHERE NOT is_cycle;

-- name: RecursiveCycleMarks :many
WITH RECURSIVE chain (a, b) AS (SELECT id, boss_id FROM people UNION SELECT p.id, p.boss_id FROM people p, chain c WHERE p.boss_id = c.a) CYCLE a, b SET mark TO 'Y' DEFAULT 'N' USING path SELECT a, mark, path FROM chain;

-- name: RecursiveSearchAndCycle :many
WITH RECURSIVE chain AS (SELECT id, boss_id FROM people UNION ALL SELECT p.id, p.boss_id FROM people p, chain c WHERE p.boss_id = c.id) SEARCH DEPTH FIRST BY id SET seq CYCLE id SET looped TO true DEFAULT false USING path SELECT * FROM chain;

-- name: RecursiveForward :many
WITH RECURSIVE a AS (SELECT n FROM b), b AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM b WHERE n < $1) SELECT * FROM a;

-- name: RecursiveForwardTwice :many
WITH RECURSIVE first AS (SELECT id FROM second JOIN third USING (id)), second AS (SELECT id FROM third), third AS (SELECT id FROM people WHERE name = $1) SELECT id FROM first;

-- name: RecursiveNested :many
WITH RECURSIVE outer_cte AS (SELECT 1 AS n UNION ALL (WITH inner_cte AS (SELECT n + 1 AS m FROM outer_cte WHERE n < 5) SELECT m FROM inner_cte)) SELECT n FROM outer_cte;

-- name: RecursiveNotReally :many
WITH RECURSIVE plain AS (SELECT id FROM people UNION SELECT id FROM pets) SELECT * FROM plain;

-- name: CteMaterialized :many
WITH a AS MATERIALIZED (SELECT id FROM people), b AS NOT MATERIALIZED (SELECT id FROM a WHERE id > $1) SELECT a.id, b.id FROM a, b;

-- name: CteHidesTable :many
WITH people AS (SELECT 1 AS only_column) SELECT * FROM people;

-- name: CteOfQualifiedTable :many
WITH people AS (SELECT 1 AS only_column) SELECT p.name FROM public.people p;

-- name: CteInSubquery :many
SELECT x.n, (WITH c AS (SELECT count(*) AS n FROM pets WHERE owner_id = people.id) SELECT n FROM c) FROM people, (WITH d AS (SELECT 2 AS n) SELECT * FROM d) x;

-- name: ForUpdate :many
SELECT p.id FROM people p JOIN pets t ON t.owner_id = p.id WHERE p.id = $1 FOR NO KEY UPDATE OF p SKIP LOCKED FOR SHARE OF t NOWAIT;

-- name: ForKeyShare :one
SELECT * FROM people WHERE id = $1 FOR KEY SHARE;

-- name: FetchWithTies :many
SELECT id FROM people ORDER BY born OFFSET $1 ROWS FETCH FIRST $2 ROWS WITH TIES;

-- name: FetchNext :many
SELECT id FROM people ORDER BY born FETCH NEXT ROW ONLY;

-- name: FetchExpression :many
SELECT id FROM people LIMIT ($1 + 1) OFFSET ($2 * 2);

-- name: SubqueryWithoutAlias :many
SELECT n FROM (SELECT 1 AS n);

-- name: ValuesCommand :many
VALUES (1, 'a', NULL), (2, $1, 2.5);

-- name: ValuesOrdered :many
SELECT * FROM (VALUES (1, $1::text), ($2, 'b') ORDER BY 1 LIMIT 1) v (n, t);

-- name: SystemCatalogColumns :many
SELECT p.tableoid::regclass AS t, p.ctid, p.xmin, cmin, p.xmax FROM people p;

-- name: EmptySelectList :many
SELECT EXISTS (SELECT FROM people WHERE id = $1);

-- name: CountStar :one
SELECT count(*), count(p), count(p.*) FROM people p;

-- name: SelfJoin :many
SELECT a.name, b.name AS boss FROM people a JOIN people b ON b.id = a.boss_id;

-- name: SchemaQualified :many
SELECT public.people.name, public.people.* FROM public.people;
