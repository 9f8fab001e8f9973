"""What random schemas of MariaDB are made of."""

from __future__ import annotations

from dataclasses import dataclass, field

# Types by what their values can become.
NUMBERS = ("int", "bigint", "smallint", "int unsigned", "decimal(8,2)", "double", "tinyint(1)")
TEXTS = (
    *("varchar(20)", "varchar(300)", "char(12)", "text", "mediumtext", "json"),
    *("enum('1','2','3')", "enum('x','1','2','3','y')", "enum('3','2','1')", "set('1','2','3')"),
    *("varchar(20) character set latin1", "varchar(30) collate utf8mb4_bin"),
    *("varbinary(20)", "longtext"),
)
MOMENTS = ("datetime", "date", "timestamp null", "datetime(3)", "timestamp(6) null")
FAMILIES = (NUMBERS, NUMBERS, TEXTS, TEXTS, MOMENTS)
NAMES = ("a", "b", "c", "d", "key", "Name", "x y", "f`g")
TABLES = ("t", "u", "order", "Items")
COMMENTS = ("", "", "", "it's", "a; b -- c", 'say "hi"', "back\\slash", "über")


def quoted(name: str) -> str:
    """Return a name in backquotes."""
    return "`" + name.replace("`", "``") + "`"


def string(text: str) -> str:
    """Return a string."""
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"


@dataclass
class Column:
    """A column; ``formula`` makes it a generated one."""

    name: str
    family: int
    type: str
    required: bool = False
    default: str = ""
    comment: str = ""
    formula: str = ""
    invisible: bool = False
    check: str = ""

    @property
    def plain(self) -> bool:
        """Whether it may be part of a key without a length."""
        return not self.type.startswith(("text", "mediumtext", "longtext", "json"))

    def sql(self) -> str:
        """Return its definition."""
        kind = self.type.removesuffix(" null")
        words = [quoted(self.name), kind]
        if self.formula:
            words.append(f"as {self.formula}")
        else:
            words.append("not null" if self.required else "null")
            words.append("invisible" if self.invisible else "")
            words.append(f"default {self.default}" if self.default else "")
        words.append(f"comment {string(self.comment)}" if self.comment else "")
        words.append(f"check ({self.check})" if self.check else "")
        return " ".join(filter(None, words))


@dataclass
class Key:
    """An index; ``kind`` is empty, UNIQUE or FULLTEXT; ``parts`` are columns as written."""

    name: str
    kind: str
    columns: list[str]
    parts: list[str]

    def sql(self) -> str:
        """Return its definition."""
        name = quoted(self.name) if self.name else ""
        return f"{self.kind} key {name} ({', '.join(self.parts)})"


@dataclass
class Reference:
    """A foreign key to another table's ``id``."""

    name: str
    column: str
    table: str
    actions: str

    def sql(self) -> str:
        """Return its definition."""
        name = f"constraint {quoted(self.name)} " if self.name else ""
        return (
            f"{name}foreign key ({quoted(self.column)})"
            f" references {quoted(self.table)} (id){self.actions}"
        )


@dataclass
class Table:
    """A table."""

    name: str
    id_type: str = "int"
    counted: bool = False
    primary: list[str] = field(default_factory=lambda: ["id"])
    columns: list[Column] = field(default_factory=list[Column])
    place_of_id: int = 0
    keys: list[Key] = field(default_factory=list[Key])
    references: list[Reference] = field(default_factory=list[Reference])
    checks: list[str] = field(default_factory=list[str])
    options: str = ""
    partitions: str = ""

    def sql(self) -> str:
        """Return CREATE TABLE."""
        lines = [column.sql() for column in self.columns]
        counted = " auto_increment" if self.counted else ""
        lines.insert(min(self.place_of_id, len(lines)), f"id {self.id_type} not null{counted}")
        if self.primary:
            lines.append(f"primary key ({', '.join(map(quoted, self.primary))})")
        lines += [key.sql() for key in self.keys]
        lines += [reference.sql() for reference in self.references]
        lines += self.checks
        body = ",\n  ".join(lines)
        return f"CREATE TABLE {quoted(self.name)} (\n  {body}\n){self.options}{self.partitions}"

    def column(self, name: str) -> Column | None:
        """Return a column."""
        return next((column for column in self.columns if column.name == name), None)


@dataclass
class Schema:
    """Tables in the order in which they refer to each other, and what is written about them."""

    tables: list[Table] = field(default_factory=list[Table])
    others: dict[str, str] = field(default_factory=dict[str, str])

    def table(self, name: str) -> Table | None:
        """Return a table."""
        return next((table for table in self.tables if table.name == name), None)

    def sql(self) -> str:
        """Return all statements."""
        sequences = [text for name, text in self.others.items() if name.startswith("s")]
        rest = [text for name, text in self.others.items() if not name.startswith("s")]
        return "".join(
            f"{text};\n" for text in (*sequences, *(table.sql() for table in self.tables), *rest)
        )
