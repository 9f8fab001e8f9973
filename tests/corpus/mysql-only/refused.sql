-- 42000: Expression #2 of SELECT list is not in GROUP BY clause and contains nonaggregated column 'posts.title' which is not functionally dependent on columns in GROUP BY clause; this is incompatible with sql_mode=only_full_group_by
-- help: add posts.title to GROUP BY, or write min(posts.title)
SELECT user_id, «title» FROM posts GROUP BY user_id

-- 42000: In aggregated query without GROUP BY, expression #1 of SELECT list contains nonaggregated column 'posts.title'; this is incompatible with sql_mode=only_full_group_by
-- help: add posts.title to GROUP BY, or write min(posts.title)
SELECT «title», COUNT(*) FROM posts

-- 42000: Expression #1 of ORDER BY is not in GROUP BY clause and contains nonaggregated column 'posts.title' which is not functionally dependent on columns in GROUP BY clause; this is incompatible with sql_mode=only_full_group_by
-- help: add posts.title to GROUP BY, or write min(posts.title)
SELECT user_id FROM posts GROUP BY user_id ORDER BY «title»

-- 42S22: Unknown column 'nam' in 'field list'
-- help: did you mean "name"?
SELECT «nam» FROM users

-- 42S22: Unknown column 'nam' in 'where clause'
-- help: did you mean "name"?
SELECT id FROM users WHERE «nam» = 1

-- 42S22: Unknown column 'nam' in 'order clause'
-- help: did you mean "name"?
SELECT id FROM users ORDER BY «nam»

-- 23000: Column 'id' in field list is ambiguous
-- help: write users.id
SELECT «id» FROM users, posts

-- 42000: MySQL has no RETURNING: it is MariaDB's
-- help: read the rows with a SELECT
DELETE FROM users WHERE id = 1 «RETURNING» id

-- HY000: The value specified for generated column 'label' in table 'users' is not allowed.
-- help: write DEFAULT, or leave the column out
INSERT INTO users (name, email, label) VALUES ('a', 'b', DEFAULT), ('a', 'b', «NULL»)

-- 42000: FUNCTION JSON_DETAILED does not exist
-- help: JSON_DETAILED is MariaDB's
SELECT «JSON_DETAILED»(data) FROM users
