"""Which PostgreSQL functions and operators can return NULL.

The server's catalogs say whether NULL in means NULL out (``proisstrict``), but
not whether NULL can come out of other values: that is in the code and the manual
alone.  So these lists are written by hand, each name checked against both, and
what is not listed may be NULL.  A test calls every one of them on a live server.

Functions that are missing on purpose: ``extract`` and ``to_char`` of a timestamp
(NULL for infinity), ``substring`` by pattern, ``regexp_match``, array subscripts and
bounds (NULL out of range or when empty), JSON access, ``lower`` and ``upper`` of
a range (NULL when unbounded), ``scale`` (NULL for NaN), ``stddev`` and
``variance`` (NULL over one row), ``lag``, ``lead``, ``first_value`` and their kin.

Depends on: model, postgres_extension_nulls.
"""

from __future__ import annotations

from typing import Final

from .model import Nulls


def _words(*texts: str) -> frozenset[str]:
    return frozenset(word for text in texts for word in text.split())


_NEVER: Final = _words(
    """
    count regr_count
    row_number rank dense_rank percent_rank cume_dist
    now clock_timestamp statement_timestamp transaction_timestamp timeofday
    pi gen_random_uuid uuidv4
    version current_database pg_backend_pid pg_postmaster_start_time
    txid_current pg_current_xact_id current_user session_user getpgusername
    concat quote_nullable num_nulls num_nonnulls pg_typeof
    json_build_array json_build_object jsonb_build_array jsonb_build_object
    array_append array_prepend enum_first enum_last enum_range
    int4range int8range numrange tsrange tstzrange daterange
    """
)

# NULL only when an argument is, though not for each argument that is.
_LENIENT: Final = _words(
    """
    format concat_ws array_cat array_remove array_replace array_positions
    string_to_array
    """
)

_NUMBERS: Final = """
    abs acos acosd acosh asin asind asinh atan atan2 atan2d atand atanh cbrt ceil ceiling cos
    cosd cosh cot cotd degrees div erf erfc exp factorial floor gamma gcd lcm lgamma ln log log10
    mod pow power radians random random_normal round setseed sign sin sind sinh sqrt tan tand tanh trim_scale
    trunc width_bucket
    int2 int4 int8 float4 float8 numeric oid money
"""

_STRINGS: Final = """
    ascii bit_count bit_length btrim casefold char_length character_length chr convert convert_from
    convert_to crc32 crc32c decode encode get_bit get_byte initcap is_normalized left length
    lower lpad ltrim md5 normalize octet_length overlay position quote_ident quote_literal
    regexp_count regexp_instr regexp_like regexp_replace regexp_split_to_array
    regexp_split_to_table regexp_matches repeat replace reverse right rpad rtrim set_bit set_byte
    sha224 sha256 sha384 sha512 split_part starts_with string_to_table strpos substr substring
    text to_ascii to_bin to_hex to_oct translate unistr upper like notlike like_escape
    bpchar varchar name
"""

_TIMES: Final = """
    age date date_add date_bin date_part date_subtract date_trunc extract isfinite justify_days
    justify_hours justify_interval make_date make_interval make_time make_timestamp
    make_timestamptz overlaps time timestamp timestamptz timetz interval timezone to_char to_date
    to_number to_timestamp generate_series
"""

_JSON: Final = """
    to_json to_jsonb row_to_json array_to_json json_array_length jsonb_array_length json_typeof
    jsonb_typeof json_strip_nulls jsonb_strip_nulls jsonb_pretty jsonb_set jsonb_insert
    json_object jsonb_object json_object_keys jsonb_object_keys json_array_elements
    jsonb_array_elements json_each jsonb_each jsonb_exists jsonb_exists_any jsonb_exists_all
    jsonb_contains jsonb_contained jsonb_delete jsonb_concat jsonb_delete_path
    jsonb_path_query jsonb_path_query_array
"""

_ARRAYS_AND_RANGES: Final = """
    array_to_string array_reverse array_sort array_shuffle array_sample trim_array cardinality
    generate_subscripts arraycontains arraycontained arrayoverlap
    isempty lower_inc upper_inc lower_inf upper_inf range_merge
"""

_TEXT_SEARCH: Final = """
    to_tsvector to_tsquery plainto_tsquery phraseto_tsquery websearch_to_tsquery ts_rank
    ts_rank_cd ts_headline setweight strip numnode querytree tsvector_to_array array_to_tsvector
"""

_NETWORK: Final = """
    abbrev broadcast family host hostmask inet_merge inet_same_family macaddr8_set7bit masklen
    netmask network set_masklen
"""

_SYSTEM: Final = """
    nextval currval lastval setval hashtext hashtextextended pg_size_pretty pg_size_bytes
    pg_try_advisory_lock pg_try_advisory_lock_shared pg_try_advisory_xact_lock
    pg_try_advisory_xact_lock_shared pg_advisory_unlock pg_advisory_unlock_shared
    uuidv7 pg_input_is_valid current_setting current_schemas parse_ident pg_client_encoding
"""

_AGGREGATES: Final = """
    any_value array_agg avg bit_and bit_or bit_xor bool_and bool_or every json_agg
    json_agg_strict json_object_agg json_object_agg_strict json_object_agg_unique
    json_object_agg_unique_strict jsonb_agg jsonb_agg_strict jsonb_object_agg
    jsonb_object_agg_strict jsonb_object_agg_unique jsonb_object_agg_unique_strict max min mode
    percentile_cont percentile_disc range_agg range_intersect_agg stddev_pop string_agg sum
    var_pop ntile
"""

_STRICT: Final = _words(
    _NUMBERS,
    _STRINGS,
    _TIMES,
    _JSON,
    _ARRAYS_AND_RANGES,
    _TEXT_SEARCH,
    _NETWORK,
    _SYSTEM,
    _AGGREGATES,
)

# Overloads, by their declared types, that the lists above do not speak for.
_EXCEPTIONS: Final = frozenset(
    {
        "date_part text date",  # infinity has no month
        "date_part text interval",
        "date_part text timestamp",
        "date_part text timestamptz",
        "extract text date",
        "extract text interval",
        "extract text timestamp",
        "extract text timestamptz",
        "to_char interval text",  # infinity, and an empty format
        "to_char timestamp text",
        "to_char timestamptz text",
        "lower anyrange",  # unbounded or empty
        "upper anyrange",
        "lower anymultirange",
        "upper anymultirange",
        "int2 jsonb",  # the JSON null becomes NULL since 18
        "int4 jsonb",
        "int8 jsonb",
        "float4 jsonb",
        "float8 jsonb",
        "numeric jsonb",
        "substring text text",  # a pattern that does not match
        "substring text text text",
        "string_to_table text text text",  # names a string that becomes NULL
        "string_to_array text text text",
        "time timestamp",  # infinity has no time of day
        "time timestamptz",
        "timetz timestamptz",
        "to_number text text",  # an empty format
        "current_setting text bool",  # asked not to fail for want of it
        "overlaps time time time time",  # not strict, and three-valued
    }
)

# Since 18, casting the JSON null to one of these gives NULL.
_JSON_NULL_BECOMES_NULL: Final = frozenset(
    {"bigint", "boolean", "double precision", "integer", "numeric", "real", "smallint"}
)

# Parts that grow without end, so that infinity's is infinity; of others it is NULL.
_ENDLESS: Final = _words("century decade epoch isoyear julian millennium year")
_ENDLESS_OF_INTERVAL: Final = _words("century day decade epoch hour millennium year")

_OPERATORS: Final = _words(
    """
    = <> < > <= >=
    + - * / % ^ |/ ||/ @ & | # ~ << >> !!
    || ^@ ~~ !~~ ~~* !~~* ~* !~ !~* ~<~ ~<=~ ~>~ ~>=~
    @> <@ && -|- &< &> <<= >>= ? ?| ?& #-
    @@ @@@ ~= <-> *= *<> *< *<= *> *>=
    """
)

# Implementing functions of operators with those names that can return NULL.
_OPERATOR_EXCEPTIONS: Final = _words(
    """
    jsonb_path_match_opr
    path_add poly_distance path_distance dist_pathp dist_ppath
    record_eq record_ne record_lt record_le record_gt record_ge
    box_intersect line_interpt lseg_interpt
    path_center
    """
)


def function_nulls(name: str, arguments: str, extension: str = "", *, strict: bool) -> Nulls:
    """Return when a function's result is NULL.

    Args:
        name: Name of the function.
        arguments: Its declared types, by ``typname``, joined by spaces.
        extension: The extension it is from, empty when it is built in.
        strict: The server says that NULL in means NULL out; true for aggregates.
    """
    if extension:
        from .postgres_extension_nulls import EXTENSION_FUNCTIONS  # noqa: PLC0415 - of them alone

        listed = strict and name in EXTENSION_FUNCTIONS.get(extension, ())
        unlisted = Nulls.LOSSY if strict else Nulls.MAYBE
        return Nulls.STRICT if listed else unlisted
    if f"{name} {arguments}" in _EXCEPTIONS:
        return Nulls.LOSSY if strict else Nulls.MAYBE
    if name in _NEVER:
        return Nulls.NEVER
    if name in _LENIENT:
        return Nulls.LENIENT
    if not strict:
        return Nulls.MAYBE
    return Nulls.STRICT if name in _STRICT else Nulls.LOSSY


def cast_nulls(source: str, target: str) -> Nulls:
    """Return when a cast gives NULL, by the printed names of its types."""
    from_moment = source.startswith("timestamp ") and target.startswith("time ")
    from_json = source == "jsonb" and target in _JSON_NULL_BECOMES_NULL
    return Nulls.LOSSY if from_moment or from_json else Nulls.STRICT


def part_nulls(part: str | None, type_name: str) -> Nulls:
    """Return when ``extract`` is NULL: infinity has a year, but no month.

    Args:
        part: The part that is asked for, ``None`` when it is no constant.
        type_name: Printed name of the type that it is taken from.
    """
    if type_name.startswith("time "):
        return Nulls.STRICT
    endless = _ENDLESS_OF_INTERVAL if type_name == "interval" else _ENDLESS
    return Nulls.STRICT if part is not None and part.lower() in endless else Nulls.LOSSY


def operator_nulls(name: str, function: str, extension: str = "") -> Nulls:
    """Return when the result of a strict operator is NULL.

    Args:
        name: The operator.
        function: The function that implements it.
        extension: The extension it is from, empty when it is built in.
    """
    if extension:
        from .postgres_extension_nulls import EXTENSION_OPERATORS  # noqa: PLC0415 - of them alone

        listed = name in EXTENSION_OPERATORS.get(extension, ())
        return Nulls.STRICT if listed else Nulls.LOSSY
    listed = name in _OPERATORS and function not in _OPERATOR_EXCEPTIONS
    return Nulls.STRICT if listed else Nulls.LOSSY
