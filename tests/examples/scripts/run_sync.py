"""Run the sync twin of guide_calls on a driver: ``run_sync.py DRIVER URL``."""

from __future__ import annotations

import sqlite3
import sys
from urllib.parse import urlsplit

import guide_calls_sync

import flash_sync
from flash_gen.sync import new


def through_psycopg_pool(url: str) -> None:
    from psycopg_pool import ConnectionPool

    with ConnectionPool(url, min_size=1, max_size=4, open=False) as pool:
        guide_calls_sync.run(new(pool))


def through_psycopg_connection(url: str) -> None:
    import psycopg

    with psycopg.connect(url) as connection:
        guide_calls_sync.run_alone(new(connection))
    with psycopg.connect(url) as connection:
        assert len(new(connection).list_users(100, 0)) > 0


def through_sqlite3(url: str) -> None:
    path = url.removeprefix("sqlite://")
    connection = sqlite3.connect(path)
    guide_calls_sync.run_alone(new(connection))
    connection.close()
    connection = sqlite3.connect(path)
    assert len(new(connection).list_users(100, 0)) > 0
    connection.close()


def through_pymysql(url: str) -> None:
    import pymysql

    parts = urlsplit(url)
    options = {"host": parts.hostname, "port": parts.port, "user": parts.username}
    connection = pymysql.connect(**options, database=parts.path[1:])
    guide_calls_sync.run_alone(new(connection))
    connection.close()
    connection = pymysql.connect(**options, database=parts.path[1:])
    assert len(new(connection).list_users(100, 0)) > 0
    connection.close()


def through_url(url: str) -> None:
    with flash_sync.connect(url) as database:
        guide_calls_sync.run(new(database))


if __name__ == "__main__":
    globals()[f"through_{sys.argv[1]}"](sys.argv[2])
