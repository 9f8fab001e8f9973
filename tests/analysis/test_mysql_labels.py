"""An ENUM or SET is its Python class only where every value that comes is a label."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from flash_core.engine import Engine
from flash_core.types.model import TypeKind

if TYPE_CHECKING:
    from tests.analysis.conftest import AnalyseAll, LoadCatalog

_SCHEMA: Final = "CREATE TABLE t (id INT PRIMARY KEY, e ENUM('x', 'y') NOT NULL, f ENUM('a'));"


@pytest.mark.parametrize(
    ("insert", "labels"),
    [
        ("INSERT IGNORE INTO t (e) VALUES (?)", "ef"),
        ("INSERT IGNORE INTO t (e, f) VALUES ('x', NULL), ('y', DEFAULT)", "ef"),
        ("INSERT IGNORE INTO t (e) VALUES ('x'), ('no label')", "f"),
        ("INSERT IGNORE INTO t (e) VALUES (NULL)", "f"),
        ("INSERT IGNORE INTO t (id, f) SELECT 1, 'b'", "e"),
        ("INSERT INTO t (e) VALUES (LOWER(?))", "ef"),
    ],
)
def test_what_insert_ignore_may_leave_empty_is_a_text(
    insert: str, labels: str, load_catalog: LoadCatalog, analyse_all: AnalyseAll
) -> None:
    catalog = load_catalog(_SCHEMA, Engine.MARIADB)
    ((query, problems),) = analyse_all(f"-- name: Q :many\n{insert} RETURNING e, f;", catalog)
    assert query is not None, problems
    found = [column.name for column in query.columns if column.type.kind is TypeKind.ENUM]
    assert "".join(found) == labels
