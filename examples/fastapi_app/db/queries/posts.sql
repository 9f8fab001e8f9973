-- name: CreatePost :one
INSERT INTO posts (user_id, title, content) VALUES ($1, $2, $3) RETURNING id;

-- A post with its author.
-- name: GetPostByID :one
SELECT p.id, p.title, p.content, p.published, u.name AS author_name
FROM posts p JOIN users u ON u.id = p.user_id
WHERE p.id = $1;

-- name: GetPostsByUserID :many
SELECT * FROM posts WHERE user_id = $1 ORDER BY id;

-- name: PublishPost :execrows
UPDATE posts SET published = TRUE WHERE id = $1;
