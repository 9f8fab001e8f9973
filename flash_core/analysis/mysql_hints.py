"""What to type instead of functions that other databases have.

Depends on: nothing.
"""

from __future__ import annotations

from typing import Final

ELSEWHERE: Final = {
    "array_agg": "JSON_ARRAYAGG(…)",
    "bool_and": "MIN(…)",
    "bool_or": "MAX(…)",
    "btrim": "TRIM(…)",
    "charindex": "LOCATE(…)",
    "cbrt": "POWER(…, 1 / 3)",
    "date_part": "EXTRACT(… FROM …)",
    "date_trunc": "DATE_FORMAT(…)",
    "dateadd": "… + INTERVAL 1 DAY",
    "datename": "DATE_FORMAT(…)",
    "datepart": "EXTRACT(… FROM …)",
    "every": "MIN(…)",
    "gen_random_uuid": "UUID()",
    "getdate": "NOW()",
    "getutcdate": "UTC_TIMESTAMP()",
    "iif": "IF(…)",
    "initcap": "CONCAT(UPPER(LEFT(…, 1)), LOWER(SUBSTRING(…, 2)))",
    "json_agg": "JSON_ARRAYAGG(…)",
    "json_array_length": "JSON_LENGTH(…)",
    "json_build_object": "JSON_OBJECT(…)",
    "json_object_agg": "JSON_OBJECTAGG(…)",
    "jsonb_agg": "JSON_ARRAYAGG(…)",
    "jsonb_build_object": "JSON_OBJECT(…)",
    "jsonb_set": "JSON_SET(…)",
    "julianday": "TO_DAYS(…)",
    "len": "CHAR_LENGTH(…)",
    "listagg": "GROUP_CONCAT(…)",
    "newid": "UUID()",
    "patindex": "REGEXP_INSTR(…)",
    "printf": "CONCAT(…)",
    "random": "RAND()",
    "regexp_matches": "REGEXP_SUBSTR(…)",
    "replicate": "REPEAT(…)",
    "scope_identity": "LAST_INSERT_ID()",
    "split_part": "SUBSTRING_INDEX(…)",
    "stdev": "STDDEV_SAMP(…)",
    "strftime": "DATE_FORMAT(…)",
    "string_agg": "GROUP_CONCAT(… SEPARATOR ',')",
    "strpos": "LOCATE(…)",
    "stuff": "INSERT(…)",
    "sysdatetime": "NOW(6)",
    "to_date": "STR_TO_DATE(…)",
    "to_number": "CAST(… AS DECIMAL(65, 30))",
    "to_timestamp": "FROM_UNIXTIME(…)",
    "total": "COALESCE(SUM(…), 0)",
    "translate": "REPLACE(…)",
    "trunc": "TRUNCATE(…, 0)",
    "uuid_generate_v4": "UUID()",
}
"""What MySQL and MariaDB have for functions of other databases."""
