"""Random schemas, views and statements as hypothesis strategies, and what makes a scene of them.

Depends on: changes, choices, queries, schemas.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from .choices import Choices
from .queries import Queries
from .schemas import Schema, View, rows, tables

if TYPE_CHECKING:
    from .changes import Changes
    from .expressions import Argument
    from .language import Language


@dataclass(frozen=True, slots=True)
class Scene:
    """A database to ask about: statements that make it; the server may refuse rows and views.

    Attributes:
        schema: What the generators of queries know of it.
        rows: INSERT statements.
    """

    schema: Schema
    rows: tuple[str, ...]

    def __repr__(self) -> str:
        """Return its statements, for the report of a failure."""
        made = [table.sql for table in self.schema.tables] + list(self.rows)
        views = [view.sql for view in self.schema.views]
        return ";\n".join([self.schema.language.prelude, *made, *views, ""])


@dataclass(frozen=True, slots=True)
class Statement:
    """A random statement and the arguments to run it with.

    Attributes:
        returns: It returns rows, as SELECT does and INSERT may.
    """

    sql: str
    returns: bool
    arguments: tuple[Argument, ...]


@st.composite
def scenes(draw: st.DrawFn, language: Language) -> Scene:
    """Return a strategy for databases."""
    choices = Choices(draw, 60)
    schema = Schema(language, tables(choices, language))
    inserts = [insert for table in schema.tables for insert in rows(choices, table, language)]
    for place in range(choices.number(0, 2)):
        choices.fuel = 15
        queries = Queries(choices, schema)
        queries.parameters = False
        text, columns = queries.derived(())
        if queries.expressions.arguments:
            continue
        name = f"v{place + 1}"
        schema.views.append(View(name, f"CREATE VIEW {name} AS {text}", columns))
    return Scene(schema, tuple(inserts))


@st.composite
def statements(draw: st.DrawFn, schema: Schema, writes: type[Changes]) -> Statement:
    """Return a strategy for statements over a schema."""
    choices = Choices(draw, draw(st.integers(2, 30)))
    queries = Queries(choices, schema)
    changes = choices.chance(20)
    sql, returns = writes(queries).statement() if changes else (queries.top(), True)
    return Statement(sql, returns, tuple(queries.expressions.arguments))
