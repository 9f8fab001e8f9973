"""Which view answers what."""

from __future__ import annotations

from django.urls import path
from views import post_list, user_detail, user_list

urlpatterns = [
    path("users", user_list),
    path("users/<int:user_id>", user_detail),
    path("users/<int:user_id>/posts", post_list),
]
