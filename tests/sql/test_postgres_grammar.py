"""Every node and every choice of PostgreSQL's grammar for queries is read."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

import pytest

from flash_core.engine import Engine
from flash_core.sql.parse import parse_script, parse_statement
from flash_core.sql.placeholders import rewrite
from flash_core.sql.queries import read_queries
from flash_core.sql.source import SourceFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence


class Value(Protocol):
    name: str


class Choice(Protocol):
    name: str
    values: Sequence[Value]
    values_by_number: Mapping[object, Value]


class Field(Protocol):
    is_repeated: bool
    message_type: Node | None
    enum_type: Choice | None


class Node(Protocol):
    name: str
    fields: Sequence[Field]


class Grammar(Protocol):
    message_types_by_name: Mapping[str, Node]
    enum_types_by_name: Mapping[str, Choice]


class Tree(Protocol):
    DESCRIPTOR: Node

    def ListFields(self) -> list[tuple[Field, object]]: ...  # noqa: N802 - protobuf's name


# The stubs that come with these modules do not pass mypy: they are not imported by name.
GRAMMAR = cast("Grammar", import_module("postgast.pg_query_pb2").DESCRIPTOR)
parse = cast("Callable[[str], Tree]", import_module("postgast").parse)

CORPUS = Path(__file__).parent.parent / "corpus"

STATEMENTS = """
SELECT a, b.*, 1, 1.5, 'x', true, NULL, B'01', $1, a[1], a[1:2], (a).b, (a).*, -a, a + b FROM t
SELECT a = ANY (b), a = ALL (b), a IS DISTINCT FROM b, a IS NOT DISTINCT FROM b, NULLIF(a, b) FROM t
SELECT a IN (1, 2), a LIKE b, a ILIKE b, a SIMILAR TO b, a BETWEEN 1 AND 2, a NOT BETWEEN 1 AND 2
SELECT a BETWEEN SYMMETRIC 1 AND 2, a NOT BETWEEN SYMMETRIC 1 AND 2, a AND b, a OR b, NOT a
SELECT EXISTS (SELECT 1), a = ALL (SELECT 1), a = ANY (SELECT 1), (SELECT 1), ARRAY(SELECT 1)
SELECT a IS NULL, a IS NOT NULL, a IS TRUE, a IS NOT TRUE, a IS FALSE, a IS NOT FALSE
SELECT a IS UNKNOWN, a IS NOT UNKNOWN, a::int, CAST(a AS text[]), a COLLATE "C", ARRAY[1, 2]
SELECT f(a, b => 1, VARIADIC c), count(*), count(DISTINCT a ORDER BY b), mode() WITHIN GROUP (ORDER BY a)
SELECT sum(a) FILTER (WHERE b) OVER (w ROWS BETWEEN 1 PRECEDING AND $1 FOLLOWING EXCLUDE TIES) FROM t WINDOW w AS (PARTITION BY a ORDER BY b)
SELECT CASE a WHEN 1 THEN 2 ELSE 3 END, COALESCE(a, b), GREATEST(a, b), LEAST(a, b), ROW(a), (a, b)
SELECT CURRENT_DATE, CURRENT_TIME, CURRENT_TIME(1), CURRENT_TIMESTAMP, CURRENT_TIMESTAMP(1), LOCALTIME
SELECT LOCALTIME(1), LOCALTIMESTAMP, LOCALTIMESTAMP(1), CURRENT_ROLE, CURRENT_USER, USER, SESSION_USER
SELECT CURRENT_CATALOG, CURRENT_SCHEMA
SELECT JSON_VALUE(a, '$' PASSING 1 AS x RETURNING int DEFAULT 1 ON EMPTY ERROR ON ERROR)
SELECT JSON_QUERY(a FORMAT JSON, '$' RETURNING text FORMAT JSON ENCODING UTF8 WITH WRAPPER KEEP QUOTES EMPTY ARRAY ON EMPTY NULL ON ERROR)
SELECT JSON_QUERY(a, '$' WITH CONDITIONAL WRAPPER), JSON_QUERY(a, '$' WITHOUT WRAPPER OMIT QUOTES EMPTY OBJECT ON ERROR)
SELECT JSON_EXISTS(a, '$' TRUE ON ERROR), JSON_EXISTS(a, '$' FALSE ON ERROR), JSON_EXISTS(a, '$' UNKNOWN ON ERROR)
SELECT JSON(a), JSON_SCALAR(a), JSON_SERIALIZE(a), JSON_OBJECT('a': b), JSON_ARRAY(a), JSON_ARRAY(SELECT 1)
SELECT JSON_OBJECTAGG(a: b), JSON_ARRAYAGG(a ORDER BY b), a IS JSON, a IS JSON OBJECT, a IS JSON ARRAY, a IS JSON SCALAR
SELECT xmlconcat(a), xmlelement(name b, xmlattributes(a)), xmlforest(a AS b), xmlparse(CONTENT a), xmlpi(name b)
SELECT xmlroot(a, VERSION 'x'), a IS DOCUMENT, xmlserialize(DOCUMENT a AS text)
SELECT * FROM JSON_TABLE(a, '$' AS p COLUMNS (n FOR ORDINALITY, b int PATH '$', c int EXISTS, d json FORMAT JSON, NESTED '$' COLUMNS (e int))) AS j
SELECT * FROM XMLTABLE('/a' PASSING b COLUMNS n FOR ORDINALITY, c int PATH 'd') AS x
SELECT * FROM ONLY t AS x (a) TABLESAMPLE system (1) REPEATABLE (2), LATERAL (SELECT 1) AS q
SELECT * FROM f() WITH ORDINALITY AS x, ROWS FROM (g() AS (a int), h()), i() AS (b int)
SELECT * FROM (a JOIN b ON c) AS j (d) LEFT JOIN e USING (f) AS k RIGHT JOIN g ON h FULL JOIN i ON k NATURAL JOIN l CROSS JOIN m
SELECT DISTINCT a FROM t WHERE b GROUP BY c HAVING d ORDER BY e DESC NULLS FIRST, f ASC NULLS LAST, g USING < LIMIT 1 OFFSET 2
SELECT DISTINCT ON (a) b, GROUPING(a) FROM t GROUP BY DISTINCT a, (), ROLLUP (a), CUBE (b), GROUPING SETS (a, (a, b)) ORDER BY 1 FETCH FIRST 1 ROW WITH TIES
SELECT a FROM t, u FOR UPDATE OF t NOWAIT FOR NO KEY UPDATE OF u SKIP LOCKED FOR SHARE FOR KEY SHARE
SELECT 1 UNION SELECT 2 INTERSECT ALL SELECT 3 EXCEPT VALUES (4)
TABLE t
WITH RECURSIVE a AS MATERIALIZED (SELECT 1), b AS NOT MATERIALIZED (DELETE FROM t RETURNING *), c AS (SELECT 1) SEARCH DEPTH FIRST BY d SET e CYCLE f SET g TO 1 DEFAULT 2 USING h SELECT 1
WITH a AS (SELECT 1) SEARCH BREADTH FIRST BY b SET c SELECT 2
INSERT INTO t AS x (a, b.c, d[1]) OVERRIDING USER VALUE VALUES (1, DEFAULT, 2) ON CONFLICT (a, lower(b) COLLATE "C" text_ops) WHERE c DO UPDATE SET d = 1 WHERE e RETURNING WITH (OLD AS o, NEW AS n) o.a
INSERT INTO t DEFAULT VALUES ON CONFLICT ON CONSTRAINT c DO NOTHING
INSERT INTO t OVERRIDING SYSTEM VALUE SELECT 1
UPDATE t SET a = 1, (b, c[1]) = (1, 2), (d, e) = (SELECT 1, 2), f[1:2].g = 3 FROM u WHERE v RETURNING old.a
DELETE FROM t USING u WHERE a
DELETE FROM t WHERE CURRENT OF c
MERGE INTO t USING u ON a WHEN MATCHED AND b THEN UPDATE SET c = 1 WHEN MATCHED THEN DELETE WHEN NOT MATCHED BY SOURCE THEN DO NOTHING WHEN NOT MATCHED THEN INSERT (c) VALUES (1) RETURNING merge_action()
SELECT a INTO TEMP t
CALL p(1, b => 2)
EXPLAIN (ANALYZE) SELECT 1
SHOW a
DECLARE c CURSOR FOR SELECT 1
""".strip().splitlines()

# Made by the analysis of the server, which comes after its grammar.
_ANALYSED = {
    "Aggref",
    "AlternativeSubPlan",
    "ArrayCoerceExpr",
    "ArrayExpr",
    "CaseTestExpr",
    "CoerceToDomain",
    "CollateExpr",
    "CoerceToDomainValue",
    "CoerceViaIO",
    "ConvertRowtypeExpr",
    "DistinctExpr",
    "FieldSelect",
    "FieldStore",
    "FromExpr",
    "FuncExpr",
    "InferenceElem",
    "JsonConstructorExpr",
    "JsonExpr",
    "JsonTablePath",
    "JsonTablePathScan",
    "JsonTableSiblingJoin",
    "MergeAction",
    "NextValueExpr",
    "NullIfExpr",
    "OidList",
    "IntList",
    "OnConflictExpr",
    "OpExpr",
    "Param",
    "Query",
    "RTEPermissionInfo",
    "RangeTblEntry",
    "RangeTblFunction",
    "RangeTblRef",
    "RelabelType",
    "ReturningExpr",
    "RowCompareExpr",
    "RowMarkClause",
    "ScalarArrayOpExpr",
    "SetOperationStmt",
    "SortGroupClause",
    "SubPlan",
    "SubscriptingRef",
    "TableFunc",
    "TableSampleClause",
    "TargetEntry",
    "Var",
    "WindowClause",
    "WindowFunc",
    "WindowFuncRunCondition",
    "WithCheckOption",
    "CallContext",
    "InlineCodeBlock",
    "RawStmt",
    "ReturnStmt",
    "PLAssignStmt",
}
# Parts of the definitions of objects.
_DEFINITIONS = re.compile(
    r"(Alter|Create|Drop|Grant|Partition|Publication|Stats|AT[A-Z]).*|AccessPriv|Comment.*|Comp.*"
    r"|Constraint|Define.*|DefElem|Func.*Parameter|ImportFor.*|IndexStmt|ObjectWithArgs|Reassign.*"
    r"|Rename.*|Replica.*|RoleSpec|RuleStmt|SecLabel.*|TableLikeClause|TriggerTransition|ViewStmt"
    r"|VacuumRelation"
)
# Neither rows nor parameters: read as one kind of statement.
_UTILITY = re.compile(
    r"(CheckPoint|ClosePortal|Cluster|ConstraintsSet|Copy|Deallocate|Discard|Do|Execute|Fetch|Listen"
    r"|Load|Lock|Notify|Prepare|RefreshMatView|Reindex|Transaction|Truncate|Unlisten|Vacuum"
    r"|VariableSet)Stmt"
)

_CHOICES = {
    "A_Expr_Kind": set[str](),
    "BoolExprType": set[str](),
    "BoolTestType": set[str](),
    "CTEMaterialize": set[str](),
    "GroupingSetKind": {"GROUPING_SET_SIMPLE"},
    "JoinType": {"JOIN_SEMI", "JOIN_ANTI", "JOIN_RIGHT_SEMI", "JOIN_RIGHT_ANTI"}
    | {"JOIN_UNIQUE_OUTER", "JOIN_UNIQUE_INNER"},
    "JsonBehaviorType": {"JSON_BEHAVIOR_EMPTY"},
    "JsonExprOp": {"JSON_TABLE_OP"},
    "JsonQuotes": set[str](),
    "JsonTableColumnType": set[str](),
    "JsonValueType": set[str](),
    "JsonWrapper": set[str](),
    "LockClauseStrength": {"LCS_NONE"},
    "LockWaitPolicy": set[str](),
    "MergeMatchKind": set[str](),
    "MinMaxOp": set[str](),
    "NullTestType": set[str](),
    "OnConflictAction": {"ONCONFLICT_NONE"},
    "OverridingKind": set[str](),
    "ReturningOptionKind": set[str](),
    "SQLValueFunctionOp": set[str](),
    "SetOperation": set[str](),
    "SortByDir": set[str](),
    "SortByNulls": set[str](),
    "SubLinkType": {"ROWCOMPARE_SUBLINK", "MULTIEXPR_SUBLINK", "CTE_SUBLINK"},
    "XmlExprOp": {"IS_XMLSERIALIZE"},
    "XmlOptionType": set[str](),
}
"""Enumerations of the grammar, and their values that only the analysis of the server makes."""


def _parts(tree: Tree) -> Iterator[str]:
    """Yield the names of all nodes and choices in a raw tree."""
    yield tree.DESCRIPTOR.name
    for field, value in tree.ListFields():
        for item in cast("list[object]", value) if field.is_repeated else [value]:
            if field.message_type is not None:
                yield from _parts(cast("Tree", item))
            elif field.enum_type is not None:
                yield f"{field.enum_type.name}.{field.enum_type.values_by_number[item].name}"


def _read(text: str) -> list[str]:
    source = SourceFile("schema.sql", text)
    statements, problems = parse_script(source, Engine.POSTGRESQL)
    messages = [problem.render() for problem in problems]
    return messages if statements or messages else [f"nothing was read: {text}"]


@pytest.mark.parametrize("text", STATEMENTS)
def test_every_construct_of_the_grammar_is_read(text: str) -> None:
    assert _read(text) == []


def test_the_statements_above_hold_every_node_that_a_query_may_have() -> None:
    held = {part for text in STATEMENTS for part in _parts(parse(text))}
    nodes = GRAMMAR.message_types_by_name["Node"]
    kinds = {field.message_type.name for field in nodes.fields if field.message_type is not None}
    assert kinds
    missing = {
        kind
        for kind in kinds - held - _ANALYSED
        if not _DEFINITIONS.fullmatch(kind) and not _UTILITY.fullmatch(kind)
    }
    assert missing == set()


def test_the_statements_above_hold_every_choice_that_a_query_may_have() -> None:
    held = {part for text in STATEMENTS for part in _parts(parse(text))}
    missing: set[str] = set()
    for name, analysed in _CHOICES.items():
        values = {value.name for value in GRAMMAR.enum_types_by_name[name].values}
        values = {value for value in values if not value.endswith("_UNDEFINED")}
        missing |= {f"{name}.{value}" for value in values - analysed} - held
    assert missing == set()


QUERIES = sorted(
    [
        *CORPUS.glob("postgresql/*.sql"),
        *CORPUS.glob("*/queries.sql"),
        *CORPUS.glob("queries/*-postgresql.sql"),
    ]
)


@pytest.mark.parametrize(
    "file", QUERIES, ids=[f"{file.parent.name}/{file.stem}" for file in QUERIES]
)
def test_every_query_of_the_corpus_is_read(file: Path) -> None:
    source = SourceFile(file.name, file.read_text("utf-8"))
    blocks, _ = read_queries(source, Engine.POSTGRESQL)
    assert blocks
    for block in blocks:
        rewritten, problems = rewrite(source, block.body, Engine.POSTGRESQL)
        statement, found = parse_statement(rewritten, Engine.POSTGRESQL)
        assert [problem.render() for problem in (*problems, *found)] == []
        assert statement is not None
