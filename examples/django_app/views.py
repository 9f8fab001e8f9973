"""Users and posts over HTTP; the queries run on Django's connection, in its transactions."""

from __future__ import annotations

import functools
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import flash_sync
from django.db import connection, transaction
from django.http import HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from flash_gen import new
from pydantic import BaseModel, Field, ValidationError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Concatenate, ParamSpec

    from django.http import HttpRequest

    P = ParamSpec("P")

# Each thread's own connection is found when a query runs.
db = new(connection)


class NewUser(BaseModel):
    """What creates a user."""

    name: Annotated[str, Field(min_length=1, max_length=100)]
    email: Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+$", max_length=255)]


class UserChanges(BaseModel):
    """What changes a user; what is left out stays."""

    name: Annotated[str, Field(min_length=1, max_length=100)] | None = None


class NewPost(BaseModel):
    """What creates a post."""

    title: Annotated[str, Field(min_length=1, max_length=255)]
    content: str | None = None


def answers(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Say what went wrong in the terms of HTTP."""

    @functools.wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except ValidationError as error:
            return JsonResponse({"error": [each["msg"] for each in error.errors()]}, status=422)
        except flash_sync.UniqueViolation:
            return JsonResponse({"error": "this address belongs to another user"}, status=409)
        except flash_sync.ForeignKeyViolation:
            return missing()
        except flash_sync.OperationalError:
            return JsonResponse({"error": "try again later"}, status=503)

    return answer


def missing() -> HttpResponse:
    """Answer that there is nobody."""
    return JsonResponse({"error": "there is no such user"}, status=404)


def show(user_id: int, status: int = 200) -> HttpResponse:
    """Answer with a user."""
    user = db.get_user_by_id(user_id)
    return missing() if user is None else JsonResponse(asdict(user), status=status)


@csrf_exempt
@require_http_methods(["GET", "POST"])
@answers
def user_list(request: HttpRequest) -> HttpResponse:
    """List users, the newest first, or create one."""
    if request.method == "POST":
        user = NewUser.model_validate_json(request.body)
        with transaction.atomic():
            return show(db.create_user(user.name, user.email), status=201)
    return JsonResponse([asdict(user) for user in db.list_users(10, 0)], safe=False)


@csrf_exempt
@require_http_methods(["GET", "PATCH", "DELETE"])
@answers
def user_detail(request: HttpRequest, user_id: int) -> HttpResponse:
    """Return, change or delete a user."""
    if request.method == "DELETE":
        return HttpResponse(status=204) if db.delete_user(user_id) else missing()
    if request.method == "PATCH":
        changes = UserChanges.model_validate_json(request.body)
        db.update_user(user_id, name=changes.name)
    return show(user_id)


@csrf_exempt
@require_http_methods(["GET", "POST"])
@answers
def post_list(request: HttpRequest, user_id: int) -> HttpResponse:
    """List a user's posts, or write one."""
    if request.method == "POST":
        post = NewPost.model_validate_json(request.body)
        with transaction.atomic():
            post_id = db.create_post(user_id, post.title, post.content)
            db.publish_post(post_id)
    return JsonResponse([asdict(each) for each in db.get_posts_by_user_id(user_id)], safe=False)
