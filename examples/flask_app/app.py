"""Users and posts over HTTP, with threads."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import flash_sync
from flash_gen import new
from flask import Flask, abort, jsonify, request
from pydantic import BaseModel, Field, ValidationError

if TYPE_CHECKING:
    from flask import Response

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


def create_app(connection: flash_sync.Connectable) -> Flask:
    """Return the app over a database, which the caller closes; threads share it."""
    app = Flask(__name__)
    db = new(connection)

    @app.get("/users")
    def list_users() -> Response:
        limit = request.args.get("limit", 10, type=int)
        return jsonify(db.list_users(limit, request.args.get("offset", 0, type=int)))

    @app.post("/users")
    def create_user() -> tuple[Response, int]:
        user = NewUser.model_validate(request.get_json())
        return jsonify(db.get_user_by_id(db.create_user(user.name, user.email))), 201

    @app.get("/users/<int:user_id>")
    def get_user(user_id: int) -> Response:
        user = db.get_user_by_id(user_id)
        if user is None:
            abort(404)
        return jsonify(user)

    @app.patch("/users/<int:user_id>")
    def update_user(user_id: int) -> Response:
        changes = UserChanges.model_validate(request.get_json())
        db.update_user(user_id, name=changes.name, email=changes.email)
        return get_user(user_id)

    @app.delete("/users/<int:user_id>")
    def delete_user(user_id: int) -> tuple[str, int]:
        if not db.delete_user(user_id):
            abort(404)
        return "", 204

    @app.post("/users/<int:user_id>/posts")
    def create_post(user_id: int) -> tuple[Response, int]:
        post = NewPost.model_validate(request.get_json())
        with db.transaction() as tx:
            post_id = tx.create_post(user_id, post.title, post.content)
            tx.publish_post(post_id)
        return jsonify(db.get_post_by_id(post_id)), 201

    @app.get("/users/<int:user_id>/posts")
    def list_posts(user_id: int) -> Response:
        return jsonify(db.get_posts_by_user_id(user_id))

    add_error_handlers(app)
    return app


def add_error_handlers(app: Flask) -> None:
    """Say what went wrong in the terms of HTTP."""

    @app.errorhandler(ValidationError)
    def invalid(error: ValidationError) -> tuple[Response, int]:
        return jsonify(error=[each["msg"] for each in error.errors()]), 422

    @app.errorhandler(flash_sync.UniqueViolation)
    def conflict(error: flash_sync.UniqueViolation) -> tuple[Response, int]:
        del error
        return jsonify(error="this address belongs to another user"), 409

    @app.errorhandler(flash_sync.ForeignKeyViolation)
    def missing(error: flash_sync.ForeignKeyViolation) -> tuple[Response, int]:
        del error
        return jsonify(error="there is no such user"), 404

    @app.errorhandler(flash_sync.OperationalError)
    def unavailable(error: flash_sync.OperationalError) -> tuple[Response, int]:
        del error
        return jsonify(error="try again later"), 503


if __name__ == "__main__":
    with flash_sync.connect(os.environ.get("DATABASE_URL", "sqlite://./data.db")) as database:
        create_app(database).run()
