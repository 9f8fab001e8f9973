-- name: CreateUser :one
INSERT INTO users (name, email) VALUES ($1, $2) RETURNING id;

-- name: GetUserByID :one
SELECT * FROM users WHERE id = $1;

-- Users, the newest first.
-- name: ListUsers :many
SELECT * FROM users ORDER BY id DESC LIMIT $1 OFFSET $2;

-- What is not given stays as it is.
-- name: UpdateUser :execrows
UPDATE users SET name = COALESCE($2, name), email = COALESCE($3, email) WHERE id = $1;

-- name: DeleteUser :execrows
DELETE FROM users WHERE id = $1;
