-- A blog: joins, common table expressions, windows and set operations.
CREATE TABLE users (
    id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name VARCHAR(50) NOT NULL,
    email VARCHAR(100) UNIQUE,
    boss_id INT,
    admin TINYINT(1) NOT NULL DEFAULT 0,
    created DATETIME NOT NULL
) CHARACTER SET utf8mb4;
CREATE TABLE posts (
    post_id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    user_id INT NOT NULL,
    title VARCHAR(120) NOT NULL,
    body LONGTEXT,
    published BOOLEAN,
    score DOUBLE NOT NULL DEFAULT 0,
    posted DATE NOT NULL,
    KEY (user_id)
) CHARACTER SET utf8mb4;
CREATE TABLE comments (
    comment_id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    post_id INT UNSIGNED NOT NULL,
    user_id INT,
    parent_id BIGINT UNSIGNED,
    body TEXT NOT NULL,
    likes INT NOT NULL DEFAULT 0
) CHARACTER SET utf8mb4;
CREATE TABLE tags (tag_id SMALLINT NOT NULL PRIMARY KEY, label VARCHAR(30) NOT NULL UNIQUE);
CREATE TABLE post_tags (
    post_id INT UNSIGNED NOT NULL,
    tag_id SMALLINT NOT NULL,
    PRIMARY KEY (post_id, tag_id)
);
CREATE TABLE profiles (user_id INT PRIMARY KEY, bio TEXT, website VARCHAR(255), avatar BLOB);
CREATE VIEW authors (id, author, posts, latest) AS
    SELECT u.id, u.name, COUNT(p.post_id), MAX(p.posted) FROM users u LEFT JOIN posts p ON p.user_id = u.id GROUP BY u.id, u.name;
CREATE OR REPLACE ALGORITHM=MERGE VIEW visible_posts AS SELECT post_id, title, published FROM posts WHERE published;

-- name: InnerJoin :many
SELECT p.title, u.name FROM posts p INNER JOIN users u ON u.id = p.user_id;

-- name: LeftJoin :many
SELECT u.name, p.title, p.published, p.score + 1 FROM users u LEFT JOIN posts p ON p.user_id = u.id;

-- name: LeftJoinNarrowed :many
-- columns: name!, title!
SELECT u.name, p.title FROM users u LEFT JOIN posts p ON p.user_id = u.id WHERE p.title IS NOT NULL;

-- name: RightJoin :many
SELECT u.name, p.title FROM users u RIGHT OUTER JOIN posts p ON p.user_id = u.id;

-- name: UsingJoin :many
SELECT post_id, title, tag_id, label FROM posts JOIN post_tags USING (post_id) JOIN tags USING (tag_id);

-- name: UsingStar :many
SELECT * FROM posts JOIN comments USING (post_id);

-- name: MergedBesideTheSameName :many
SELECT * FROM tags AS x JOIN posts AS q, (posts AS p JOIN comments AS c USING (post_id));

-- name: UsingLeftStar :many
SELECT * FROM posts LEFT JOIN post_tags USING (post_id);

-- name: UsingRightStar :many
SELECT * FROM post_tags RIGHT JOIN posts USING (post_id);

-- name: NaturalStar :many
SELECT * FROM post_tags NATURAL JOIN tags;

-- name: NaturalLeft :many
SELECT post_id, title, tag_id FROM posts NATURAL LEFT JOIN post_tags;

-- name: NaturalRight :many
SELECT * FROM posts NATURAL RIGHT JOIN post_tags;

-- name: CrossJoin :many
SELECT u.name, t.label FROM users u CROSS JOIN tags t;

-- name: CrossJoinOn :many
SELECT u.name, t.label FROM users u CROSS JOIN tags t ON t.tag_id = u.id;

-- name: CommaJoin :many
SELECT u.name, p.title FROM users u, posts p WHERE p.user_id = u.id;

-- name: StraightJoin :many
SELECT u.name, p.title FROM users u STRAIGHT_JOIN posts p ON p.user_id = u.id;

-- name: JoinWithoutOn :many
SELECT u.name, t.label FROM users u JOIN tags t;

-- name: NestedJoins :many
SELECT u.name, p.title, c.body FROM users u LEFT JOIN (posts p JOIN comments c ON c.post_id = p.post_id) ON p.user_id = u.id;

-- name: ParenthesesList :many
SELECT u.name, p.title, t.label FROM users u LEFT JOIN (posts p, tags t) ON p.user_id = u.id AND t.tag_id = 1;

-- name: OdbcJoin :many
SELECT u.name, p.title FROM { OJ users u LEFT OUTER JOIN posts p ON p.user_id = u.id };

-- name: DelayedOn :many
SELECT u.name, p.title, c.body FROM users u JOIN posts p JOIN comments c ON c.post_id = p.post_id ON p.user_id = u.id;

-- name: SelfJoin :many
SELECT e.name, b.name AS boss FROM users e LEFT JOIN users b ON b.id = e.boss_id;

-- name: SelfJoinStars :many
SELECT e.*, b.* FROM users e LEFT JOIN users b ON b.id = e.boss_id;

-- name: ThreeLevels :many
SELECT u.name, COALESCE(p.title, '-') AS title, COUNT(c.comment_id) AS comments, SUM(c.likes) FROM users u LEFT JOIN posts p ON p.user_id = u.id LEFT JOIN comments c ON c.post_id = p.post_id GROUP BY u.name, p.title;

-- name: Derived :many
SELECT d.name, d.n FROM (SELECT u.name, COUNT(*) AS n FROM users u GROUP BY u.name) AS d WHERE d.n > ?;

-- name: DerivedLeft :many
SELECT u.name, s.total, s.last FROM users u LEFT JOIN (SELECT user_id, COUNT(*) AS total, MAX(posted) AS last FROM posts GROUP BY user_id) s ON s.user_id = u.id;

-- name: DerivedStar :many
SELECT * FROM (SELECT p.post_id, p.title, u.admin FROM posts p JOIN users u ON u.id = p.user_id) x;

-- name: DerivedNested :many
SELECT y.a FROM (SELECT x.a + 1 AS a FROM (SELECT post_id AS a FROM posts) x) y;

-- name: ViewAuthors :many
SELECT * FROM authors;

-- name: ViewAuthorsJoin :many
SELECT a.author, p.title FROM posts p JOIN authors a ON a.id = p.user_id;

-- name: ViewMerged :many
-- columns: post_id!, title!, published!, likes?
SELECT v.*, c.likes FROM visible_posts v LEFT JOIN comments c USING (post_id);

-- name: With :many
WITH busy AS (SELECT user_id, COUNT(*) AS n FROM posts GROUP BY user_id) SELECT u.name, b.n FROM users u JOIN busy b ON b.user_id = u.id;

-- name: WithColumns :many
WITH t (a, b) AS (SELECT id, name FROM users) SELECT a, b FROM t;

-- name: WithTwo :many
WITH a AS (SELECT id FROM users), b AS (SELECT a.id, p.title FROM a JOIN posts p ON p.user_id = a.id) SELECT * FROM b;

-- name: WithShadow :many
WITH users AS (SELECT 1 AS one) SELECT * FROM users;

-- name: WithNested :many
WITH outer_cte AS (WITH inner_cte AS (SELECT tag_id FROM tags) SELECT tag_id * 2 AS twice FROM inner_cte) SELECT twice FROM outer_cte;

-- name: WithInSubquery :many
SELECT id FROM users WHERE id IN (WITH w AS (SELECT user_id FROM posts) SELECT user_id FROM w);

-- name: RecursiveCount :many
-- columns: i!
WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT i FROM n;

-- name: RecursiveColumns :many
-- columns: i!, s!
WITH RECURSIVE n (i, s) AS (SELECT 1, CAST('a' AS CHAR(100)) UNION ALL SELECT i + 1, CONCAT(s, 'b') FROM n WHERE i < 10) SELECT i, s FROM n;

-- name: RecursiveTree :many
-- columns: id!, name!, boss_id?, depth!
WITH RECURSIVE tree AS (SELECT id, name, boss_id, 0 AS depth FROM users WHERE boss_id IS NULL UNION ALL SELECT u.id, u.name, u.boss_id, t.depth + 1 FROM users u JOIN tree t ON u.boss_id = t.id) SELECT id, name, boss_id, depth FROM tree ORDER BY depth;

-- name: RecursiveThread :many
-- columns: comment_id!, parent_id?, body!
WITH RECURSIVE thread AS (SELECT comment_id, parent_id, body FROM comments WHERE comment_id = :root UNION DISTINCT SELECT c.comment_id, c.parent_id, c.body FROM comments c JOIN thread t ON c.parent_id = t.comment_id) SELECT * FROM thread;

-- name: RecursiveDates :many
WITH RECURSIVE days AS (SELECT CAST('2024-01-01' AS DATE) AS d UNION ALL SELECT d + INTERVAL 1 DAY FROM days WHERE d < '2024-01-31') SELECT d, COUNT(p.post_id) FROM days LEFT JOIN posts p ON p.posted = d GROUP BY d;

-- name: RowNumber :many
-- columns: post_id!, place!
SELECT post_id, ROW_NUMBER() OVER (PARTITION BY user_id ORDER BY posted DESC) AS place FROM posts;

-- name: Ranks :many
-- columns: title!, RANK() OVER w!, DENSE_RANK() OVER w!, PERCENT_RANK() OVER w!, CUME_DIST() OVER w!, NTILE(4) OVER w!
SELECT title, RANK() OVER w, DENSE_RANK() OVER w, PERCENT_RANK() OVER w, CUME_DIST() OVER w, NTILE(4) OVER w FROM posts WINDOW w AS (ORDER BY score DESC);

-- name: LagLead :many
-- columns: title!, LAG(title) OVER (ORDER BY posted)?, LEAD(score, 2) OVER (ORDER BY posted)?, FIRST_VALUE(title) OVER (ORDER BY posted)!, LAST_VALUE(score) OVER (ORDER BY posted)!, NTH_VALUE(title, 2) OVER (ORDER BY posted)?
SELECT title, LAG(title) OVER (ORDER BY posted), LEAD(score, 2) OVER (ORDER BY posted), FIRST_VALUE(title) OVER (ORDER BY posted), LAST_VALUE(score) OVER (ORDER BY posted), NTH_VALUE(title, 2) OVER (ORDER BY posted) FROM posts;

-- name: WindowAggregates :many
-- columns: user_id!, COUNT(*) OVER ()!, running!, AVG(score) OVER (ORDER BY posted ROWS 2 PRECEDING)!, MAX(title) OVER (PARTITION BY user_id)!, MIN(published) OVER ()?
SELECT user_id, COUNT(*) OVER (), SUM(score) OVER (PARTITION BY user_id ORDER BY posted ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS running, AVG(score) OVER (ORDER BY posted ROWS 2 PRECEDING), MAX(title) OVER (PARTITION BY user_id), MIN(published) OVER () FROM posts;

-- name: WindowNamed :many
-- columns: title!, a!, b!
SELECT title, SUM(score) OVER w1 AS a, COUNT(*) OVER w2 AS b FROM posts WINDOW w1 AS (PARTITION BY user_id), w2 AS (w1 ORDER BY posted);

-- name: WindowOverGroups :many
-- columns: user_id!, n!, place!, SUM(COUNT(*)) OVER ()!
SELECT user_id, COUNT(*) AS n, RANK() OVER (ORDER BY COUNT(*) DESC) AS place, SUM(COUNT(*)) OVER () FROM posts GROUP BY user_id;

-- name: WindowInDerived :many
-- columns: title!
SELECT title FROM (SELECT title, ROW_NUMBER() OVER (PARTITION BY user_id ORDER BY score DESC) AS rn FROM posts) ranked WHERE rn <= :top;

-- name: WindowRange :many
-- columns: SUM(score) OVER (ORDER BY post_id RANGE BETWEEN 5 PRECEDING AND 1 FOLLOWING)!
SELECT SUM(score) OVER (ORDER BY post_id RANGE BETWEEN 5 PRECEDING AND 1 FOLLOWING) FROM posts;

-- name: Union :many
SELECT id, name FROM users UNION SELECT post_id, title FROM posts;

-- name: UnionAll :many
SELECT name, created FROM users UNION ALL SELECT title, posted FROM posts ORDER BY 1 LIMIT 10;

-- name: UnionNull :many
SELECT id, NULL AS title FROM users UNION ALL SELECT user_id, title FROM posts;

-- name: UnionThree :many
SELECT 'u' AS kind, id FROM users UNION ALL SELECT 'p', post_id FROM posts UNION ALL SELECT 'c', comment_id FROM comments;

-- name: UnionParentheses :many
(SELECT name FROM users ORDER BY id LIMIT 1) UNION ALL (SELECT title FROM posts ORDER BY score DESC LIMIT 1) ORDER BY name;

-- name: UnionBooleans :many
SELECT admin FROM users UNION SELECT published FROM posts;

-- name: UnionParameters :many
SELECT id FROM users WHERE name = :word UNION SELECT user_id FROM posts WHERE title = :word;

-- name: Except :many
SELECT id FROM users EXCEPT SELECT user_id FROM posts;

-- name: Intersect :many
SELECT id FROM users INTERSECT SELECT user_id FROM posts;

-- name: ExceptAll :many
SELECT post_id FROM posts EXCEPT ALL SELECT post_id FROM post_tags;

-- name: UnionInDerived :many
SELECT x.id, COUNT(*) FROM (SELECT id FROM users UNION ALL SELECT user_id FROM posts) x GROUP BY x.id;

-- name: UnionInWhere :many
SELECT name FROM users WHERE id IN (SELECT user_id FROM posts UNION SELECT user_id FROM comments);

-- name: CorrelatedExists :many
SELECT u.name FROM users u WHERE NOT EXISTS (SELECT * FROM posts p WHERE p.user_id = u.id AND p.score > (SELECT AVG(score) FROM posts));

-- name: CorrelatedInSelect :many
SELECT p.title, (SELECT GROUP_CONCAT(t.label ORDER BY t.label) FROM tags t JOIN post_tags pt ON pt.tag_id = t.tag_id WHERE pt.post_id = p.post_id) AS tags FROM posts p;

-- name: TopPerGroup :many
SELECT p.* FROM posts p JOIN (SELECT user_id, MAX(score) AS best FROM posts GROUP BY user_id) m ON m.user_id = p.user_id AND m.best = p.score;

-- name: OneProfile :one
SELECT u.id, u.name, p.bio, p.avatar FROM users u LEFT JOIN profiles p ON p.user_id = u.id WHERE u.id = ?;

-- name: OneByUniqueNullable :one
-- columns: id!, email!
SELECT id, email FROM users WHERE email = ?;

-- name: SearchPosts :many
SELECT p.post_id, p.title, u.name AS author FROM posts p JOIN users u ON u.id = p.user_id WHERE (:author IS NULL OR u.name = :author) AND p.title LIKE :title AND p.posted >= :since ORDER BY p.posted DESC LIMIT :n OFFSET :skip;

-- name: TagsOfPosts :many
SELECT pt.post_id, t.label FROM post_tags pt JOIN tags t USING (tag_id) WHERE pt.post_id IN (flash.slice(posts)) AND t.label NOT IN (flash.slice(labels));

-- name: EmbedAuthor :many
SELECT p.title, flash.embed(users) FROM posts p JOIN users ON users.id = p.user_id WHERE p.published = :published;

-- name: CountPerDay :many
-- columns: day!, users!, admins!
SELECT DATE(created) AS day, COUNT(*) AS users, SUM(admin) AS admins FROM users GROUP BY DATE(created) ORDER BY day;

-- name: RollupWithHaving :many
-- columns: user_id?, published?, COUNT(*)!
SELECT user_id, published, COUNT(*) FROM posts GROUP BY user_id, published WITH ROLLUP HAVING user_id IS NOT NULL;

-- name: CoalesceRollup :many
-- columns: u!, s?
SELECT COALESCE(user_id, 0) AS u, SUM(score) AS s FROM posts GROUP BY user_id WITH ROLLUP;

-- name: DatabaseQualified :many
SELECT u.id, p.title FROM users AS u JOIN posts AS p ON p.user_id = u.id WHERE u.admin = TRUE;

-- name: CaseOverJoin :many
-- columns: title!, shown!
SELECT CASE WHEN p.post_id IS NULL THEN 'none' ELSE p.title END AS title, IF(p.published, 1, 0) AS shown FROM users u LEFT JOIN posts p ON p.user_id = u.id;

-- name: BooleanThroughDerived :many
-- columns: admin!, published?, COALESCE(d.published, FALSE)!, MAX(d.admin)!
SELECT d.admin, d.published, COALESCE(d.published, FALSE), MAX(d.admin) FROM (SELECT u.admin, p.published FROM users u JOIN posts p ON p.user_id = u.id) d GROUP BY d.admin, d.published;

-- name: BooleanThroughCte :many
WITH w AS (SELECT published, admin FROM posts JOIN users ON users.id = posts.user_id) SELECT published, admin, IFNULL(published, 0) FROM w;

-- name: DeepCorrelated :many
SELECT u.id FROM users u WHERE EXISTS (SELECT 1 FROM posts p WHERE p.user_id = u.id AND EXISTS (SELECT 1 FROM comments c WHERE c.post_id = p.post_id AND c.user_id = u.id));

-- name: HavingSubquery :many
SELECT user_id, COUNT(*) AS n FROM posts GROUP BY user_id HAVING n > (SELECT COUNT(*) / 2 FROM users);

-- name: OrderBySubquery :many
SELECT id, name FROM users u ORDER BY (SELECT COUNT(*) FROM posts p WHERE p.user_id = u.id) DESC, name;

-- name: IntersectAndUnion :many
-- columns: id!
SELECT id FROM users UNION SELECT user_id FROM posts INTERSECT SELECT user_id FROM comments;

-- name: DistinctOrdered :many
SELECT DISTINCT u.name FROM users u JOIN posts p ON p.user_id = u.id ORDER BY u.name;

-- name: SelectExpressionNames :many
-- columns: name!, UPPER(u.name)!, COUNT(p.post_id)!
SELECT u.name, UPPER(u.name), COUNT(p.post_id) FROM users u JOIN posts p ON p.user_id = u.id GROUP BY u.name;

-- name: ParenthesisedQuery :many
(SELECT id FROM users);

-- name: ParenthesisedLimit :many
(SELECT id FROM users) LIMIT 3;

-- name: UsingKeepsTheLeftType :many
SELECT * FROM posts JOIN comments USING (post_id);

-- name: UsingOfTwoTypes :many
SELECT user_id, body FROM (SELECT CAST(user_id AS UNSIGNED) AS user_id FROM posts) p JOIN comments USING (user_id);

-- name: UsingOfTwoTypesRight :many
-- columns: user_id?, body!
SELECT user_id, body FROM (SELECT CAST(user_id AS UNSIGNED) AS user_id FROM posts) p RIGHT JOIN comments USING (user_id);

-- name: NamedAfterTheAlias :many
-- params: title varchar, total double
-- columns: user_id!, total!
SELECT user_id, SUM(score * 1.5) AS total FROM posts WHERE title LIKE ? ESCAPE '!' GROUP BY user_id HAVING total > ?;

-- name: NestedUnionWithLimitInFront :many
SELECT post_id FROM posts WHERE user_id IN ((SELECT id FROM users UNION (SELECT boss_id FROM users LIMIT 1)) UNION SELECT 3);

-- name: AggregateOverAViewThatAggregatesElsewhere :many
-- params:
-- columns: most?, ids?
SELECT MAX(d.found) AS most, MIN((SELECT 1 FROM visible_posts LIMIT 1)) AS ids
FROM (SELECT MIN((SELECT posts FROM authors LIMIT 1)) AS found FROM posts) AS d;
