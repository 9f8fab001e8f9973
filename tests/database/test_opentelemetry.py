"""Queries as spans and measurements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import Histogram, InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

import flash_core
from flash_core import QueriesBase, name_queries, on_query
from flash_core.opentelemetry import OpenTelemetry

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

pytestmark = pytest.mark.anyio

TEXT = "SELECT id FROM users ORDER BY id"


class Users(QueriesBase):
    """What is generated for two queries."""

    async def ids(self) -> list[int]:
        return [row[0] for row in await self.db.fetch(flash_core.Sql[tuple[int]](TEXT))]

    async def add(self, ids: list[int]) -> None:
        await self.db.execute_many(
            "/* new */ insert into users select max(id) + 1, 'n', 'secret' from users",
            ids,
            lambda _: (),
        )


@pytest.fixture
async def users() -> AsyncIterator[Users]:
    """Queries over a database that holds one user."""
    name_queries("db/queries/users.sql", {TEXT: ("ListIds", 12)})
    async with flash_core.connect("sqlite://:memory:") as database:
        await database.execute("CREATE TABLE users (id INTEGER, name TEXT, email TEXT UNIQUE)")
        await database.execute("INSERT INTO users VALUES (1, 'n', 'first')")
        yield Users(database)


@pytest.fixture
def spans() -> InMemorySpanExporter:
    """Where spans go."""
    return InMemorySpanExporter()


@pytest.fixture
def tracing(spans: InMemorySpanExporter) -> TracerProvider:
    """What makes spans."""
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(spans))
    return provider


def only(spans: InMemorySpanExporter) -> ReadableSpan:
    """Return the span of the only query, and forget it."""
    (span,) = spans.get_finished_spans()
    spans.clear()
    return span


async def test_a_query_is_a_span_with_its_name_text_and_place(
    users: Users, tracing: TracerProvider, spans: InMemorySpanExporter
) -> None:
    given = {"db.namespace": "shop"}
    with on_query(OpenTelemetry(tracing, attributes=given), caller=True):
        assert await users.ids() == [1]
    span = only(spans)
    attributes = dict(span.attributes or {})
    assert isinstance(attributes.pop("code.line.number"), int)
    assert (span.name, span.kind) == ("ListIds", SpanKind.CLIENT)
    assert attributes == {
        **given,
        "db.system.name": "sqlite",
        "db.operation.name": "SELECT",
        "db.query.summary": "ListIds",
        "db.query.text": TEXT,
        "db.response.returned_rows": 1,
        "flash.query.location": "db/queries/users.sql:12",
        "code.file.path": __file__,
        "code.function.name": "test_a_query_is_a_span_with_its_name_text_and_place",
    }
    assert span.status.status_code is StatusCode.UNSET


async def test_a_span_is_a_child_of_the_current_one_and_as_long_as_the_query(
    users: Users, tracing: TracerProvider, spans: InMemorySpanExporter
) -> None:
    seconds: list[float] = []
    with (
        on_query(OpenTelemetry(tracing)),
        on_query(lambda event: seconds.append(event.seconds)),
        tracing.get_tracer("page").start_as_current_span("page") as page,
    ):
        await users.ids()
    span, _ = spans.get_finished_spans()
    assert span.parent is not None
    assert span.parent.span_id == page.get_span_context().span_id
    assert span.start_time is not None
    assert span.end_time is not None
    assert span.end_time - span.start_time == round(seconds[0] * 1e9)


async def test_text_that_may_hold_values_is_not_told(
    users: Users, tracing: TracerProvider, spans: InMemorySpanExporter
) -> None:
    with on_query(OpenTelemetry(tracing)):
        await users.add([1])
        assert only(spans).name == "INSERT"
        with pytest.raises(flash_core.UniqueViolation):
            await users.add([1, 2])
        span = only(spans)
        attributes = dict(span.attributes or {})
        assert attributes["db.operation.batch.size"] == 2
        assert attributes["db.operation.name"] == "INSERT"
        assert attributes["error.type"] == "flash_core.errors.UniqueViolation"
        assert attributes["db.response.status_code"]
        assert "secret" not in span.to_json()
        assert span.status.status_code is StatusCode.ERROR
        await users.execute("DELETE FROM users WHERE email = 'secret'")
        assert "secret" not in only(spans).to_json()


async def test_how_long_queries_took_is_measured_by_name(users: Users) -> None:
    reader = InMemoryMetricReader()
    hook = OpenTelemetry(meter_provider=MeterProvider([reader]), attributes={"server.port": 1})
    with on_query(hook):
        await users.ids()
        await users.ids()
    data = reader.get_metrics_data()
    assert data is not None
    (metric,) = data.resource_metrics[0].scope_metrics[0].metrics
    assert isinstance(metric.data, Histogram)
    (point,) = metric.data.data_points
    assert (metric.name, metric.unit) == ("db.client.operation.duration", "s")
    assert point.count == 2
    assert (point.attributes or {})["db.query.summary"] == "ListIds"
    assert (point.attributes or {})["server.port"] == 1
