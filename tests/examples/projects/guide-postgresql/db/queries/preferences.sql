-- name: SavePreferences :one
INSERT INTO user_preferences (user_id, preferences, settings)
VALUES (flash.arg(user_id), flash.arg(preferences), flash.arg(settings)) RETURNING *;

-- name: GetPreferences :one
SELECT preferences, settings FROM user_preferences WHERE user_id = :user_id;

-- name: TagPost :execrows
UPDATE posts SET tags = array_append(tags, :tag) WHERE id = :id;

-- name: GetTags :one
SELECT tags FROM posts WHERE id = $1;

-- name: PostsWithAnyTag :many
SELECT id, title, tags FROM posts WHERE tags && $1::text[] ORDER BY id;

-- Posts and their authors, also those without one.
-- name: PostsWithAuthors :many
SELECT p.title, u.name AS author, u.id AS author_id
FROM posts p LEFT JOIN users u ON u.id = p.user_id
ORDER BY p.id;
