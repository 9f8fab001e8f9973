"""Users and posts over HTTP, asynchronously."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

import flash_core
from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse
from flash_gen import GetPostByIDRow, Post, Queries, User, new
from pydantic import BaseModel, Field

URL = os.environ.get("DATABASE_URL", "sqlite://./data.db")


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Keep one pool of connections while the app runs."""
    async with flash_core.connect(URL) as database:
        app.state.database = database
        yield


app = FastAPI(title="Users and posts", lifespan=lifespan)


def get_db(request: Request) -> Queries:
    """Return the queries over the app's pool; tests put others in its place."""
    database: flash_core.Database = request.app.state.database
    return new(database)


Db = Annotated[Queries, Depends(get_db)]
Address = Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+$", max_length=255)]
Name = Annotated[str, Field(min_length=1, max_length=100)]


class NewUser(BaseModel):
    """What creates a user."""

    name: Name
    email: Address


class UserChanges(BaseModel):
    """What changes a user; what is left out stays."""

    name: Name | None = None
    email: Address | None = None


class NewPost(BaseModel):
    """What creates a post."""

    title: Annotated[str, Field(min_length=1, max_length=255)]
    content: str | None = None


@app.exception_handler(flash_core.UniqueViolation)
async def conflict(request: Request, error: Exception) -> JSONResponse:
    """Answer what a unique constraint refused."""
    del request, error
    return JSONResponse({"detail": "this address belongs to another user"}, 409)


@app.exception_handler(flash_core.ForeignKeyViolation)
async def missing(request: Request, error: Exception) -> JSONResponse:
    """Answer what refers to a row that is not there."""
    del request, error
    return JSONResponse({"detail": "there is no such user"}, 404)


@app.exception_handler(flash_core.OperationalError)
async def unavailable(request: Request, error: Exception) -> JSONResponse:
    """Answer while the database cannot do its work."""
    del request, error
    return JSONResponse({"detail": "try again later"}, 503)


@app.get("/users")
async def list_users(db: Db, limit: int = 10, offset: int = 0) -> list[User]:
    """List users, the newest first."""
    return await db.list_users(limit, offset)


@app.post("/users", status_code=201)
async def create_user(db: Db, user: NewUser) -> User:
    """Create a user."""
    user_id = await db.create_user(user.name, user.email)
    return await get_user(db, user_id)


@app.get("/users/{user_id}")
async def get_user(db: Db, user_id: int) -> User:
    """Return one user."""
    user = await db.get_user_by_id(user_id)
    if user is None:
        raise HTTPException(404, "there is no such user")
    return user


@app.patch("/users/{user_id}")
async def update_user(db: Db, user_id: int, changes: UserChanges) -> User:
    """Change a user."""
    await db.update_user(user_id, name=changes.name, email=changes.email)
    return await get_user(db, user_id)


@app.delete("/users/{user_id}", status_code=204)
async def delete_user(db: Db, user_id: int) -> None:
    """Delete a user with their posts."""
    if not await db.delete_user(user_id):
        raise HTTPException(404, "there is no such user")


@app.post("/users/{user_id}/posts", status_code=201)
async def create_post(db: Db, user_id: int, post: NewPost) -> GetPostByIDRow | None:
    """Create a post and publish it, both or neither."""
    async with db.transaction() as tx:
        post_id = await tx.create_post(user_id, post.title, post.content)
        await tx.publish_post(post_id)
    return await db.get_post_by_id(post_id)


@app.get("/users/{user_id}/posts")
async def list_posts(db: Db, user_id: int) -> list[Post]:
    """List a user's posts."""
    return await db.get_posts_by_user_id(user_id)
