-- name: CreateUserProfile :one
INSERT INTO user_profiles (user_id, bio) VALUES ($1, $2) RETURNING id;

-- name: GetUserProfile :one
SELECT * FROM user_profiles WHERE user_id = $1;

-- name: SetRole :execrows
UPDATE user_profiles SET role = @role WHERE user_id = @user_id;

-- name: CountByRole :many
SELECT role, count(*) AS total FROM user_profiles GROUP BY role ORDER BY role;

-- Posts and their authors, also those without one.
-- name: PostsWithAuthors :many
SELECT p.title, u.name AS author, u.id AS author_id
FROM posts p LEFT JOIN users u ON u.id = p.user_id
ORDER BY p.id;
