"""The files of the example project that ``flash demo`` makes.

Depends on: nothing.
"""

from __future__ import annotations

from typing import Final

SCHEMA: Final = {
    "db/schema/users.sql": """\
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    name VARCHAR(100) NOT NULL,
    email VARCHAR(255) UNIQUE NOT NULL,
    is_active BOOLEAN DEFAULT TRUE,
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);
""",
    "db/schema/posts.sql": """\
CREATE TABLE posts (
    id INTEGER PRIMARY KEY,
    user_id INTEGER REFERENCES users(id) ON DELETE CASCADE,
    title VARCHAR(255) NOT NULL,
    content TEXT,
    published BOOLEAN DEFAULT FALSE,
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);

CREATE INDEX idx_posts_user_id ON posts(user_id);
""",
}

QUERIES: Final = {
    "db/queries/users.sql": """\
-- name: GetUserByID :one
SELECT id, name, email, is_active, created_at, updated_at
FROM users WHERE id = $1;

-- name: GetUserByEmail :one
SELECT id, name, email, is_active, created_at, updated_at
FROM users WHERE email = $1;

-- name: CreateUser :one
INSERT INTO users (name, email) VALUES ($1, $2) RETURNING id;

-- Change what is given; leave the rest as it is.
-- name: UpdateUser :exec
UPDATE users SET name = COALESCE($2, name), email = COALESCE($3, email), updated_at = CURRENT_TIMESTAMP
WHERE id = $1;

-- name: DeleteUser :exec
DELETE FROM users WHERE id = $1;

-- name: ListUsers :many
SELECT id, name, email, is_active, created_at, updated_at
FROM users ORDER BY created_at DESC LIMIT $1 OFFSET $2;
""",
    "db/queries/posts.sql": """\
-- name: CreatePost :one
INSERT INTO posts (user_id, title, content) VALUES ($1, $2, $3) RETURNING id;

-- name: GetPostByID :one
SELECT p.id, p.user_id, p.title, p.content, p.published, p.created_at,
       u.name as author_name, u.email as author_email
FROM posts p
JOIN users u ON p.user_id = u.id
WHERE p.id = $1;

-- name: GetPostsByUserID :many
SELECT id, user_id, title, content, published, created_at
FROM posts WHERE user_id = $1 ORDER BY created_at DESC;

-- name: UpdatePost :exec
UPDATE posts SET title = $2, content = $3, published = $4
WHERE id = $1;

-- name: DeletePost :exec
DELETE FROM posts WHERE id = $1;

-- name: GetPublishedPosts :many
SELECT id, user_id, title, content, published, created_at
FROM posts WHERE published = true ORDER BY created_at DESC;
""",
}

SCRIPT: Final = '''\
"""Use the generated package: everything here is checked by mypy and pyright."""

from __future__ import annotations

import asyncio
import sys

import flash_core
from flash_gen import new


async def main(url: str) -> None:
    """Create, read, update and delete some rows."""
    async with flash_core.connect(url) as database:
        db = new(database)

        # What happens inside is kept as a whole, or not at all.
        async with db.transaction() as tx:
            user_id: int = await tx.create_user("John Doe", "john@example.com")
            post_id: int = await tx.create_post(user_id, "My First Post", "Hello!")
        print(f"created user {user_id} and post {post_id}")

        try:
            await db.create_user("Somebody Else", "john@example.com")
        except flash_core.UniqueViolation as error:
            print(f"refused a second john@example.com: {error}")

        await db.update_user(user_id, name="John Smith")
        user = await db.get_user_by_id(user_id)
        if user is None:
            sys.exit("the user is gone")
        print(f"renamed: {user.name}, still {user.email}, since {user.created_at}")

        await db.update_post(post_id, "My First Post", "Hello, world!", published=True)
        post = await db.get_post_by_id(post_id)
        if post is not None:
            print(f"post: {post.title!r} by {post.author_name}")
        for published in await db.get_published_posts():
            print(f"published: {published}")

        await db.delete_user(user_id)
        print(f"users left: {await db.list_users(limit=10, offset=0)}")


if __name__ == "__main__":
    asyncio.run(main("sqlite://./data.db"))
'''

README: Final = """\
# A Flash project

- `db/schema/` holds the tables, `db/queries/` the queries: plain SQL.
- `flash_gen/` is generated from them: do not edit it.
- `main.py` uses it. Run it again with `python main.py`.

Change something and follow it through:

1. add a column to `db/schema/users.sql`, for instance `bio TEXT`;
2. `flash migrate "add bio"` writes the migration, `flash apply` runs it, `flash status` shows it;
3. select the column in `db/queries/users.sql`; `flash gen` writes the new types;
4. `mypy --strict main.py` or your editor shows what no longer fits.

`.env` holds the address of the database.
"""
