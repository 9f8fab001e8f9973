"""Spans and a histogram of queries for OpenTelemetry, by its conventions for databases.

``pip install 'flashorm[opentelemetry]'``, and then, once a process::

    flash_core.on_query(OpenTelemetry())

With ``caller=True`` spans tell the line of the program, too.

Depends on: events, engine, errors.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from opentelemetry import metrics, trace

from ._version import VERSION
from .engine import Engine
from .errors import DatabaseError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from opentelemetry.metrics import MeterProvider
    from opentelemetry.trace import TracerProvider
    from opentelemetry.util.types import AttributeValue

    from .events import QueryEvent

_SCHEMA: Final = "https://opentelemetry.io/schemas/1.33.0"
_SECONDS: Final = (0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0)  # as the conventions say
_SYSTEMS: Final = {
    Engine.POSTGRESQL: "postgresql",
    Engine.MYSQL: "mysql",
    Engine.MARIADB: "mariadb",
    Engine.SQLITE: "sqlite",
}
_UNKNOWN: Final = "other_sql"
_RETURN: Final = frozenset(
    {"fetch", "fetchrow", "fetchval", "stream", "fetch_many", "fetchrow_many"}
)
_WORD: Final = re.compile(r"(?>[\s(]+|--[^\n]*(?:\n|$)|/\*.*?\*/)*+([A-Za-z]+)", re.DOTALL)


class OpenTelemetry:
    """A hook that records each query as a span, and how long it took in a histogram.

    The span is a child of the one that is current where the query runs.  It has the name of the
    query, its SQL without the parameters, and where it stands in the user's files.  What may hold
    values is not told: the message of an error, and SQL that ``flash gen`` has not seen, of which
    the first word is.

    Args:
        tracer_provider: ``None`` for the global one.
        meter_provider: ``None`` for the global one.
        attributes: What every span and measurement has besides: ``{"db.namespace": "shop"}``.
    """

    def __init__(
        self,
        tracer_provider: TracerProvider | None = None,
        meter_provider: MeterProvider | None = None,
        attributes: Mapping[str, AttributeValue] | None = None,
    ) -> None:
        self._tracer = trace.get_tracer("flash_core", VERSION, tracer_provider, schema_url=_SCHEMA)
        meter = metrics.get_meter("flash_core", VERSION, meter_provider, schema_url=_SCHEMA)
        self._duration = meter.create_histogram(
            "db.client.operation.duration",
            unit="s",
            description="Duration of database client operations.",
            explicit_bucket_boundaries_advisory=_SECONDS,
        )
        self._attributes = dict(attributes or {})

    def __call__(self, event: QueryEvent) -> None:
        """Record a query."""
        common = self._attributes | _common(event)
        self._duration.record(event.seconds, common)
        span = self._tracer.start_span(
            event.name or str(common.get("db.operation.name", common["db.system.name"])),
            kind=trace.SpanKind.CLIENT,
            attributes=common | _details(event),
            start_time=event.started,
        )
        if event.error is not None:
            # Not its message: the server quotes values in it.
            span.set_status(trace.StatusCode.ERROR)
        span.end(event.started + round(event.seconds * 1e9))


def _common(event: QueryEvent) -> dict[str, AttributeValue]:
    """Return what has few values, so that it can tell apart measurements."""
    system = _UNKNOWN if event.engine is None else _SYSTEMS[event.engine]
    found: dict[str, AttributeValue] = {"db.system.name": system}
    word = _WORD.match(event.text)
    if word is not None:
        found["db.operation.name"] = word[1].upper()
    if event.name is not None:
        found["db.query.summary"] = event.name
    error = event.error
    if error is not None:
        found["error.type"] = f"{type(error).__module__}.{type(error).__qualname__}"
        if isinstance(error, DatabaseError) and error.sqlstate is not None:
            found["db.response.status_code"] = error.sqlstate
    return found


def _details(event: QueryEvent) -> dict[str, AttributeValue]:
    """Return what a span tells besides."""
    found: dict[str, AttributeValue] = {}
    if event.name is not None and event.location is not None:
        found["db.query.text"] = event.text
        found["flash.query.location"] = event.location
    if event.sets is not None and event.sets > 1:
        found["db.operation.batch.size"] = event.sets
    if event.rows is not None and event.method in _RETURN:
        found["db.response.returned_rows"] = event.rows
    if event.caller is not None:
        found["code.file.path"] = event.caller.path
        found["code.line.number"] = event.caller.line
        if event.caller.function:
            found["code.function.name"] = event.caller.function
    return found
