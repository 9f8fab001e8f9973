-- name: AddUser :one
INSERT INTO users (name, nickname, settings) VALUES ($1, $2, $3) RETURNING id;

-- name: AddPost :one
INSERT INTO posts (title, author_id, reviewer_id) VALUES ($1, $2, $3) RETURNING id;

-- One embedded row and nothing else.
-- name: ListAuthors :many
SELECT flash.embed(users) FROM users ORDER BY users.id;

-- The post, who wrote it, and who reviewed it, if anybody did.
-- name: ListPosts :many
SELECT sqlc.embed(posts), flash.embed(author), flash.embed(reviewer)
FROM posts
JOIN users AS author ON author.id = posts.author_id
LEFT JOIN users AS reviewer ON reviewer.id = posts.reviewer_id
ORDER BY posts.id;

-- name: GetPost :one
SELECT p.id, p.title, flash.embed(u), length(p.title) AS letters
FROM posts p
LEFT JOIN users u ON u.id = p.reviewer_id
WHERE p.id = $1;

-- name: CountPosts :one
SELECT flash.embed(totals)
FROM (SELECT count(*) AS posts, max(title) AS last FROM posts) AS totals;

-- name: LatestOf :many
SELECT flash.embed(u), flash.embed(latest)
FROM users u
LEFT JOIN (SELECT author_id, max(title) AS title FROM posts GROUP BY author_id) AS latest
    ON latest.author_id = u.id
ORDER BY u.id;

-- name: BothSides :many
SELECT flash.embed(u), flash.embed(u) FROM users u ORDER BY u.id;

-- name: Titles :many
SELECT flash.embed(p) FROM posts p WHERE p.title = @title;
