"""Settings of the project; the database is Django's, Flash runs its queries on it."""

from __future__ import annotations

import os

SECRET_KEY = os.environ.get("SECRET_KEY", "only for this example")
DEBUG = "DEBUG" in os.environ
ALLOWED_HOSTS = ["localhost", "testserver"]
ROOT_URLCONF = "urls"
USE_TZ = True
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.environ.get("DATABASE_NAME", "data.db"),
    }
}
