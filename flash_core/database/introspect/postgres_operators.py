"""The queries that read PostgreSQL's aggregates, operators, their families and classes, casts and conversions.

Depends on: nothing.
"""

from __future__ import annotations

from typing import Final

AGGREGATES: Final = """
SELECT 6, 'aggregate', 'pg_proc', p.oid::bigint, p.oid::regprocedure::text,
       format('CREATE AGGREGATE %s (%s) (%s)', p.oid::regproc, arguments, clauses),
       ARRAY[arguments, clauses]
FROM pg_aggregate a JOIN pg_proc p ON p.oid = aggfnoid JOIN mine ON mine.oid = pronamespace,
LATERAL (SELECT coalesce(nullif(pg_get_function_arguments(p.oid), ''), '*') AS arguments) AS taken,
LATERAL (SELECT concat_ws(', ', 'SFUNC = ' || aggtransfn, 'STYPE = ' || format_type(aggtranstype, NULL),
    'SSPACE = ' || nullif(aggtransspace, 0),
    'FINALFUNC = ' || nullif(aggfinalfn::text, '-'), CASE WHEN aggfinalextra THEN 'FINALFUNC_EXTRA' END,
    'FINALFUNC_MODIFY = ' || CASE WHEN aggfinalmodify <> usual THEN CASE aggfinalmodify
        WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END,
    'COMBINEFUNC = ' || nullif(aggcombinefn::text, '-'),
    'SERIALFUNC = ' || nullif(aggserialfn::text, '-'),
    'DESERIALFUNC = ' || nullif(aggdeserialfn::text, '-'),
    'INITCOND = ' || quote_literal(agginitval),
    'MSFUNC = ' || nullif(aggmtransfn::text, '-'), 'MINVFUNC = ' || nullif(aggminvtransfn::text, '-'),
    'MSTYPE = ' || format_type(nullif(aggmtranstype, 0), NULL),
    'MSSPACE = ' || nullif(aggmtransspace, 0),
    'MFINALFUNC = ' || nullif(aggmfinalfn::text, '-'),
    CASE WHEN aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,
    'MFINALFUNC_MODIFY = ' || CASE WHEN aggmfinalmodify <> usual THEN CASE aggmfinalmodify
        WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END,
    'MINITCOND = ' || quote_literal(aggminitval),
    (SELECT format('SORTOP = OPERATOR(%I.%s)', nspname, oprname) FROM pg_operator o
     JOIN pg_namespace n ON n.oid = oprnamespace WHERE o.oid = aggsortop),
    CASE proparallel WHEN 's' THEN 'PARALLEL = SAFE' WHEN 'r' THEN 'PARALLEL = RESTRICTED' END,
    CASE aggkind WHEN 'h' THEN 'HYPOTHETICAL' END) AS clauses
    FROM (SELECT CASE aggkind WHEN 'n' THEN 'r'::"char" ELSE 'w' END AS usual) AS kinds) AS parts
WHERE ('pg_proc'::regclass, p.oid) NOT IN (SELECT * FROM theirs)
"""

OPERATORS: Final = """
SELECT 6, 'operator', 'pg_operator', o.oid::bigint, o.oid::regoperator::text,
       format('CREATE OPERATOR %s%s (%s)',
              CASE nspname WHEN 'public' THEN '' ELSE quote_ident(nspname) || '.' END, oprname,
              clauses), ARRAY[clauses]
FROM pg_operator o JOIN mine ON mine.oid = oprnamespace,
LATERAL (SELECT concat_ws(', ', 'FUNCTION = ' || oprcode, 'LEFTARG = ' || format_type(nullif(oprleft, 0), NULL),
    'RIGHTARG = ' || format_type(nullif(oprright, 0), NULL),
    (SELECT format('COMMUTATOR = OPERATOR(%I.%s)', nspname, c.oprname) FROM pg_operator c
     JOIN pg_namespace n ON n.oid = c.oprnamespace WHERE c.oid = o.oprcom),
    (SELECT format('NEGATOR = OPERATOR(%I.%s)', nspname, c.oprname) FROM pg_operator c
     JOIN pg_namespace n ON n.oid = c.oprnamespace WHERE c.oid = o.oprnegate),
    'RESTRICT = ' || nullif(oprrest::text, '-'), 'JOIN = ' || nullif(oprjoin::text, '-'),
    CASE WHEN oprcanhash THEN 'HASHES' END, CASE WHEN oprcanmerge THEN 'MERGES' END)
    AS clauses) AS parts
WHERE oprcode <> 0 AND ('pg_operator'::regclass, o.oid) NOT IN (SELECT * FROM theirs)
"""

# A family that only holds the class of its name came with that.
FAMILIES: Final = """
SELECT 6, 'operator family', 'pg_opfamily', f.oid::bigint,
       format('%s.%I USING %I', nspname, opfname, amname),
       format('CREATE OPERATOR FAMILY %I.%I USING %I', nspname, opfname, amname), ARRAY['']
FROM pg_opfamily f JOIN mine ON mine.oid = opfnamespace JOIN pg_am m ON m.oid = opfmethod
WHERE ('pg_opfamily'::regclass, f.oid) NOT IN (SELECT * FROM theirs)
AND NOT EXISTS (SELECT FROM pg_opclass c WHERE opcfamily = f.oid AND opcname = opfname
                AND opcnamespace = opfnamespace)
"""

CLASSES: Final = """
, members AS (
    SELECT d.refobjid AS class, 1 AS part, amopstrategy AS number,
        format('OPERATOR %s %s%s', amopstrategy, amopopr::regoperator,
               (SELECT format(' FOR ORDER BY %I.%I', nspname, opfname) FROM pg_opfamily
                JOIN pg_namespace n ON n.oid = opfnamespace WHERE pg_opfamily.oid = amopsortfamily))
        AS line
    FROM pg_depend d JOIN pg_amop o ON o.oid = d.objid
    WHERE d.classid = 'pg_amop'::regclass AND d.refclassid = 'pg_opclass'::regclass
    UNION ALL
    SELECT d.refobjid, 2, amprocnum, format('FUNCTION %s (%s, %s) %s', amprocnum,
        format_type(amproclefttype, NULL), format_type(amprocrighttype, NULL), amproc::regprocedure)
    FROM pg_depend d JOIN pg_amproc p ON p.oid = d.objid
    WHERE d.classid = 'pg_amproc'::regclass AND d.refclassid = 'pg_opclass'::regclass
)
SELECT 6, 'operator class', 'pg_opclass', c.oid::bigint,
       format('%s.%I USING %I', mine.nspname, opcname, amname),
       format('CREATE OPERATOR CLASS %I.%I%s FOR TYPE %s USING %I%s AS %s', mine.nspname, opcname,
              CASE WHEN opcdefault THEN ' DEFAULT' END, format_type(opcintype, NULL), amname,
              CASE WHEN (opfname, opfnamespace) <> (opcname, opcnamespace)
                   THEN format(' FAMILY %I.%I', n.nspname, opfname) END, clauses),
       ARRAY[format_type(opcintype, NULL), opcdefault::text, n.nspname || '.' || opfname, clauses]
FROM pg_opclass c JOIN mine ON mine.oid = opcnamespace JOIN pg_am m ON m.oid = opcmethod
JOIN pg_opfamily f ON f.oid = opcfamily JOIN pg_namespace n ON n.oid = opfnamespace,
LATERAL (SELECT concat_ws(', ', (SELECT string_agg(line, ', ' ORDER BY part, number, line)
                                 FROM members WHERE class = c.oid),
    'STORAGE ' || format_type(coalesce(nullif(opckeytype, 0), CASE WHEN NOT EXISTS (
        SELECT FROM members WHERE class = c.oid) THEN opcintype END), NULL)) AS clauses) AS parts
WHERE ('pg_opclass'::regclass, c.oid) NOT IN (SELECT * FROM theirs)
"""

CASTS: Final = """
SELECT 6, 'cast', 'pg_cast', c.oid::bigint, between_, format('CREATE CAST (%s) %s', between_, how),
       ARRAY[how]
FROM pg_cast c, LATERAL (SELECT
    format_type(castsource, NULL) || ' AS ' || format_type(casttarget, NULL) AS between_,
    concat_ws(' ', CASE castmethod WHEN 'f' THEN 'WITH FUNCTION ' || castfunc::regprocedure
                   WHEN 'i' THEN 'WITH INOUT' ELSE 'WITHOUT FUNCTION' END,
              CASE castcontext WHEN 'a' THEN 'AS ASSIGNMENT' WHEN 'i' THEN 'AS IMPLICIT' END) AS how
) AS parts
WHERE c.oid >= 16384 AND ('pg_cast'::regclass, c.oid) NOT IN (SELECT * FROM theirs)
AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_cast'::regclass
                AND d.objid = c.oid AND d.deptype = 'i')
"""

CONVERSIONS: Final = """
SELECT 6, 'conversion', 'pg_conversion', c.oid::bigint, path,
       concat_ws(' ', 'CREATE', CASE WHEN condefault THEN 'DEFAULT' END, 'CONVERSION', path, said),
       ARRAY[condefault::text, said]
FROM pg_conversion c JOIN mine ON mine.oid = connamespace, LATERAL (SELECT
    format('%I.%I', mine.nspname, conname) AS path,
    format('FOR %L TO %L FROM %s', pg_encoding_to_char(conforencoding),
           pg_encoding_to_char(contoencoding), conproc::regproc) AS said) AS parts
WHERE ('pg_conversion'::regclass, c.oid) NOT IN (SELECT * FROM theirs)
"""
