"""Which query a text is of."""

from __future__ import annotations

from flash_core import DataError, name_queries
from flash_core.values import spread

SOME = "SELECT id FROM users WHERE id IN (flash.slice(ids)) AND id < flash.slice(x)"


def test_a_query_with_a_list_is_known_by_its_name() -> None:
    name_queries("db/queries/lists.sql", {SOME: ("GetSome", 3)})
    for count in (0, 1, 12):
        text = spread(SOME, 2, ids=count, x=1)
        error = DataError("no", query=text)
        assert (error.query_name, error.location) == ("GetSome", "db/queries/lists.sql:3")
    assert DataError("no", query=SOME.replace("(", "[")).query_name is None
