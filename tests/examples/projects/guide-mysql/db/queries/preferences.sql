-- name: SavePreferences :one
INSERT INTO user_preferences (user_id, preferences, settings)
VALUES (flash.arg(user_id), flash.arg(preferences), flash.arg(settings)) RETURNING *;

-- name: GetPreferences :one
SELECT preferences, settings FROM user_preferences WHERE user_id = :user_id;

-- name: TagPost :execrows
UPDATE posts SET tags = :tags WHERE id = :id;

-- name: GetTags :one
SELECT tags FROM posts WHERE id = $1;

-- name: PostsWithTag :many
SELECT id, title, tags FROM posts WHERE FIND_IN_SET(:tag, tags) ORDER BY id;

-- name: PostsTagged :many
SELECT title FROM posts WHERE tags IN (flash.slice(tags)) ORDER BY id;
