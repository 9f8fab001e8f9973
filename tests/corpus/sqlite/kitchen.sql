-- Recipes and a pantry, with an archive in another file.
ATTACH DATABASE ':memory:' AS archive;
CREATE TABLE recipe (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  serves SMALLINT NOT NULL DEFAULT 4,
  minutes INT,
  rating REAL CHECK (rating BETWEEN 0 AND 5),
  is_public BOOLEAN NOT NULL DEFAULT TRUE,
  steps JSON NOT NULL DEFAULT '[]',
  cover BLOB,
  created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
  cooked_on DATE,
  starts TIME,
  owner UUID,
  price DECIMAL(6,2) NOT NULL DEFAULT 0,
  title_lc TEXT AS (lower(title)) STORED,
  per_head AS (price / serves),
  long_one AS (minutes > 60)
);
CREATE TABLE ingredient (id INTEGER PRIMARY KEY, name TEXT NOT NULL COLLATE NOCASE UNIQUE, unit TEXT, kcal NUMERIC, allergen INTEGER);
CREATE TABLE recipe_ingredient (recipe_id INTEGER NOT NULL, ingredient_id INTEGER NOT NULL, qty REAL, note TEXT, optional BOOL NOT NULL DEFAULT 0, PRIMARY KEY (recipe_id, ingredient_id), FOREIGN KEY (recipe_id) REFERENCES recipe, FOREIGN KEY (ingredient_id) REFERENCES ingredient) WITHOUT ROWID;
CREATE TABLE pantry (ingredient_id INTEGER PRIMARY KEY REFERENCES ingredient, qty REAL NOT NULL, best_before DATE, opened BOOLEAN);
CREATE TABLE archive.old_recipe (id INTEGER PRIMARY KEY, title TEXT, data);
CREATE TABLE log (ts INTEGER NOT NULL, level TEXT NOT NULL, msg TEXT NOT NULL, ctx TEXT) STRICT;
CREATE TABLE tree (id INTEGER PRIMARY KEY, parent INTEGER, lft INT NOT NULL, rgt INT NOT NULL, label TEXT);
CREATE TABLE person (name TEXT, age INT, height FLOAT, data ANY);
CREATE VIRTUAL TABLE recipe_fts USING fts5(title, steps, content='recipe', content_rowid='id', tokenize='trigram');
CREATE VIRTUAL TABLE tag_fts USING fts5(tag, prefix='2 3');
CREATE VIRTUAL TABLE tag_vocab USING fts5vocab(tag_fts, 'row');
CREATE UNIQUE INDEX one_public ON recipe(title_lc) WHERE is_public;
CREATE VIEW shopping AS SELECT i.id, i.name, sum(ri.qty) AS need, coalesce(p.qty, 0.0) AS have, max(sum(ri.qty) - coalesce(p.qty, 0), 0) AS buy FROM recipe_ingredient ri JOIN ingredient i ON i.id = ri.ingredient_id LEFT JOIN pantry p USING (ingredient_id) GROUP BY i.id;
CREATE VIEW to_buy AS SELECT name, buy FROM shopping WHERE buy > 0;
CREATE VIEW recipe_card (id, heading, public) AS SELECT id, title || ' (' || serves || ')', is_public FROM recipe;
CREATE TRIGGER recipe_card_ins INSTEAD OF INSERT ON recipe_card BEGIN INSERT INTO recipe (slug, title, is_public) VALUES (lower(new.heading), new.heading, new.public); END;
CREATE TRIGGER no_delete BEFORE DELETE ON recipe WHEN old.rating > 99 BEGIN SELECT RAISE(IGNORE); END;
INSERT INTO recipe(id, slug, title, serves, minutes, rating, is_public, steps, cover, cooked_on, starts, owner, price) VALUES (1,'a','Soup',4,30,4.5,1,'["chop","boil"]',x'01','2024-05-06','12:30:00','8c8a1b5e-5f6d-4f0a-9d1e-0a1b2c3d4e5f',12.5),(2,'b','Bread',1,NULL,NULL,0,'[]',NULL,NULL,NULL,NULL,3),(3,'stew','Stew',6,90,3,1,'[{"do":"x","min":5}]',NULL,'2023-01-31',NULL,NULL,20);
INSERT INTO ingredient VALUES (1,'a','g',10,NULL),(2,'Salt',NULL,0,0),(3,'Milk','ml',0.64,1);
INSERT INTO recipe_ingredient VALUES (1,1,100,NULL,0),(1,2,NULL,'a pinch',1),(2,3,250,'warm',0),(3,1,50,NULL,0);
INSERT INTO pantry VALUES (1,20,'2024-12-31',NULL),(3,500,NULL,1);
INSERT INTO archive.old_recipe VALUES (1,'Old',NULL),(2,NULL,5);
INSERT INTO log VALUES (1700000000,'a','m1','{"a":1}'),(1700000005,'info','m2',NULL),(1700003600,'info','m3','{}');
INSERT INTO tree VALUES (1,NULL,1,8,'root'),(2,1,2,5,NULL),(3,2,3,4,'a'),(4,1,6,7,'b');
INSERT INTO person VALUES ('a',30,1.7,1),(NULL,NULL,NULL,NULL),('Bo',1,2,'x');
INSERT INTO tag_fts VALUES ('a'),('soup');

-- name: Negated :many
-- params: n INTEGER
-- columns: id INTEGER!
SELECT id FROM recipe ORDER BY id LIMIT -:n;
-- name: NegParam :one
-- params: n INTEGER | REAL, m INTEGER | REAL, k INTEGER
-- columns: neg INTEGER | REAL!, pos INTEGER | REAL!, inv INTEGER!
SELECT -:n AS neg, +:m AS pos, ~:k AS inv;
-- name: FrameParam :many
-- params: rows INTEGER
-- columns: id INTEGER!, ma REAL?
SELECT id, avg(rating) OVER (ORDER BY id ROWS ? PRECEDING) AS ma FROM recipe;
-- name: FrameBoth :many
-- params: rows INTEGER, rows_2 INTEGER
-- columns: id INTEGER!, s INTEGER?
SELECT id, sum(minutes) OVER (ORDER BY id ROWS BETWEEN ? PRECEDING AND ? FOLLOWING) AS s FROM recipe;
-- name: Card :one
-- params: slug TEXT
-- columns: id INTEGER!, slug TEXT!, title TEXT!, serves SMALLINT!, minutes INT?, rating REAL?, is_public BOOLEAN!, steps JSON!, cover BLOB?, created_at DATETIME!, cooked_on DATE?, starts TIME?, owner UUID?, price DECIMAL!, title_lc TEXT!, per_head INTEGER | REAL?, long_one INTEGER?
SELECT id, slug, title, serves, minutes, rating, is_public, steps, cover, created_at, cooked_on, starts, owner, price, title_lc, per_head, long_one FROM recipe WHERE slug = ?;
-- name: CardStar :many
-- params: least REAL
-- columns: id INTEGER!, slug TEXT!, title TEXT!, serves SMALLINT!, minutes INT?, rating REAL!, is_public BOOLEAN!, steps JSON!, cover BLOB?, created_at DATETIME!, cooked_on DATE?, starts TIME?, owner UUID?, price DECIMAL!, title_lc TEXT!, per_head INTEGER | REAL?, long_one INTEGER?
SELECT * FROM recipe WHERE is_public AND rating >= :least ORDER BY rating DESC;
-- name: CreateRecipe :one
-- params: slug TEXT, title TEXT, serves SMALLINT, steps INTEGER | REAL | TEXT, steps_2 INTEGER | REAL | TEXT, owner UUID?, starts TIME?, cover BLOB?
-- columns: id INTEGER!, per_head INTEGER | REAL?, long_one INTEGER?, title_lc TEXT!
INSERT INTO recipe (slug, title, serves, steps, owner, starts, cover) VALUES (?, ?, ?, json_array(?, ?), ?, ?, ?) RETURNING id, per_head, long_one, title_lc;
-- name: Publish :one
-- params: id INTEGER, is_public BOOLEAN
-- columns: is_public BOOLEAN!, title_lc TEXT!
UPDATE recipe SET is_public = ?2 WHERE id = ?1 RETURNING is_public, title_lc;
-- name: Scale :many
-- params: people REAL, id INTEGER
-- columns: name TEXT!, qty REAL?, unit TEXT!
SELECT i.name, ri.qty * :people / r.serves AS qty, coalesce(i.unit, '') AS unit FROM recipe r JOIN recipe_ingredient ri ON ri.recipe_id = r.id JOIN ingredient i ON i.id = ri.ingredient_id WHERE r.id = :id AND NOT ri.optional;
-- name: Shopping :many
-- columns: id INTEGER!, name TEXT!, need REAL?, have REAL!, buy INTEGER | REAL?
SELECT * FROM shopping;
-- name: ToBuy :many
-- columns: name TEXT!, buy REAL!
SELECT name, round(buy) AS buy FROM to_buy ORDER BY name;
-- name: AddCard :exec
-- params: heading TEXT?, public BOOLEAN?
INSERT INTO recipe_card (heading, public) VALUES (?, ?);
-- name: CookableNow :many
-- columns: id INTEGER!, title TEXT!
SELECT r.id, r.title FROM recipe r WHERE NOT EXISTS (SELECT 1 FROM recipe_ingredient ri LEFT JOIN pantry p ON p.ingredient_id = ri.ingredient_id WHERE ri.recipe_id = r.id AND coalesce(p.qty, 0) < ri.qty);
-- name: Kcal :many
-- columns: title TEXT!, kcal REAL?, per_head REAL?, allergen INTEGER?, flagged INTEGER!
SELECT r.title, sum(i.kcal * ri.qty) AS kcal, sum(i.kcal * ri.qty) / r.serves AS per_head, max(i.allergen) AS allergen, count(i.allergen) AS flagged FROM recipe r LEFT JOIN recipe_ingredient ri ON ri.recipe_id = r.id LEFT JOIN ingredient i ON i.id = ri.ingredient_id GROUP BY r.id;
-- name: Steps :many
-- params: id INTEGER
-- columns: id INTEGER!, n INTEGER | TEXT?, step INTEGER | REAL | TEXT?, type TEXT!
SELECT r.id, s.key AS n, s.value AS step, s.type FROM recipe r JOIN json_each(r.steps) s WHERE r.id = ? ORDER BY s.id;
-- name: StepCount :many
-- columns: id INTEGER!, n INTEGER!, first JSON?, last INTEGER | REAL | TEXT?
SELECT id, json_array_length(steps) AS n, steps -> 0 AS first, steps ->> '$[#-1]' AS last FROM recipe;
-- name: AddStep :one
-- params: value INTEGER | REAL | TEXT, id INTEGER
-- columns: n INTEGER!
UPDATE recipe SET steps = json_insert(steps, '$[#]', ?) WHERE id = ? RETURNING json_array_length(steps) AS n;
-- name: StepTree :many
-- params: id INTEGER
-- columns: fullkey TEXT!, atom INTEGER | REAL | TEXT!
SELECT t.fullkey, t.atom FROM recipe, json_tree(recipe.steps) t WHERE recipe.id = :id AND t.atom IS NOT NULL;
-- name: JsonGroup :one
-- columns: j JSON!, s JSON!
SELECT json_group_object(slug, json_object('t', title, 'r', rating)) AS j, json_group_array(DISTINCT serves) AS s FROM recipe;
-- name: JsonConst :one
-- columns: a JSON!, b JSON!, o JSON!, q JSON!, t TEXT!, v INTEGER!
SELECT json('{"a":1}') AS a, json_array(1, 'x', NULL) AS b, json_object() AS o, json_quote('x') AS q, json_type('[1]') AS t, json_valid('x') AS v;
-- name: FtsTrigram :many
-- params: q TEXT
-- columns: id INTEGER!, title TEXT!, rank REAL?
SELECT r.id, r.title, f.rank FROM recipe_fts f JOIN recipe r ON r.id = f.rowid WHERE recipe_fts MATCH :q ORDER BY rank LIMIT 5;
-- name: FtsLike :many
-- params: part TEXT
-- columns: rowid INTEGER!, title TEXT!
SELECT rowid, title FROM recipe_fts WHERE title LIKE '%' || :part || '%';
-- name: Vocab :many
-- params: prefix TEXT
-- columns: term TEXT!, doc INTEGER!
SELECT term, doc FROM tag_vocab WHERE term GLOB :prefix || '*';
-- name: TagCopy :copyfrom
-- params: tag TEXT?
INSERT INTO tag_fts (tag) VALUES (?);
-- name: ArchiveUnion :many
-- columns: title TEXT?, archived INTEGER!
SELECT title, 0 AS archived FROM main.recipe UNION ALL SELECT title, 1 FROM archive.old_recipe;
-- name: MoveToArchive :execrows
-- params: rating REAL
INSERT INTO archive.old_recipe (title, data) SELECT title, steps FROM recipe WHERE rating < ?;
-- name: ArchiveUnqualified :many
-- columns: title TEXT?
SELECT title FROM old_recipe;
-- name: Levels :many
-- columns: level TEXT!, n INTEGER!, first TEXT?, span INTEGER!
SELECT level, count(*) AS n, min(datetime(ts, 'unixepoch')) AS first, max(ts) - min(ts) AS span FROM log GROUP BY level;
-- name: PerHour :many
-- columns: hour TEXT?, n INTEGER!
SELECT strftime('%Y-%m-%d %H:00', ts, 'unixepoch') AS hour, count(*) AS n FROM log GROUP BY hour;
-- name: PerDay :many
-- columns: day INTEGER!, sec INTEGER!, hour INTEGER!, mins REAL!
SELECT ts / 86400 AS day, ts % 86400 AS sec, ts - ts % 3600 AS hour, ts / 60.0 AS mins FROM log;
-- name: LogCtx :many
-- columns: msg TEXT!, a INTEGER | REAL | TEXT?, ab JSON?, a2 INTEGER | REAL | TEXT?
SELECT msg, json_extract(ctx, '$.a') AS a, json_extract(ctx, '$.a', '$.b') AS ab, ctx ->> 'a' AS a2 FROM log WHERE json_valid(ctx);
-- name: Ago :many
-- params: modifier TEXT
-- columns: msg TEXT!
SELECT msg FROM log WHERE ts > CAST(strftime('%s', 'now', :modifier) AS INTEGER);
-- name: AgeInYears :many
-- columns: title TEXT!, years INTEGER | REAL?
SELECT title, strftime('%Y', 'now') - strftime('%Y', cooked_on) AS years FROM recipe;
-- name: Weekday :many
-- columns: d TEXT!
SELECT CASE CAST(strftime('%w', cooked_on) AS INTEGER) WHEN 0 THEN 'Sun' WHEN 6 THEN 'Sat' ELSE 'week' END AS d FROM recipe;
-- name: Sessions :many
-- columns: session INTEGER!, begins INTEGER!, ends INTEGER!, n INTEGER!
WITH marked AS (SELECT ts, ts - lag(ts, 1, 0) OVER (ORDER BY ts) > 60 AS is_new FROM log), numbered AS (SELECT ts, sum(is_new) OVER (ORDER BY ts) AS session FROM marked) SELECT session, min(ts) AS begins, max(ts) AS ends, count(*) AS n FROM numbered GROUP BY session;
-- name: NestedSet :many
-- columns: id INTEGER!, label TEXT?, depth INTEGER!
SELECT c.id, c.label, count(p.id) - 1 AS depth FROM tree c JOIN tree p ON c.lft BETWEEN p.lft AND p.rgt GROUP BY c.id ORDER BY c.lft;
-- name: Ancestors :many
-- params: id INTEGER
-- columns: id INTEGER!, label TEXT?, depth INTEGER!
WITH RECURSIVE up(id, parent, label, depth) AS (SELECT id, parent, label, 0 FROM tree WHERE id = ? UNION ALL SELECT t.id, t.parent, t.label, up.depth - 1 FROM tree t JOIN up ON t.id = up.parent) SELECT id, label, depth FROM up;
-- name: PathOf :one
-- params: id INTEGER
-- columns: path TEXT!
WITH RECURSIVE p(id, path) AS (SELECT id, ifnull(label, '?') FROM tree WHERE parent IS NULL UNION ALL SELECT t.id, p.path || '/' || ifnull(t.label, '?') FROM tree t JOIN p ON t.parent = p.id) SELECT path FROM p WHERE id = :id;
-- name: Leaves :many
-- columns: id INTEGER!
SELECT id FROM tree EXCEPT SELECT parent FROM tree;
-- name: MoveSubtree :execrows
-- params: to INTEGER?, id INTEGER
UPDATE tree SET parent = :to WHERE id = :id AND :to NOT IN (WITH RECURSIVE d(id) AS (SELECT :id UNION SELECT tree.id FROM tree JOIN d ON tree.parent = d.id) SELECT id FROM d);
-- name: People :many
-- columns: name TEXT?, next INTEGER?, cm REAL?, big INTEGER?, data ANY?
SELECT name, age + 1 AS next, height * 100 AS cm, age > 18 AND height > 1.5 AS big, data FROM person;
-- name: PeopleAvg :one
-- columns: a REAL?, h REAL?, m TEXT?, d ANY?, s INTEGER?, sh REAL?, t REAL!
SELECT avg(age) AS a, round(avg(height), 2) AS h, max(name) AS m, min(data) AS d, sum(age) AS s, sum(height) AS sh, total(age) AS t FROM person;
-- name: PeopleMixed :many
-- columns: age INTEGER | TEXT!, h INTEGER | REAL!, x REAL | TEXT!, n INT?
SELECT coalesce(age, 'unknown') AS age, ifnull(height, 0) AS h, coalesce(NULL, name, 1.5) AS x, nullif(age, 1) AS n FROM person;
-- name: PeopleCase :many
-- columns: a INTEGER | TEXT!, b BLOB?, c INTEGER | REAL!
SELECT CASE WHEN age IS NULL THEN 'n/a' ELSE age END AS a, CASE WHEN height THEN x'00' END AS b, CASE age WHEN 30 THEN 1 WHEN 1 THEN 0.5 ELSE 0 END AS c FROM person;
-- name: PeopleRow :many
-- columns: rowid INTEGER!, name TEXT?, age INT?, height FLOAT?, data ANY?
SELECT rowid, * FROM person WHERE (name, age) IS NOT (NULL, NULL);
-- name: PeopleIn :many
-- columns: name TEXT?
SELECT name FROM person WHERE (age, height) IN ((30, 1.7), (1, 2));
-- name: PeopleRowCmp :many
-- params: age INT, height FLOAT
-- columns: name TEXT?
SELECT name FROM person WHERE (age, height) > (?, ?);
-- name: PeopleInsertMulti :execrows
-- params: name_2 TEXT?, age INT?, name TEXT?
INSERT INTO person (name, age) VALUES ('x', 1), (?, ?), (:name, NULL);
-- name: PeopleUpdateCase :execrows
-- params: name TEXT, rowid INTEGER
UPDATE person SET age = CASE name WHEN ? THEN age + 1 ELSE age END, height = NULL WHERE rowid = ?;
-- name: UpdateOrderLimit :many
-- params: used REAL, id INTEGER
-- columns: qty REAL!, opened BOOLEAN?, best_before DATE?
UPDATE pantry SET qty = max(0, qty - :used), opened = TRUE WHERE ingredient_id = :id RETURNING qty, opened, best_before;
-- name: Expired :many
-- columns: name TEXT!, best_before DATE?, days INTEGER?
SELECT i.name, p.best_before, CAST(julianday(p.best_before) - julianday('now') AS INTEGER) AS days FROM pantry p JOIN ingredient i ON i.id = p.ingredient_id WHERE p.best_before < date('now', '+3 days') OR p.opened;
-- name: Stock :exec
-- params: id INTEGER, qty REAL, bb DATE?
INSERT INTO pantry (ingredient_id, qty, best_before) VALUES (:id, :qty, :bb) ON CONFLICT (ingredient_id) DO UPDATE SET qty = pantry.qty + excluded.qty, best_before = min(coalesce(pantry.best_before, excluded.best_before), excluded.best_before) WHERE excluded.qty > 0;
-- name: StockByName :one
-- params: qty REAL, name TEXT
-- columns: ingredient_id INTEGER!, qty REAL!
INSERT INTO pantry (ingredient_id, qty) SELECT id, :qty FROM ingredient WHERE name = :name ON CONFLICT DO UPDATE SET qty = excluded.qty RETURNING ingredient_id, qty;
-- name: UpsertIngredient :one
-- params: name TEXT, unit TEXT?
-- columns: id INTEGER!
INSERT INTO ingredient (name, unit) VALUES (:name, :unit) ON CONFLICT (name) DO UPDATE SET unit = coalesce(excluded.unit, ingredient.unit) RETURNING id;
-- name: ReplaceReturn :one
-- params: id INTEGER, name TEXT
-- columns: id INTEGER!, name TEXT!, unit TEXT?, kcal NUMERIC?, allergen INTEGER?
REPLACE INTO ingredient (id, name) VALUES (?, ?) RETURNING *;
-- name: ConflictPartial :exec
-- params: slug TEXT, title TEXT
INSERT INTO recipe (slug, title) VALUES (?, ?) ON CONFLICT (title_lc) WHERE is_public DO NOTHING;
-- name: FullOuter :many
-- columns: name TEXT?, qty REAL?, key INTEGER?
SELECT i.name, p.qty, coalesce(i.id, p.ingredient_id) AS key FROM ingredient i FULL JOIN pantry p ON p.ingredient_id = i.id;
-- name: RightUsing :many
-- columns: ingredient_id INTEGER!, need REAL?, have REAL?
SELECT ingredient_id, ri.qty AS need, p.qty AS have FROM pantry p RIGHT JOIN recipe_ingredient ri USING (ingredient_id);
-- name: ChainLeft :many
-- columns: title TEXT!, name TEXT?, qty REAL?, opened BOOLEAN?
SELECT r.title, i.name, p.qty, p.opened FROM recipe r LEFT JOIN (recipe_ingredient ri JOIN ingredient i ON i.id = ri.ingredient_id) ON ri.recipe_id = r.id LEFT JOIN pantry p ON p.ingredient_id = i.id;
-- name: LeftThenInner :many
-- columns: title TEXT!, name TEXT!
SELECT r.title, i.name FROM recipe r LEFT JOIN recipe_ingredient ri ON ri.recipe_id = r.id JOIN ingredient i ON i.id = ri.ingredient_id;
-- name: LeftWhere :many
-- columns: title TEXT!, qty REAL?, note TEXT?
SELECT r.title, ri.qty, ri.note FROM recipe r LEFT JOIN recipe_ingredient ri ON ri.recipe_id = r.id WHERE ri.qty > 10 OR ri.note IS NOT NULL;
-- name: CrossStar :many
-- columns: rid INTEGER!, a INTEGER?, b TEXT!
SELECT r.id AS rid, x.* FROM recipe r CROSS JOIN (SELECT 1 AS a, 'b' AS b UNION ALL SELECT NULL, 'c') x;
-- name: NaturalSub :many
-- columns: id INTEGER!, need REAL?, unit TEXT?
SELECT id, need, unit FROM shopping NATURAL JOIN ingredient;
-- name: WinAll :many
-- columns: id INTEGER!, rn INTEGER!, rk INTEGER!, dr INTEGER!, pr REAL!, cd REAL!, nt INTEGER!, lg TEXT!, ld REAL?, fv TEXT!, lv REAL?, nv TEXT?
SELECT id, row_number() OVER w AS rn, rank() OVER w AS rk, dense_rank() OVER w AS dr, percent_rank() OVER w AS pr, cume_dist() OVER w AS cd, ntile(2) OVER w AS nt, lag(title, 1, '-') OVER w AS lg, lead(rating) OVER w AS ld, first_value(title) OVER w AS fv, last_value(rating) OVER w AS lv, nth_value(title, 2) OVER w AS nv FROM recipe WINDOW w AS (ORDER BY rating);
-- name: WinBase :many
-- columns: id INTEGER!, running INTEGER | REAL!, best REAL?
SELECT id, sum(price) OVER (w ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE NO OTHERS) AS running, max(rating) OVER (PARTITION BY is_public) AS best FROM recipe WINDOW w AS (PARTITION BY is_public ORDER BY id);
-- name: TopN :many
-- params: n INTEGER
-- columns: serves SMALLINT!, title TEXT!, rn INTEGER!
SELECT * FROM (SELECT serves, title, row_number() OVER (PARTITION BY serves ORDER BY rating DESC NULLS LAST) AS rn FROM recipe) WHERE rn <= :n;
-- name: PctOfTotal :many
-- columns: title TEXT!, pct REAL?, diff REAL!
SELECT title, 100.0 * price / sum(price) OVER () AS pct, price - avg(price) OVER () AS diff FROM recipe;
-- name: MaterCte :many
-- columns: title TEXT!
WITH best AS MATERIALIZED (SELECT max(rating) AS m FROM recipe) SELECT title FROM recipe, best WHERE rating = m;
-- name: ValuesJoin :many
-- columns: title TEXT!, tag TEXT!
SELECT r.title, v.column2 AS tag FROM recipe r JOIN (VALUES (1, 'x'), (2, 'y')) v ON v.column1 = r.id;
-- name: ScalarInList :many
-- columns: id INTEGER!, lightest TEXT?, n INTEGER!, q REAL?
SELECT id, (SELECT name FROM ingredient ORDER BY kcal LIMIT 1) AS lightest, (SELECT count(*) FROM recipe_ingredient WHERE recipe_id = r.id) AS n, (SELECT max(qty) FROM recipe_ingredient WHERE recipe_id = r.id) AS q FROM recipe r;
-- name: SearchOpt :many
-- params: q TEXT?=, max INT?=, public BOOLEAN?=
-- columns: id INTEGER!
SELECT id FROM recipe WHERE (:q IS NULL OR title LIKE '%' || :q || '%') AND (:max IS NULL OR minutes <= :max) AND (:public IS NULL OR is_public = :public);
-- name: Slices :many
-- params: slugs TEXT*, serves SMALLINT*, rating REAL
-- columns: id INTEGER!
SELECT id FROM recipe WHERE slug IN (flash.slice(slugs)) AND serves NOT IN (flash.slice(serves)) AND rating > ?;
-- name: DateParams :many
-- params: since DATE, before TIME, moment TEXT, owner UUID
-- columns: id INTEGER!
SELECT id FROM recipe WHERE cooked_on >= :since AND starts < :before AND created_at > datetime(:moment, '-1 day') AND owner = :owner;
-- name: BoolParams :many
-- params: public BOOLEAN, other BOOLEAN
-- columns: id INTEGER!
SELECT id FROM recipe WHERE is_public = :public AND is_public IS TRUE AND NOT is_public <> :other;
-- name: DecimalMath :many
-- columns: price DECIMAL!, twice INTEGER | REAL!, plus REAL!, r REAL!, whole INTEGER!, s INTEGER | REAL!
SELECT price, price * 2 AS twice, price + 0.5 AS plus, round(price, 1) AS r, CAST(price AS INTEGER) AS whole, sum(price) AS s FROM recipe GROUP BY price;
-- name: DecimalAgg :one
-- columns: s INTEGER | REAL?, a REAL?, lo DECIMAL?, hi DECIMAL?, z INTEGER | REAL!
SELECT sum(price) AS s, avg(price) AS a, min(price) AS lo, max(price) AS hi, coalesce(sum(price), 0) AS z FROM recipe;
-- name: StringFns :many
-- columns: title TEXT!, n INTEGER!, cap TEXT!, words TEXT!, at INTEGER!, t TEXT!, line TEXT!, u INTEGER?, nl TEXT!, hx TEXT!, q TEXT!
SELECT title, length(title) AS n, upper(substr(title, 1, 1)) || substr(title, 2) AS cap, replace(slug, '-', ' ') AS words, instr(title, 'o') AS at, trim(coalesce(title, '')) AS t, printf('%-10s|%5.1f', title, rating) AS line, unicode(title) AS u, title || char(10) AS nl, hex(title) AS hx, quote(rating) AS q FROM recipe;
-- name: LikeVariants :many
-- columns: a INTEGER!, b INTEGER!, c INTEGER!, d INTEGER!, e INTEGER!
SELECT title LIKE 's%' AS a, title NOT LIKE '%d' AS b, title GLOB '[A-S]*' AS c, 'x' LIKE title AS d, title LIKE '50\%' ESCAPE '\' AS e FROM recipe;
-- name: Hexes :one
-- columns: a INTEGER!, b BLOB!, c INTEGER!, d REAL!, e TEXT!, f TEXT!
SELECT 0x1F AS a, x'00ff' AS b, -0x10 AS c, 1.e5 AS d, 'a''b' AS e, "double" AS f;
-- name: Exprs :one
-- columns: a REAL!, b INTEGER!, c INTEGER!, d INTEGER | REAL!, e TEXT!, f INTEGER!, g INTEGER!, h INTEGER!, i INTEGER?, j INTEGER!, k INTEGER!, z INTEGER?
SELECT 1 + 1.0 AS a, 5 / 2 AS b, 5 % 3 AS c, 2 * '3' AS d, 'a' || 1 AS e, 1 = 1.0 AS f, 3 & 1 AS g, NOT 0 AS h, NULL + 1 AS i, 1 IS NULL AS j, 'a' < 'b' AS k, 5 / 0 AS z;
-- name: CountDistinct :one
-- columns: a INTEGER!, b INTEGER | REAL?, c TEXT?, d REAL?
SELECT count(DISTINCT serves) AS a, sum(DISTINCT price) AS b, group_concat(DISTINCT slug) AS c, max(DISTINCT rating) AS d FROM recipe;
-- name: GroupHaving :many
-- params: count INTEGER, top DECIMAL
-- columns: is_public BOOLEAN!, n INTEGER!, r REAL?
SELECT is_public, count(*) AS n, avg(rating) AS r FROM recipe GROUP BY is_public HAVING count(*) >= ? AND max(price) < :top ORDER BY n DESC, is_public;
-- name: BareMax :many
-- columns: serves SMALLINT!, title TEXT!, best REAL?
SELECT serves, title, max(rating) AS best FROM recipe GROUP BY serves;
-- name: BareMin :one
-- columns: title TEXT?, cheapest DECIMAL?
SELECT title, min(price) AS cheapest FROM recipe;
-- name: IndexedBy :many
-- params: title_lc TEXT
-- columns: id INTEGER!
SELECT id FROM recipe INDEXED BY one_public WHERE is_public AND title_lc = ?;
-- name: Fks :many
-- columns: name TEXT!, from TEXT!, to TEXT?
SELECT t.name, f."from", f."to" FROM pragma_table_list AS t JOIN pragma_foreign_key_list(t.name) AS f WHERE t.schema = 'main';
-- name: SchemaSql :one
-- params: name TEXT
-- columns: sql TEXT?
SELECT sql FROM main.sqlite_master WHERE type = 'view' AND name = :name;
