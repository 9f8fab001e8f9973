"""Which strict functions and operators of extensions make no NULL of values.

As in ``postgres_nulls``, listed by hand and tested by calling them; what is not
listed may be NULL.  Missing on purpose: ``regexp_match`` and ``split_part`` of
``citext``, ``daitch_mokotoff``, a key of an ``hstore`` and its values (NULL in
themselves), ``lca`` of nothing, the ``ltree`` operators that pick an element (``?@>``),
rows of ``crosstab``.

Depends on: nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_COMPARISONS: Final = "= <> < > <= >= "

EXTENSION_FUNCTIONS: Final[Mapping[str, frozenset[str]]] = {
    "citext": _words(
        """
        citext max min regexp_matches regexp_replace regexp_split_to_array
        regexp_split_to_table replace strpos translate
        """
    ),
    "cube": _words(
        """
        cube cube_coord cube_coord_llur cube_dim cube_distance cube_enlarge cube_inter
        cube_is_point cube_ll_coord cube_size cube_subset cube_union cube_ur_coord
        distance_chebyshev distance_taxicab
        """
    ),
    "earthdistance": _words(
        "earth_box earth_distance gc_to_sec geo_distance latitude ll_to_earth longitude sec_to_gc"
    ),
    "fuzzystrmatch": _words(
        """
        difference dmetaphone dmetaphone_alt levenshtein
        levenshtein_less_equal metaphone soundex text_soundex
        """
    ),
    "hstore": _words(
        """
        akeys avals defined delete exist exists_all exists_any hstore_to_array hstore_to_json
        hstore_to_json_loose hstore_to_jsonb hstore_to_jsonb_loose hstore_to_matrix
        isdefined isexists skeys slice slice_array
        """
    ),
    "intarray": _words(
        "icount idx intset intset_subtract intset_union_elem sort sort_asc sort_desc subarray uniq"
    ),
    "isn": _words("is_valid isbn isbn13 isn_weak ismn ismn13 issn issn13 make_valid upc"),
    "lo": _words("lo_oid"),
    "ltree": _words("index ltree2text nlevel subltree subpath text2ltree"),
    "pg_trgm": _words(
        "set_limit show_limit show_trgm similarity strict_word_similarity word_similarity"
    ),
    "pgcrypto": _words(
        """
        armor crypt dearmor decrypt decrypt_iv digest encrypt encrypt_iv gen_random_bytes
        gen_salt hmac pgp_key_id pgp_pub_decrypt pgp_pub_decrypt_bytea pgp_pub_encrypt
        pgp_pub_encrypt_bytea pgp_sym_decrypt pgp_sym_decrypt_bytea pgp_sym_encrypt
        pgp_sym_encrypt_bytea
        """
    ),
    "seg": _words("seg_center seg_inter seg_lower seg_size seg_union seg_upper"),
    "tablefunc": _words("normal_rand"),
    "unaccent": _words("unaccent"),
    "uuid-ossp": _words(
        """
        uuid_generate_v1 uuid_generate_v1mc uuid_generate_v3 uuid_generate_v4
        uuid_generate_v5 uuid_nil uuid_ns_dns uuid_ns_oid uuid_ns_url uuid_ns_x500
        """
    ),
    "vector": _words(
        """
        array_to_halfvec array_to_sparsevec array_to_vector avg binary_quantize
        cosine_distance halfvec_to_float4 halfvec_to_sparsevec halfvec_to_vector
        hamming_distance inner_product jaccard_distance l1_distance l2_distance l2_norm
        l2_normalize sparsevec_to_halfvec sparsevec_to_vector subvector sum vector_dims
        vector_norm vector_to_float4 vector_to_halfvec vector_to_sparsevec
        """
    ),
}
"""Functions by extension; an aggregate is not NULL over a row or more without NULL."""

EXTENSION_OPERATORS: Final[Mapping[str, frozenset[str]]] = {
    "btree_gist": _words("<->"),
    "citext": _words(_COMPARISONS + "~ ~* ~~ ~~* !~ !~* !~~ !~~* ~<~ ~<=~ ~>~ ~>=~"),
    "cube": _words(_COMPARISONS + "&& -> <#> <-> <=> <@ @> ~>"),
    "earthdistance": _words("<@>"),
    "hstore": _words("%# %% - <> <@ = ? ?& ?| @> || #<# #<=# #># #>=#"),
    "intarray": _words("# & && + - <@ @> @@ | ~~"),
    "isn": _words(_COMPARISONS),
    "ltree": _words(_COMPARISONS + "<@ @> ? @ ~ || ^<@ ^@> ^? ^@ ^~"),
    "pg_trgm": _words("% %> %>> <% <-> <->> <->>> <<% <<-> <<<->"),
    "seg": _words(_COMPARISONS + "&& &< &> << >> <@ @>"),
    "vector": _words(_COMPARISONS + "* + - || <#> <%> <+> <-> <=> <~>"),
}
"""Operators by extension."""
