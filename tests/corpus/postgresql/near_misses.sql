-- Valid, though each is close to something that is refused.
CREATE SCHEMA crm;

CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE TYPE address AS (street text, zip integer);

CREATE TABLE users (
    id integer PRIMARY KEY,
    name text NOT NULL,
    email varchar(200) UNIQUE,
    age integer,
    active boolean NOT NULL DEFAULT true,
    mood mood,
    tags text[] NOT NULL DEFAULT '{}',
    settings jsonb,
    home address,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE posts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id integer NOT NULL REFERENCES users (id),
    title text NOT NULL,
    body text,
    words integer GENERATED ALWAYS AS (length(body)) STORED,
    price numeric(10, 2),
    stars positive,
    published date
);

CREATE TABLE likes (
    user_id integer NOT NULL REFERENCES users (id),
    post_id bigint NOT NULL REFERENCES posts (id),
    weight real,
    CONSTRAINT likes_key PRIMARY KEY (user_id, post_id)
);

CREATE TABLE crm.leads (id uuid PRIMARY KEY, name text NOT NULL, score numeric);

CREATE VIEW authors AS SELECT id, name FROM users WHERE active;
CREATE VIEW post_counts AS SELECT user_id, count(*) AS posts FROM posts GROUP BY user_id;
CREATE VIEW cast_authors AS SELECT id, name::text AS name FROM users;
CREATE VIEW loud_authors AS SELECT id, upper(name) AS name FROM users;
CREATE FUNCTION pass() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER passed INSTEAD OF UPDATE ON loud_authors FOR EACH ROW EXECUTE FUNCTION pass();

-- name: FunctionalDependency :many
SELECT u.id, u.name, u.email, count(*) FROM users u JOIN posts p ON p.user_id = u.id GROUP BY u.id;

-- name: WholeCompositeKeyGrouped :many
SELECT user_id, post_id, weight FROM likes GROUP BY user_id, post_id;

-- name: GroupByAlias :many
SELECT lower(name) AS n, count(*) FROM users GROUP BY n ORDER BY n;

-- name: GroupByPosition :many
SELECT date_trunc('day', created_at), count(*) FROM users GROUP BY 1;

-- name: GroupByAColumnBeforeAnAlias :many
SELECT lower(name) AS age, age AS other, count(*) FROM users GROUP BY age, name;

-- name: GroupedExpression :many
SELECT lower(name) || '!' FROM users GROUP BY lower(name);

-- name: HavingWithoutGroupBy :many
SELECT count(*) FROM users HAVING count(*) > 1;

-- name: HavingOnAGroupedColumn :many
SELECT mood FROM users GROUP BY mood HAVING mood = 'ok';

-- name: OrderByAnUnselectedColumn :many
SELECT name FROM users ORDER BY age;

-- name: OrderByAnAggregate :many
SELECT mood FROM users GROUP BY mood ORDER BY count(*) DESC;

-- name: DistinctOrderedByAnAlias :many
SELECT DISTINCT lower(name) AS n FROM users ORDER BY n;

-- name: DistinctOrderedByTheSameExpression :many
SELECT DISTINCT lower(name) FROM users ORDER BY lower(name);

-- name: DistinctOnInTheOrderOfSorting :many
SELECT DISTINCT ON (age, mood) name FROM users ORDER BY mood, age, name;

-- name: DistinctOnWithoutOrder :many
SELECT DISTINCT ON (age) name FROM users;

-- name: UnionOrderedByName :many
SELECT id FROM users UNION SELECT id FROM posts ORDER BY id LIMIT 3;

-- name: UnionOrderedByPosition :many
SELECT id, name FROM users UNION ALL SELECT user_id, title FROM posts ORDER BY 2, 1;

-- name: UnionOfAnUnknownLiteral :many
SELECT age FROM users UNION SELECT '1';

-- name: UnionAllOfJson :many
SELECT settings::json FROM users UNION ALL SELECT NULL;

-- name: UnionOfIntegerAndNumeric :many
SELECT age FROM users UNION SELECT price FROM posts;

-- name: AggregateInASubqueryOfWhere :many
SELECT id FROM users WHERE age > (SELECT avg(age) FROM users);

-- name: AggregateOfTheOuterQuery :many
SELECT (SELECT count(u.id)) FROM users u;

-- name: AggregateOverAWindowedAggregate :many
SELECT sum(count(*)) OVER () FROM users GROUP BY mood;

-- name: AggregateInAWindowDefinition :many
SELECT rank() OVER (ORDER BY count(*)) FROM users GROUP BY mood;

-- name: WindowInOrderBy :many
SELECT id FROM users ORDER BY row_number() OVER (ORDER BY name);

-- name: NamedWindow :many
SELECT sum(age) OVER w, avg(age) OVER (w ROWS 1 PRECEDING) FROM users WINDOW w AS (ORDER BY id);

-- name: FilterOnAWindowAggregate :many
SELECT count(*) FILTER (WHERE active) OVER () FROM users;

-- name: SetsInTheSelectList :many
SELECT id, unnest(tags), generate_series(1, 2) FROM users;

-- name: SetInsideAFunction :many
SELECT upper(unnest(tags)) FROM users;

-- name: SetOfATableBefore :many
SELECT t.tag FROM users u, unnest(u.tags) AS t (tag);

-- name: SetInOrderBy :many
SELECT id FROM users ORDER BY generate_series(1, 2);

-- name: SetInASingleValuesRow :exec
INSERT INTO users (id, name) VALUES (generate_series(1, 3), 'x');

-- name: SetBelowASubqueryInCase :many
SELECT CASE WHEN active THEN (SELECT max(x) FROM generate_series(1, 3) x) END FROM users;

-- name: CorrelatedExists :many
SELECT id FROM users u WHERE EXISTS (SELECT 1 FROM posts WHERE user_id = u.id);

-- name: InnerNameHidesTheOuter :many
SELECT id FROM users u WHERE EXISTS (SELECT name FROM authors u WHERE u.id = 1);

-- name: LateralSubquery :many
SELECT u.name, p.title FROM users u, LATERAL (SELECT title FROM posts WHERE user_id = u.id) p;

-- name: LateralJoin :many
SELECT u.name, p.n FROM users u LEFT JOIN LATERAL (SELECT count(*) AS n FROM posts WHERE user_id = u.id) p ON true;

-- name: SameTableTwice :many
SELECT a.id FROM users a, users b WHERE a.age = b.age;

-- name: SameNameInTwoSchemas :many
SELECT users.name, leads.name FROM users, crm.leads;

-- name: QualifiedBySchema :many
SELECT public.users.name FROM public.users;

-- name: UsingMakesOneColumn :many
SELECT user_id FROM posts JOIN likes USING (user_id);

-- name: NaturalJoin :many
SELECT user_id FROM post_counts NATURAL JOIN likes;

-- name: JoinAliasOfUsing :many
SELECT p.title FROM users u JOIN posts p ON u.id = p.user_id AND p.price > 1;

-- name: QuotedAndFoldedNames :many
SELECT "name", NAME FROM USERS;

-- name: WholeRow :many
SELECT u FROM users u WHERE u IS NOT NULL;

-- name: RowField :many
SELECT (home).street, (u.home).zip FROM users u;

-- name: SystemColumn :many
SELECT ctid, xmin FROM users;

-- name: ScalarFunctionInFrom :many
SELECT n FROM generate_series(1, 3) AS n;

-- name: RowComparison :many
SELECT id FROM users WHERE (age, name) < (1, 'x');

-- name: RowInQuery :many
SELECT id FROM users WHERE (id, name) IN (SELECT user_id, title FROM posts);

-- name: IntegerIsTextInConcatenation :many
SELECT name || age FROM users;

-- name: NumberAsText :many
SELECT id FROM users WHERE age = '42';

-- name: PaddedNumber :many
SELECT ' 42 '::integer, '1_000'::integer, '0x1f'::integer;

-- name: DatesInWords :many
SELECT 'today'::date, 'Jan 8, 1999'::date, '2024-01-01 24:00'::timestamp;

-- name: IntervalsInWords :many
SELECT interval '1 year 2 mons', interval '3 days ago', 'P1Y'::interval, '1:30'::interval;

-- name: BooleanWords :many
SELECT 'yes'::boolean, 'of'::boolean, ' T '::boolean;

-- name: EnumLabel :many
SELECT id FROM users WHERE mood IN ('sad', 'ok');

-- name: ArrayLiterals :many
SELECT '{}'::int[], '{1,NULL}'::int[], '{"a b",c}'::text[], '[0:1]={1,2}'::int[];

-- name: RangeLiterals :many
SELECT 'empty'::int4range, '[1,)'::int4range, '(,5]'::numrange;

-- name: RowLiteral :many
SELECT '(a,1)'::address, '(,)'::address;

-- name: JsonLiterals :many
SELECT '1'::jsonb, 'null'::json, '{"a": [1, "x"]}'::jsonb;

-- name: UuidLiterals :many
SELECT id FROM crm.leads WHERE id = '{6ecd8c99-4036-403d-bf84-cf8400f67836}';

-- name: InsertFewerValuesWithoutColumns :exec
INSERT INTO users VALUES (1, 'x');

-- name: InsertDefaultIntoIdentity :exec
INSERT INTO posts (id, user_id, title, words) VALUES (DEFAULT, 1, 'x', DEFAULT);

-- name: InsertOverridingIdentity :exec
INSERT INTO posts (id, user_id, title) OVERRIDING SYSTEM VALUE VALUES (1, 1, 'x');

-- name: InsertIntegerIntoText :exec
INSERT INTO users (id, name) VALUES (1, 2);

-- name: UpdateIdentityToDefault :exec
UPDATE posts SET id = DEFAULT, words = DEFAULT;

-- name: UpdateAnUpdatableView :exec
UPDATE authors SET name = 'x' WHERE id = 1;

-- name: InsertIntoAnUpdatableView :exec
INSERT INTO authors (id, name) VALUES (1, 'x');

-- name: UpdateSeveralFromARow :exec
UPDATE users SET (age, name) = (1, 'x') WHERE id = 1;

-- name: UpdateSeveralFromAQuery :exec
UPDATE users SET (age, name) = (SELECT id, title FROM posts LIMIT 1);

-- name: UpdateOneInParentheses :exec
UPDATE users SET (age) = ROW (1);

-- name: UpdateAField :exec
UPDATE users SET home.zip = 1, home.street = 'x';

-- name: ConflictOnAKey :exec
INSERT INTO likes (user_id, post_id) VALUES (1, 1) ON CONFLICT (post_id, user_id) DO UPDATE SET weight = excluded.weight;

-- name: ConflictOnAConstraint :exec
INSERT INTO likes (user_id, post_id) VALUES (1, 1) ON CONFLICT ON CONSTRAINT likes_key DO NOTHING;

-- name: ConflictOnADefaultName :exec
INSERT INTO users (id, name) VALUES (1, 'x') ON CONFLICT ON CONSTRAINT users_email_key DO NOTHING;

-- name: ConflictWithoutATarget :exec
INSERT INTO users (id, name) VALUES (1, 'x') ON CONFLICT DO NOTHING;

-- name: ReturningOldAndNew :many
UPDATE users SET age = 1 RETURNING old.age, new.age;

-- name: RecursiveOnTheKeptSide :many
WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r LEFT JOIN users ON users.id = n WHERE n < 3) SELECT n FROM r;

-- name: RecursiveInDerivedTable :many
WITH RECURSIVE r AS (SELECT 1 AS n UNION SELECT t.n FROM (SELECT n + 1 AS n FROM r) t WHERE t.n < 3) SELECT n FROM r;

-- name: ForwardReference :many
WITH RECURSIVE a AS (SELECT * FROM b), b AS (SELECT 1 AS x) SELECT x FROM a;

-- name: RecursiveKeywordWithoutRecursion :many
WITH RECURSIVE d AS (DELETE FROM users RETURNING id) SELECT id FROM d;

-- name: ModifyingCteUnused :many
WITH d AS (DELETE FROM users) SELECT 1 AS one;

-- name: LockOneTable :many
SELECT u.id FROM users u LEFT JOIN posts p ON p.user_id = u.id FOR UPDATE OF u;

-- name: LockBelowASubquery :many
SELECT t.id FROM (SELECT id FROM users) t FOR SHARE;

-- name: LockSkipped :many
SELECT id FROM users ORDER BY id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED;

-- name: LimitOfADouble :many
SELECT id FROM users LIMIT 1.5 OFFSET '2';

-- name: LimitAll :many
SELECT id FROM users LIMIT ALL OFFSET NULL;

-- name: LimitBySubquery :many
SELECT id FROM users LIMIT (SELECT count(*) FROM posts);

-- name: OrderedSetOverAGroup :many
SELECT mood, percentile_cont(0.5) WITHIN GROUP (ORDER BY age) FROM users GROUP BY mood;

-- name: HypotheticalRank :many
SELECT rank(3) WITHIN GROUP (ORDER BY age) FROM users;

-- name: DistinctAggregateInItsOrder :many
SELECT string_agg(DISTINCT name, ',' ORDER BY name) FROM users;

-- name: GroupingOfAKey :many
SELECT mood, grouping(mood) FROM users GROUP BY ROLLUP (mood);

-- name: CollateText :many
SELECT name COLLATE "C" FROM users ORDER BY name COLLATE "C";

-- name: NamedArguments :many
SELECT make_date(year => 2020, day => 1, month => 2);

-- name: VariadicArray :many
SELECT concat(VARIADIC tags) FROM users;

-- name: RangeFrameOverOneKey :many
SELECT sum(age) OVER (ORDER BY id RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM users;

-- name: RangeFrameWithoutOffset :many
SELECT sum(age) OVER (RANGE UNBOUNDED PRECEDING) FROM users;

-- name: GroupsFrame :many
SELECT sum(age) OVER (ORDER BY name GROUPS 1 PRECEDING) FROM users;

-- name: RecordFunctionWithColumns :many
SELECT r.a FROM json_to_record('{}') AS r (a int);

-- name: SubscriptByText :many
SELECT settings['a'], tags['1'], tags[1:2] FROM users;

-- name: EmptySelectInExists :many
SELECT EXISTS (SELECT FROM users);

-- name: ColumnNamedLikeItsTable :many
SELECT posts FROM post_counts;

-- name: LockedRowsThatWhereDemands :many
SELECT u.id FROM users u LEFT JOIN posts p ON p.user_id = u.id WHERE p.title = 'x' FOR UPDATE;

-- name: LockedRowsOfAnInnerJoinAbove :many
SELECT u.id FROM (users u LEFT JOIN posts p ON p.user_id = u.id) JOIN likes l ON l.post_id = p.id FOR UPDATE;

-- name: NamesOfObjects :many
SELECT 'users'::regclass, ' Public."users"'::regclass, 'users_pkey'::regclass, 'pg_class'::regclass, '-'::regclass,
    '1259'::regclass, 'posts_id_seq'::regclass, 'authors'::regclass, 'address'::regclass, 'users'::regtype,
    'double precision'::regtype, 'float'::regtype, ' NChar'::regtype, 'mood[]'::regtype, 'crm'::regnamespace, 'pg_catalog'::regnamespace,
    to_regclass('nothing'), nextval('public.posts_id_seq');

-- name: RangesInOrder :many
SELECT '[1,1)'::int4range, '(5,)'::int8range, ' EMPTY '::numrange, '(infinity,NaN]'::numrange,
    '["2024-01-01 10:00+02",2024-01-01 09:00+00)'::tstzrange, '[2024-03-31,2024-03-31]'::tstzrange,
    '{}'::int4multirange, '{[1,2), empty , (7,]}'::int4multirange;

-- name: ConstantsOfManyShapes :many
SELECT '[0:1]={ "a b" , NULL}'::text[], '{{1,2},{3,4}}'::int[], '{(1,2),(3,4);(5,6),(7,8)}'::box[], '(,)'::address,
    '((1,2),(3,4))'::path, '1,2,3'::circle, '{1,-1,0}'::line, '!a & (b | ''c d'') <-> e:*A'::tsquery, ''::tsquery,
    'a:1A,2 ''b c'''::tsvector, '0800.2b01.0203'::macaddr, '(0,1)'::tid;

-- name: ConstantsThatJustFit :exec
INSERT INTO users (id, name, email, age) VALUES
    (-2147483648, '', 'abc', 2147483647.4), (2147483647, repeat('x', 300), NULL, -2147483648.4);

-- name: IdentityGivenByMerge :exec
MERGE INTO posts p USING users u ON u.id = p.user_id
WHEN NOT MATCHED THEN INSERT (id, user_id, title, price) OVERRIDING SYSTEM VALUE VALUES (1, u.id, '', 99999999.994);

-- name: PlainColumnsOfAView :exec
UPDATE authors SET name = 'x' WHERE id = 1;

-- name: ColumnOfAViewUnderACast :exec
UPDATE cast_authors SET name = 'x';

-- name: ComputedColumnThatATriggerTakes :exec
UPDATE loud_authors SET name = 'x';
