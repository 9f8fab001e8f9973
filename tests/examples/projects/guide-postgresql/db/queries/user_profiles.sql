-- name: CreateUserProfile :one
INSERT INTO user_profiles (user_id, bio) VALUES ($1, $2) RETURNING id;

-- The profile with its role.
-- name: GetUserProfile :one
SELECT * FROM user_profiles WHERE user_id = $1;

-- name: SetRole :execrows
UPDATE user_profiles SET role = @role WHERE user_id = @user_id;

-- name: CountByRole :many
SELECT role, count(*) AS total FROM user_profiles GROUP BY role ORDER BY role;
