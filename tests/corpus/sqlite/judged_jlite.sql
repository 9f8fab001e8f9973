-- Queries as people write them.
CREATE TABLE memos (id INTEGER PRIMARY KEY, n INTEGER, name TEXT NOT NULL, doc JSON);
INSERT INTO memos VALUES (1, NULL, 'a', '{"a":1}'), (2, 5, 'b', NULL), (3, 7, 'c', '[]');

-- name: NotInWhatMayBeEmpty :many
-- columns: n INTEGER?
SELECT n FROM memos WHERE n NOT IN (flash.slice(numbers));
-- name: InWhatMayBeEmpty :many
-- columns: n INTEGER!
SELECT n FROM memos WHERE n IN (flash.slice(numbers));
-- name: ObjectOfParameters :one
-- params: arg_1 INTEGER | REAL | TEXT, arg_2 TEXT, id INTEGER
SELECT json_object('a', ?, ?, 3, 'c', name) AS doc FROM memos WHERE id = ?;
-- name: SetTwoPaths :exec
-- params: doc INTEGER | REAL | TEXT?, doc_2 INTEGER | REAL | TEXT?, id INTEGER
UPDATE memos SET doc = json_set(doc, '$.c', ?, '$.b', ?) WHERE id = ?;
-- name: ArrayOfParameters :many
SELECT json_array(?, n) AS both, json_quote(?) AS quoted FROM memos;
