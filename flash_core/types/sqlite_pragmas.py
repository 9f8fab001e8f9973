"""The rows of SQLite's pragmas, as statements and as table-valued functions.

Depends on: model.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass

from .model import SqlType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .model import SystemColumn

# Of one row with one integer, named as they are; those of the second list answer with it when
# they are set, too, and so do those below.
_SETTINGS: Final = """
application_id auto_vacuum automatic_index cache_size cache_spill cell_size_check
checkpoint_fullfsync count_changes defer_foreign_keys empty_result_callbacks foreign_keys
full_column_names fullfsync ignore_check_constraints legacy_alter_table page_size query_only
read_uncommitted recursive_triggers reverse_unordered_selects schema_version short_column_names
synchronous temp_store trusted_schema user_version writable_schema
"""
_ANSWERING: Final = """
analysis_limit data_version freelist_count hard_heap_limit journal_size_limit max_page_count
page_count secure_delete soft_heap_limit threads wal_autocheckpoint
"""
# One line a pragma; ``!`` is never NULL, a star behind the name means any number of rows.
_OTHERS: Final = """
busy_timeout timeout INTEGER!
collation_list* seq INTEGER! name TEXT!
compile_options* compile_options TEXT!
database_list* seq INTEGER! name TEXT! file TEXT?
encoding encoding TEXT!
foreign_key_check* table TEXT! rowid INTEGER? parent TEXT! fkid INTEGER!
foreign_key_list* id INTEGER! seq INTEGER! table TEXT! from TEXT! to TEXT? on_update TEXT! on_delete TEXT! match TEXT!
function_list* name TEXT! builtin INTEGER! type TEXT! enc TEXT! narg INTEGER! flags INTEGER!
index_info* seqno INTEGER! cid INTEGER! name TEXT?
index_list* seq INTEGER! name TEXT! unique INTEGER! origin TEXT! partial INTEGER!
index_xinfo* seqno INTEGER! cid INTEGER! name TEXT? desc INTEGER! coll TEXT! key INTEGER!
integrity_check* integrity_check TEXT!
journal_mode journal_mode TEXT!
locking_mode locking_mode TEXT!
mmap_size* mmap_size INTEGER!
module_list* name TEXT!
optimize* optimize TEXT!
pragma_list* name TEXT!
quick_check* quick_check TEXT!
table_info* cid INTEGER! name TEXT! type TEXT! notnull INTEGER! dflt_value TEXT? pk INTEGER!
table_list* schema TEXT! name TEXT! type TEXT! ncol INTEGER! wr INTEGER! strict INTEGER!
table_xinfo* cid INTEGER! name TEXT! type TEXT! notnull INTEGER! dflt_value TEXT? pk INTEGER! hidden INTEGER!
wal_checkpoint busy INTEGER! log INTEGER! checkpointed INTEGER!
"""
# They do something, or may fail: no table-valued functions.
_STATEMENTS_ONLY: Final = frozenset({"mmap_size", "wal_autocheckpoint", "wal_checkpoint"})


@dataclass(frozen=True, slots=True)
class Pragma:
    """What a pragma answers.

    Attributes:
        columns: Of its rows.
        several: It may give any number of rows, not always one.
        answers: It gives them when it is set, too.
        is_table: There is a table-valued function ``pragma_name``.
    """

    columns: tuple[SystemColumn, ...]
    several: bool
    answers: bool
    is_table: bool


def read_columns(text: str, types: Mapping[str, SqlType] | None = None) -> tuple[SystemColumn, ...]:
    """Return the columns that a text lists: ``name TYPE!`` or ``name TYPE?``.

    Args:
        text: The list.
        types: Types by their short names.
    """
    words = text.split()
    pairs = zip(words[::2], words[1::2], strict=True)
    short = types or {}
    return tuple(
        (name, short.get(type_[:-1]) or SqlType(type_[:-1]), type_[-1] == "!")
        for name, type_ in pairs
    )


@cache
def pragmas() -> dict[str, Pragma]:
    """Return the pragmas that give rows, by lower-case name."""
    found: dict[str, Pragma] = {}
    for names, answers in ((_SETTINGS, False), (_ANSWERING, True)):
        for name in names.split():
            columns = read_columns(f"{name} INTEGER!")
            is_table = name not in _STATEMENTS_ONLY
            found[name] = Pragma(columns, several=False, answers=answers, is_table=is_table)
    for line in filter(None, _OTHERS.splitlines()):
        marked, _, columns_of = line.partition(" ")
        name = marked.rstrip("*")
        found[name] = Pragma(
            read_columns(columns_of),
            marked != name,
            answers=name != "encoding",
            is_table=name not in _STATEMENTS_ONLY,
        )
    return found
