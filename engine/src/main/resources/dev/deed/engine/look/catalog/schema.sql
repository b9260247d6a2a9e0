-- The schema of a database as statements in pg_dump's manner, for the reader of scripts.
-- Each query returns what it describes, in words, and the statement; no statement: it could not be
-- read. A line that ends in "--@15+" is for PostgreSQL 15 and newer, in "--@<15" for older ones.
-- The queries are separated by lines of "----". None of them names a single object, so their
-- number does not grow with the schema. Members of extensions come from the extension.

-- schemas
SELECT 'schema ' || quote_ident(n.nspname), 'CREATE SCHEMA ' || quote_ident(n.nspname)
FROM pg_namespace n
WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed', 'public')
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_namespace'::regclass AND e.objid = n.oid AND e.deptype = 'e')
ORDER BY n.nspname
----
-- extensions
SELECT 'extension ' || quote_ident(e.extname),
       format('CREATE EXTENSION IF NOT EXISTS %I WITH SCHEMA %I', e.extname, n.nspname)
FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
WHERE e.oid >= 16384
ORDER BY e.extname
----
-- procedural languages
SELECT 'language ' || quote_ident(l.lanname),
       'CREATE ' || CASE WHEN l.lanpltrusted THEN 'TRUSTED ' ELSE '' END || 'PROCEDURAL LANGUAGE ' || quote_ident(l.lanname)
       || ' HANDLER ' || l.lanplcallfoid::regproc
       || CASE WHEN l.laninline <> 0 THEN ' INLINE ' || l.laninline::regproc ELSE '' END
       || CASE WHEN l.lanvalidator <> 0 THEN ' VALIDATOR ' || l.lanvalidator::regproc ELSE '' END
FROM pg_language l
WHERE l.lanispl AND l.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_language'::regclass AND e.objid = l.oid AND e.deptype = 'e')
ORDER BY l.lanname
----
-- collations
SELECT 'collation ' || format('%I.%I', n.nspname, c.collname),
       format('CREATE COLLATION %I.%I (provider = %s', n.nspname, c.collname,
              CASE c.collprovider WHEN 'b' THEN 'builtin' WHEN 'c' THEN 'libc' WHEN 'i' THEN 'icu' ELSE 'default' END)
       || CASE WHEN c.collisdeterministic THEN '' ELSE ', deterministic = false' END
       || CASE WHEN c.collprovider = 'd' THEN ''
               WHEN c.collprovider = 'c' AND c.collcollate = c.collctype THEN ', locale = ' || quote_literal(c.collcollate)
               WHEN c.collprovider = 'c' THEN ', lc_collate = ' || quote_literal(c.collcollate) || ', lc_ctype = ' || quote_literal(c.collctype)
               ELSE ', locale = ' || quote_literal(coalesce(c.colllocale, '')) --@17+
               ELSE ', locale = ' || quote_literal(coalesce(c.colliculocale, '')) --@15-16
               ELSE ', locale = ' || quote_literal(c.collcollate) --@<15
               END
       || coalesce(', rules = ' || quote_literal(c.collicurules), '') --@16+
       || ')'
FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_collation'::regclass AND e.objid = c.oid AND e.deptype = 'e')
ORDER BY n.nspname, c.collname
----
-- shells of types that are not yet defined, or that their own functions need first
SELECT 'type ' || format('%I.%I', n.nspname, t.typname), format('CREATE TYPE %I.%I', n.nspname, t.typname)
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE (t.typtype = 'p' AND NOT t.typisdefined
       OR t.typtype = 'b' AND NOT EXISTS (SELECT FROM pg_type el WHERE el.typarray = t.oid)
       OR t.typtype = 'r' AND (SELECT r.rngcanonical <> 0 FROM pg_range r WHERE r.rngtypid = t.oid))
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e')
ORDER BY t.oid
----
-- types
SELECT 'type ' || format('%I.%I', n.nspname, t.typname),
       CASE t.typtype
       WHEN 'e' THEN
         format('CREATE TYPE %I.%I AS ENUM (', n.nspname, t.typname)
         || coalesce((SELECT string_agg(quote_literal(v.enumlabel), ', ' ORDER BY v.enumsortorder)
                      FROM pg_enum v WHERE v.enumtypid = t.oid), '') || ')'
       WHEN 'c' THEN
         format('CREATE TYPE %I.%I AS (', n.nspname, t.typname)
         || coalesce((SELECT string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
                               || coalesce((SELECT format(' COLLATE %I.%I', cn.nspname, co.collname)
                                            FROM pg_collation co JOIN pg_namespace cn ON cn.oid = co.collnamespace
                                                 JOIN pg_type at ON at.oid = a.atttypid
                                            WHERE co.oid = a.attcollation AND a.attcollation <> at.typcollation), ''),
                               ', ' ORDER BY a.attnum)
                      FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped), '') || ')'
       WHEN 'd' THEN
         format('CREATE DOMAIN %I.%I AS ', n.nspname, t.typname) || format_type(t.typbasetype, t.typtypmod)
         || coalesce((SELECT format(' COLLATE %I.%I', cn.nspname, co.collname)
                      FROM pg_collation co JOIN pg_namespace cn ON cn.oid = co.collnamespace
                           JOIN pg_type bt ON bt.oid = t.typbasetype
                      WHERE co.oid = t.typcollation AND t.typcollation <> bt.typcollation), '')
         || CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END --@<17
         || coalesce((SELECT ' CONSTRAINT ' || quote_ident(k.conname) || ' NOT NULL' FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'n'), '') --@17+
         || coalesce(' DEFAULT ' || coalesce(pg_get_expr(t.typdefaultbin, 'pg_type'::regclass), quote_literal(t.typdefault)), '')
         || coalesce((SELECT string_agg(' CONSTRAINT ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid), '' ORDER BY k.conname)
                      FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c' AND k.convalidated), '')
       WHEN 'r' THEN
         (SELECT format('CREATE TYPE %I.%I AS RANGE (subtype = ', n.nspname, t.typname) || format_type(r.rngsubtype, NULL)
                 || coalesce(', multirange_type_name = ' || (SELECT format('%I.%I', mn.nspname, m.typname) FROM pg_type m JOIN pg_namespace mn ON mn.oid = m.typnamespace WHERE m.oid = r.rngmultitypid), '')
                 || CASE WHEN oc.opcdefault THEN '' ELSE format(', subtype_opclass = %I.%I', ocn.nspname, oc.opcname) END
                 || CASE WHEN r.rngcollation = st.typcollation OR r.rngcollation = 0 THEN ''
                         ELSE (SELECT format(', collation = %I.%I', cn.nspname, co.collname) FROM pg_collation co JOIN pg_namespace cn ON cn.oid = co.collnamespace WHERE co.oid = r.rngcollation) END
                 || CASE WHEN r.rngcanonical = 0 THEN '' ELSE ', canonical = ' || r.rngcanonical::text END
                 || CASE WHEN r.rngsubdiff = 0 THEN '' ELSE ', subtype_diff = ' || r.rngsubdiff::text END || ')'
          FROM pg_range r JOIN pg_type st ON st.oid = r.rngsubtype
               JOIN pg_opclass oc ON oc.oid = r.rngsubopc JOIN pg_namespace ocn ON ocn.oid = oc.opcnamespace
          WHERE r.rngtypid = t.oid)
       END
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
     LEFT JOIN pg_class c ON c.oid = t.typrelid
WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
  AND (t.typtype IN ('e', 'd') OR t.typtype = 'c' AND c.relkind = 'c'
       OR t.typtype = 'r' AND NOT (SELECT greatest(r.rngcanonical::oid, r.rngsubdiff::oid) >= 16384 FROM pg_range r WHERE r.rngtypid = t.oid))
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e')
ORDER BY t.oid
----
-- constraints of domains that have not been validated
SELECT 'constraint ' || quote_ident(k.conname),
       format('ALTER DOMAIN %I.%I ADD CONSTRAINT %I ', n.nspname, t.typname, k.conname) || pg_get_constraintdef(k.oid)
FROM pg_constraint k JOIN pg_type t ON t.oid = k.contypid JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE k.contype = 'c' AND NOT k.convalidated
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e')
ORDER BY t.oid, k.conname
----
-- functions and procedures
SELECT 'function ' || p.oid::regprocedure, pg_get_functiondef(p.oid)
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE p.prokind <> 'a' AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype IN ('e', 'i'))
ORDER BY p.oid
----
-- types that need functions
SELECT 'type ' || format('%I.%I', n.nspname, t.typname),
       CASE t.typtype
       WHEN 'r' THEN
         (SELECT format('CREATE TYPE %I.%I AS RANGE (subtype = ', n.nspname, t.typname) || format_type(r.rngsubtype, NULL)
                 || coalesce(', multirange_type_name = ' || (SELECT format('%I.%I', mn.nspname, m.typname) FROM pg_type m JOIN pg_namespace mn ON mn.oid = m.typnamespace WHERE m.oid = r.rngmultitypid), '')
                 || CASE WHEN oc.opcdefault THEN '' ELSE format(', subtype_opclass = %I.%I', ocn.nspname, oc.opcname) END
                 || CASE WHEN r.rngcollation = st.typcollation OR r.rngcollation = 0 THEN ''
                         ELSE (SELECT format(', collation = %I.%I', cn.nspname, co.collname) FROM pg_collation co JOIN pg_namespace cn ON cn.oid = co.collnamespace WHERE co.oid = r.rngcollation) END
                 || CASE WHEN r.rngcanonical = 0 THEN '' ELSE ', canonical = ' || r.rngcanonical::text END
                 || CASE WHEN r.rngsubdiff = 0 THEN '' ELSE ', subtype_diff = ' || r.rngsubdiff::text END || ')'
          FROM pg_range r JOIN pg_type st ON st.oid = r.rngsubtype
               JOIN pg_opclass oc ON oc.oid = r.rngsubopc JOIN pg_namespace ocn ON ocn.oid = oc.opcnamespace
          WHERE r.rngtypid = t.oid)
       ELSE
         format('CREATE TYPE %I.%I (INTERNALLENGTH = %s', n.nspname, t.typname, CASE WHEN t.typlen < 0 THEN 'variable' ELSE t.typlen::text END)
         || ', INPUT = ' || t.typinput || ', OUTPUT = ' || t.typoutput
         || CASE WHEN t.typreceive = 0 THEN '' ELSE ', RECEIVE = ' || t.typreceive END
         || CASE WHEN t.typsend = 0 THEN '' ELSE ', SEND = ' || t.typsend END
         || CASE WHEN t.typmodin = 0 THEN '' ELSE ', TYPMOD_IN = ' || t.typmodin END
         || CASE WHEN t.typmodout = 0 THEN '' ELSE ', TYPMOD_OUT = ' || t.typmodout END
         || CASE WHEN t.typanalyze = 0 THEN '' ELSE ', ANALYZE = ' || t.typanalyze END
         || CASE WHEN t.typcollation = 0 THEN '' ELSE ', COLLATABLE = true' END
         || coalesce(', DEFAULT = ' || quote_literal(t.typdefault), '')
         || CASE WHEN t.typsubscript = 0 THEN '' ELSE ', SUBSCRIPT = ' || t.typsubscript END
         || CASE WHEN t.typelem = 0 THEN '' ELSE ', ELEMENT = ' || format_type(t.typelem, NULL) END
         || CASE WHEN t.typcategory = 'U' THEN '' ELSE ', CATEGORY = ' || quote_literal(t.typcategory::text) END
         || CASE WHEN t.typispreferred THEN ', PREFERRED = true' ELSE '' END
         || CASE WHEN t.typdelim = ',' THEN '' ELSE ', DELIMITER = ' || quote_literal(t.typdelim::text) END
         || ', ALIGNMENT = ' || CASE t.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN 'i' THEN 'int4' ELSE 'double' END
         || ', STORAGE = ' || CASE t.typstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'x' THEN 'extended' ELSE 'main' END
         || CASE WHEN t.typbyval THEN ', PASSEDBYVALUE' ELSE '' END || ')'
       END
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
  AND (t.typtype = 'r' AND (SELECT greatest(r.rngcanonical::oid, r.rngsubdiff::oid) >= 16384 FROM pg_range r WHERE r.rngtypid = t.oid)
       OR t.typtype = 'b' AND NOT EXISTS (SELECT FROM pg_type el WHERE el.typarray = t.oid))
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e')
ORDER BY t.oid
----
-- aggregates
SELECT 'aggregate ' || p.oid::regprocedure,
       format('CREATE AGGREGATE %I.%I(%s) (SFUNC = ', n.nspname, p.proname, coalesce(nullif(pg_get_function_arguments(p.oid), ''), '*'))
       || a.aggtransfn || ', STYPE = ' || format_type(a.aggtranstype, NULL)
       || CASE WHEN a.aggtransspace = 0 THEN '' ELSE ', SSPACE = ' || a.aggtransspace END
       || coalesce(', INITCOND = ' || quote_literal(a.agginitval), '')
       || CASE WHEN a.aggfinalfn = 0 THEN '' ELSE ', FINALFUNC = ' || a.aggfinalfn
            || CASE WHEN a.aggfinalextra THEN ', FINALFUNC_EXTRA' ELSE '' END
            || CASE WHEN a.aggfinalmodify = CASE WHEN a.aggkind = 'n' THEN 'r' ELSE 'w' END::"char" THEN ''
                    ELSE ', FINALFUNC_MODIFY = ' || CASE a.aggfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END END
       || CASE WHEN a.aggcombinefn = 0 THEN '' ELSE ', COMBINEFUNC = ' || a.aggcombinefn END
       || CASE WHEN a.aggserialfn = 0 THEN '' ELSE ', SERIALFUNC = ' || a.aggserialfn END
       || CASE WHEN a.aggdeserialfn = 0 THEN '' ELSE ', DESERIALFUNC = ' || a.aggdeserialfn END
       || CASE WHEN a.aggmtransfn = 0 THEN '' ELSE ', MSFUNC = ' || a.aggmtransfn || ', MINVFUNC = ' || a.aggminvtransfn
            || ', MSTYPE = ' || format_type(a.aggmtranstype, NULL) END
       || CASE WHEN a.aggmtransspace = 0 THEN '' ELSE ', MSSPACE = ' || a.aggmtransspace END
       || coalesce(', MINITCOND = ' || quote_literal(a.aggminitval), '')
       || CASE WHEN a.aggmfinalfn = 0 THEN '' ELSE ', MFINALFUNC = ' || a.aggmfinalfn
            || CASE WHEN a.aggmfinalextra THEN ', MFINALFUNC_EXTRA' ELSE '' END
            || CASE WHEN a.aggmfinalmodify = CASE WHEN a.aggkind = 'n' THEN 'r' ELSE 'w' END::"char" THEN ''
                    ELSE ', MFINALFUNC_MODIFY = ' || CASE a.aggmfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END END
       || CASE WHEN a.aggsortop = 0 THEN '' ELSE (SELECT format(', SORTOP = OPERATOR(%I.%s)', sn.nspname, so.oprname) FROM pg_operator so JOIN pg_namespace sn ON sn.oid = so.oprnamespace WHERE so.oid = a.aggsortop) END
       || CASE WHEN a.aggkind = 'h' THEN ', HYPOTHETICAL' ELSE '' END
       || CASE p.proparallel WHEN 's' THEN ', PARALLEL = safe' WHEN 'r' THEN ', PARALLEL = restricted' ELSE '' END
       || ')'
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_aggregate a ON a.aggfnoid = p.oid
WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype = 'e')
ORDER BY p.oid
----
-- operators
SELECT 'operator ' || o.oid::regoperator,
       format('CREATE OPERATOR %I.%s (FUNCTION = ', n.nspname, o.oprname) || o.oprcode
       || CASE WHEN o.oprleft = 0 THEN '' ELSE ', LEFTARG = ' || format_type(o.oprleft, NULL) END
       || CASE WHEN o.oprright = 0 THEN '' ELSE ', RIGHTARG = ' || format_type(o.oprright, NULL) END
       || CASE WHEN o.oprcom = 0 THEN '' ELSE (SELECT format(', COMMUTATOR = OPERATOR(%I.%s)', xn.nspname, x.oprname) FROM pg_operator x JOIN pg_namespace xn ON xn.oid = x.oprnamespace WHERE x.oid = o.oprcom) END
       || CASE WHEN o.oprnegate = 0 THEN '' ELSE (SELECT format(', NEGATOR = OPERATOR(%I.%s)', xn.nspname, x.oprname) FROM pg_operator x JOIN pg_namespace xn ON xn.oid = x.oprnamespace WHERE x.oid = o.oprnegate) END
       || CASE WHEN o.oprcanmerge THEN ', MERGES' ELSE '' END
       || CASE WHEN o.oprcanhash THEN ', HASHES' ELSE '' END
       || CASE WHEN o.oprrest = 0 THEN '' ELSE ', RESTRICT = ' || o.oprrest END
       || CASE WHEN o.oprjoin = 0 THEN '' ELSE ', JOIN = ' || o.oprjoin END || ')'
FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
WHERE o.oprcode <> 0 AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_operator'::regclass AND e.objid = o.oid AND e.deptype = 'e')
ORDER BY o.oid
----
-- access methods
SELECT 'access method ' || quote_ident(a.amname),
       format('CREATE ACCESS METHOD %I TYPE %s HANDLER ', a.amname, CASE a.amtype WHEN 'i' THEN 'INDEX' ELSE 'TABLE' END) || a.amhandler
FROM pg_am a
WHERE a.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_am'::regclass AND e.objid = a.oid AND e.deptype = 'e')
ORDER BY a.amname
----
-- operator families
SELECT 'operator family ' || format('%I.%I', n.nspname, f.opfname),
       format('CREATE OPERATOR FAMILY %I.%I USING %I', n.nspname, f.opfname, am.amname)
FROM pg_opfamily f JOIN pg_namespace n ON n.oid = f.opfnamespace JOIN pg_am am ON am.oid = f.opfmethod
WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_opfamily'::regclass AND e.objid = f.oid AND e.deptype = 'e')
ORDER BY f.oid
----
-- operator classes, and what families have besides them
WITH members AS (
  SELECT d.refclassid, d.refobjid, 1 AS part, o.amopstrategy AS number, o.amopopr::regoperator::text AS place,
         'OPERATOR ' || o.amopstrategy || ' ' || o.amopopr::regoperator
         || coalesce((SELECT format(' FOR ORDER BY %I.%I', sn.nspname, sf.opfname) FROM pg_opfamily sf JOIN pg_namespace sn ON sn.oid = sf.opfnamespace WHERE sf.oid = o.amopsortfamily), '') AS text
  FROM pg_amop o JOIN pg_depend d ON d.classid = 'pg_amop'::regclass AND d.objid = o.oid
  WHERE d.refclassid IN ('pg_opclass'::regclass, 'pg_opfamily'::regclass)
    AND d.deptype IN ('i', 'a')
  UNION ALL
  SELECT d.refclassid, d.refobjid, 2, p.amprocnum, p.amproc::regprocedure::text,
         'FUNCTION ' || p.amprocnum || ' (' || format_type(p.amproclefttype, NULL) || ', ' || format_type(p.amprocrighttype, NULL) || ') ' || p.amproc::regprocedure
  FROM pg_amproc p JOIN pg_depend d ON d.classid = 'pg_amproc'::regclass AND d.objid = p.oid
  WHERE d.refclassid IN ('pg_opclass'::regclass, 'pg_opfamily'::regclass)
    AND d.deptype IN ('i', 'a')
), lists AS (
  SELECT refclassid, refobjid, string_agg(text, ', ' ORDER BY part, number, place COLLATE "C") AS text
  FROM members GROUP BY refclassid, refobjid
)
SELECT 'operator class ' || format('%I.%I', n.nspname, c.opcname),
       format('CREATE OPERATOR CLASS %I.%I %sFOR TYPE %s USING %I FAMILY %I.%I AS ', n.nspname, c.opcname,
              CASE WHEN c.opcdefault THEN 'DEFAULT ' ELSE '' END, format_type(c.opcintype, NULL), am.amname, fn.nspname, f.opfname)
       || concat_ws(', ', CASE WHEN c.opckeytype <> 0 THEN 'STORAGE ' || format_type(c.opckeytype, NULL)
                               WHEN l.text IS NULL THEN 'STORAGE ' || format_type(c.opcintype, NULL) END, l.text)
FROM pg_opclass c JOIN pg_namespace n ON n.oid = c.opcnamespace JOIN pg_am am ON am.oid = c.opcmethod
     JOIN pg_opfamily f ON f.oid = c.opcfamily JOIN pg_namespace fn ON fn.oid = f.opfnamespace
     LEFT JOIN lists l ON l.refclassid = 'pg_opclass'::regclass AND l.refobjid = c.oid
WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_opclass'::regclass AND e.objid = c.oid AND e.deptype = 'e')
UNION ALL
SELECT 'operator family ' || format('%I.%I', n.nspname, f.opfname),
       format('ALTER OPERATOR FAMILY %I.%I USING %I ADD ', n.nspname, f.opfname, am.amname) || l.text
FROM pg_opfamily f JOIN pg_namespace n ON n.oid = f.opfnamespace JOIN pg_am am ON am.oid = f.opfmethod
     JOIN lists l ON l.refclassid = 'pg_opfamily'::regclass AND l.refobjid = f.oid
WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_opfamily'::regclass AND e.objid = f.oid AND e.deptype = 'e')
----
-- conversions
SELECT 'conversion ' || format('%I.%I', n.nspname, c.conname),
       format('CREATE %sCONVERSION %I.%I FOR %L TO %L FROM ', CASE WHEN c.condefault THEN 'DEFAULT ' ELSE '' END, n.nspname, c.conname,
              pg_encoding_to_char(c.conforencoding), pg_encoding_to_char(c.contoencoding)) || c.conproc
FROM pg_conversion c JOIN pg_namespace n ON n.oid = c.connamespace
WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_conversion'::regclass AND e.objid = c.oid AND e.deptype = 'e')
ORDER BY n.nspname, c.conname
----
-- casts
SELECT 'cast (' || format_type(c.castsource, NULL) || ' AS ' || format_type(c.casttarget, NULL) || ')',
       'CREATE CAST (' || format_type(c.castsource, NULL) || ' AS ' || format_type(c.casttarget, NULL) || ') '
       || CASE c.castmethod WHEN 'b' THEN 'WITHOUT FUNCTION' WHEN 'i' THEN 'WITH INOUT' ELSE 'WITH FUNCTION ' || c.castfunc::regprocedure END
       || CASE c.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' ELSE '' END
FROM pg_cast c
WHERE c.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_range r WHERE r.rngtypid = c.castsource AND r.rngmultitypid = c.casttarget)
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_cast'::regclass AND e.objid = c.oid AND e.deptype = 'e')
ORDER BY c.oid
----
-- transforms
SELECT 'transform for ' || format_type(t.trftype, NULL),
       format('CREATE TRANSFORM FOR %s LANGUAGE %I (', format_type(t.trftype, NULL), l.lanname)
       || concat_ws(', ', CASE WHEN t.trffromsql <> 0 THEN 'FROM SQL WITH FUNCTION ' || t.trffromsql::regprocedure END,
                          CASE WHEN t.trftosql <> 0 THEN 'TO SQL WITH FUNCTION ' || t.trftosql::regprocedure END) || ')'
FROM pg_transform t JOIN pg_language l ON l.oid = t.trflang
WHERE t.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_transform'::regclass AND e.objid = t.oid AND e.deptype = 'e')
ORDER BY t.oid
----
-- text search: parsers, templates, dictionaries, configurations, and their mappings
SELECT what, sql FROM (
  SELECT 1 AS step, p.oid, 0 AS tokentype, 'text search parser ' || format('%I.%I', n.nspname, p.prsname) AS what,
         format('CREATE TEXT SEARCH PARSER %I.%I (START = ', n.nspname, p.prsname) || p.prsstart || ', GETTOKEN = ' || p.prstoken || ', END = ' || p.prsend
         || CASE WHEN p.prsheadline = 0 THEN '' ELSE ', HEADLINE = ' || p.prsheadline END || ', LEXTYPES = ' || p.prslextype || ')' AS sql
  FROM pg_ts_parser p JOIN pg_namespace n ON n.oid = p.prsnamespace
  WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_ts_parser'::regclass AND e.objid = p.oid AND e.deptype = 'e')
  UNION ALL
  SELECT 2, t.oid, 0, 'text search template ' || format('%I.%I', n.nspname, t.tmplname),
         format('CREATE TEXT SEARCH TEMPLATE %I.%I (', n.nspname, t.tmplname)
         || CASE WHEN t.tmplinit = 0 THEN '' ELSE 'INIT = ' || t.tmplinit || ', ' END || 'LEXIZE = ' || t.tmpllexize || ')'
  FROM pg_ts_template t JOIN pg_namespace n ON n.oid = t.tmplnamespace
  WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_ts_template'::regclass AND e.objid = t.oid AND e.deptype = 'e')
  UNION ALL
  SELECT 3, d.oid, 0, 'text search dictionary ' || format('%I.%I', n.nspname, d.dictname),
         format('CREATE TEXT SEARCH DICTIONARY %I.%I (TEMPLATE = %I.%I', n.nspname, d.dictname, tn.nspname, t.tmplname)
         || coalesce(', ' || nullif(d.dictinitoption, ''), '') || ')'
  FROM pg_ts_dict d JOIN pg_namespace n ON n.oid = d.dictnamespace
       JOIN pg_ts_template t ON t.oid = d.dicttemplate JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
  WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_ts_dict'::regclass AND e.objid = d.oid AND e.deptype = 'e')
  UNION ALL
  SELECT 4, c.oid, 0, 'text search configuration ' || format('%I.%I', n.nspname, c.cfgname),
         format('CREATE TEXT SEARCH CONFIGURATION %I.%I (PARSER = %I.%I)', n.nspname, c.cfgname, pn.nspname, p.prsname)
  FROM pg_ts_config c JOIN pg_namespace n ON n.oid = c.cfgnamespace
       JOIN pg_ts_parser p ON p.oid = c.cfgparser JOIN pg_namespace pn ON pn.oid = p.prsnamespace
  WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_ts_config'::regclass AND e.objid = c.oid AND e.deptype = 'e')
  UNION ALL
  SELECT 5, c.oid, m.maptokentype, 'text search configuration ' || format('%I.%I', n.nspname, c.cfgname),
         format('ALTER TEXT SEARCH CONFIGURATION %I.%I ADD MAPPING FOR %I WITH ', n.nspname, c.cfgname,
                (SELECT k.alias FROM ts_token_type(c.cfgparser) k WHERE k.tokid = m.maptokentype))
         || (SELECT string_agg(m2.mapdict::regdictionary::text, ', ' ORDER BY m2.mapseqno)
             FROM pg_ts_config_map m2 WHERE m2.mapcfg = c.oid AND m2.maptokentype = m.maptokentype)
  FROM pg_ts_config c JOIN pg_namespace n ON n.oid = c.cfgnamespace
       JOIN (SELECT DISTINCT mapcfg, maptokentype FROM pg_ts_config_map) m ON m.mapcfg = c.oid
  WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_ts_config'::regclass AND e.objid = c.oid AND e.deptype = 'e')
) x
ORDER BY step, oid, tokentype
----
-- foreign-data wrappers, servers, user mappings
SELECT what, sql FROM (
  SELECT 1 AS step, 'foreign-data wrapper ' || quote_ident(f.fdwname) AS what,
         'CREATE FOREIGN DATA WRAPPER ' || quote_ident(f.fdwname)
         || CASE WHEN f.fdwhandler = 0 THEN '' ELSE ' HANDLER ' || f.fdwhandler::regproc END
         || CASE WHEN f.fdwvalidator = 0 THEN '' ELSE ' VALIDATOR ' || f.fdwvalidator::regproc END
         || coalesce(' OPTIONS (' || (SELECT string_agg(quote_ident(o.option_name) || ' ' || quote_literal(o.option_value), ', ' ORDER BY o.option_name) FROM pg_options_to_table(f.fdwoptions) o) || ')', '') AS sql
  FROM pg_foreign_data_wrapper f
  WHERE NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_foreign_data_wrapper'::regclass AND e.objid = f.oid AND e.deptype = 'e')
  UNION ALL
  SELECT 2, 'server ' || quote_ident(s.srvname),
         'CREATE SERVER ' || quote_ident(s.srvname)
         || coalesce(' TYPE ' || quote_literal(nullif(s.srvtype, '')), '')
         || coalesce(' VERSION ' || quote_literal(nullif(s.srvversion, '')), '')
         || ' FOREIGN DATA WRAPPER ' || quote_ident(f.fdwname)
         || coalesce(' OPTIONS (' || (SELECT string_agg(quote_ident(o.option_name) || ' ' || quote_literal(o.option_value), ', ' ORDER BY o.option_name) FROM pg_options_to_table(s.srvoptions) o) || ')', '')
  FROM pg_foreign_server s JOIN pg_foreign_data_wrapper f ON f.oid = s.srvfdw
  WHERE NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_foreign_server'::regclass AND e.objid = s.oid AND e.deptype = 'e')
  UNION ALL
  SELECT 3, 'user mapping for ' || u.usename || ' on server ' || quote_ident(u.srvname),
         format('CREATE USER MAPPING FOR %s SERVER %I', CASE WHEN u.umuser = 0 THEN 'PUBLIC' ELSE quote_ident(u.usename) END, u.srvname)
         || coalesce(' OPTIONS (' || (SELECT string_agg(quote_ident(o.option_name) || ' ' || quote_literal(o.option_value), ', ' ORDER BY o.option_name) FROM pg_options_to_table(u.umoptions) o) || ')', '')
  FROM pg_user_mappings u
  WHERE NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_foreign_server'::regclass AND e.objid = u.srvid AND e.deptype = 'e')
) x
ORDER BY step, what
----
-- sequences, but not those of identity columns
SELECT 'sequence ' || format('%I.%I', n.nspname, c.relname),
       format('CREATE %sSEQUENCE %I.%I AS %s START WITH %s INCREMENT BY %s MINVALUE %s MAXVALUE %s CACHE %s%s',
              CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED ' ELSE '' END, n.nspname, c.relname, format_type(s.seqtypid, NULL),
              s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, CASE WHEN s.seqcycle THEN ' CYCLE' ELSE '' END)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_sequence s ON s.seqrelid = c.oid
WHERE c.relkind = 'S' AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype IN ('e', 'i'))
ORDER BY c.oid
----
-- tables, parents first
WITH RECURSIVE depths AS (
  SELECT i.inhrelid AS oid, 1 AS depth FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid AND c.relkind IN ('r', 'p', 'f')
  UNION
  SELECT i.inhrelid, d.depth + 1 FROM depths d JOIN pg_inherits i ON i.inhparent = d.oid
), depth AS (
  SELECT oid, max(depth) AS depth FROM depths GROUP BY oid
), tables AS (
  SELECT c.*, n.nspname, coalesce(d.depth, 0) AS depth
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN depth d ON d.oid = c.oid
  WHERE c.relkind IN ('r', 'p', 'f') AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
), defaults AS (
  SELECT d.adrelid, d.adnum, pg_get_expr(d.adbin, d.adrelid) AS text
  FROM pg_attrdef d JOIN tables t ON t.oid = d.adrelid
), columns AS (
  SELECT a.attrelid, a.attnum, a.attname, a.attislocal, a.attinhcount,
         quote_ident(a.attname)
         || CASE WHEN t.reloftype <> 0 THEN ' WITH OPTIONS' ELSE ' ' || format_type(a.atttypid, a.atttypmod)
              || CASE WHEN a.attcollation <> y.typcollation THEN (SELECT format(' COLLATE %I.%I', cn.nspname, co.collname) FROM pg_collation co JOIN pg_namespace cn ON cn.oid = co.collnamespace WHERE co.oid = a.attcollation) ELSE '' END END
         || CASE WHEN a.attgenerated = 's' THEN ' GENERATED ALWAYS AS (' || d.text || ') STORED'
                 WHEN a.attgenerated = 'v' THEN ' GENERATED ALWAYS AS (' || d.text || ') VIRTUAL'
                 ELSE coalesce(' DEFAULT ' || d.text, '') END
         || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END --@<18
         || coalesce(' CONSTRAINT ' || quote_ident(k.conname) || ' NOT NULL' || CASE WHEN k.connoinherit THEN ' NO INHERIT' ELSE '' END, '') --@18+
         AS text,
         t.reloftype = 0 OR d.text IS NOT NULL OR a.attnotnull AS shown,
         d.text AS value, a.attgenerated, a.attnotnull, t.relispartition
  FROM tables t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
       JOIN pg_type y ON y.oid = a.atttypid
       LEFT JOIN defaults d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
       LEFT JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'n' AND k.conkey[1] = a.attnum AND k.convalidated AND (k.conislocal OR t.relispartition) --@18+
), parts AS (
  SELECT attrelid, 1 AS step, attnum::text AS place, text FROM columns WHERE shown AND (attislocal OR relispartition)
  UNION ALL
  SELECT t.oid, 2, k.conname, 'CONSTRAINT ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid)
  FROM tables t JOIN pg_constraint k ON k.conrelid = t.oid
  WHERE k.contype = 'c' AND k.convalidated AND (k.conislocal OR t.relispartition)
  UNION ALL --@18+
  SELECT t.oid, 3, k.conname, 'CONSTRAINT ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid) --@18+
  FROM tables t JOIN pg_constraint k ON k.conrelid = t.oid --@18+
       JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.conkey[1] --@18+
  WHERE k.contype = 'n' AND k.convalidated AND k.conislocal AND NOT a.attislocal AND NOT t.relispartition --@18+
), lists AS (
  SELECT attrelid, string_agg(text, E',\n    ' ORDER BY step, CASE WHEN step = 1 THEN lpad(place, 6) ELSE place END COLLATE "C") AS text
  FROM parts GROUP BY attrelid
)
SELECT what, sql FROM (
  SELECT t.depth, t.oid, 0 AS step, 0 AS attnum, 'table ' || format('%I.%I', t.nspname, t.relname) AS what,
         'CREATE ' || CASE WHEN t.relpersistence = 'u' THEN 'UNLOGGED ' ELSE '' END || CASE WHEN t.relkind = 'f' THEN 'FOREIGN ' ELSE '' END
         || format('TABLE %I.%I', t.nspname, t.relname)
         || CASE WHEN t.reloftype <> 0 THEN ' OF ' || format_type(t.reloftype, NULL) || coalesce(' (' || l.text || ')', '')
                 ELSE ' (' || coalesce(l.text, '') || ')' END
         || CASE WHEN t.relispartition THEN '' ELSE
              coalesce(' INHERITS (' || (SELECT string_agg(format('%I.%I', pn.nspname, p.relname), ', ' ORDER BY i.inhseqno)
                 FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace
                 WHERE i.inhrelid = t.oid) || ')', '') END
         || CASE WHEN t.relkind = 'p' THEN ' PARTITION BY ' || pg_get_partkeydef(t.oid) ELSE '' END
         || CASE WHEN t.relkind = 'f' THEN (SELECT ' SERVER ' || quote_ident(s.srvname) || coalesce(' OPTIONS (' ||
              (SELECT string_agg(quote_ident(o.option_name) || ' ' || quote_literal(o.option_value), ', ' ORDER BY o.option_name) FROM pg_options_to_table(ft.ftoptions) o) || ')', '')
              FROM pg_foreign_table ft JOIN pg_foreign_server s ON s.oid = ft.ftserver WHERE ft.ftrelid = t.oid) ELSE '' END
         || CASE WHEN t.relam <> 0 AND am.amname <> 'heap' THEN ' USING ' || quote_ident(am.amname) ELSE '' END
         || CASE WHEN t.reloptions IS NOT NULL OR toast.reloptions IS NOT NULL THEN ' WITH ('
              || (SELECT string_agg(o.name || '=' || quote_literal(o.value), ', ' ORDER BY o.name) FROM (
                    SELECT split_part(r, '=', 1) AS name, substr(r, strpos(r, '=') + 1) AS value FROM unnest(t.reloptions) r
                    UNION ALL
                    SELECT 'toast.' || split_part(r, '=', 1), substr(r, strpos(r, '=') + 1) FROM unnest(toast.reloptions) r) o) || ')' ELSE '' END
         || CASE WHEN t.reltablespace <> 0 THEN ' TABLESPACE ' || quote_ident(ts.spcname) ELSE '' END AS sql
  FROM tables t LEFT JOIN lists l ON l.attrelid = t.oid LEFT JOIN pg_am am ON am.oid = t.relam
       LEFT JOIN pg_tablespace ts ON ts.oid = t.reltablespace LEFT JOIN pg_class toast ON toast.oid = t.reltoastrelid
  UNION ALL
  -- Columns that come from parents, with a default or NOT NULL of their own.
  SELECT t.depth, t.oid, 1, c.attnum, 'column ' || format('%I.%I.%I', t.nspname, t.relname, c.attname),
         format('ALTER TABLE ONLY %I.%I ALTER COLUMN %I %s', t.nspname, t.relname, c.attname, 
                CASE WHEN c.value IS NULL THEN 'DROP DEFAULT' ELSE 'SET DEFAULT ' || c.value END)
  FROM tables t JOIN columns c ON c.attrelid = t.oid
  WHERE c.attinhcount > 0 AND NOT t.relispartition AND c.attgenerated = ''
  UNION ALL --@<18
  SELECT t.depth, t.oid, 2, c.attnum, 'column ' || format('%I.%I.%I', t.nspname, t.relname, c.attname), --@<18
         format('ALTER TABLE ONLY %I.%I ALTER COLUMN %I SET NOT NULL', t.nspname, t.relname, c.attname) --@<18
  FROM tables t JOIN columns c ON c.attrelid = t.oid --@<18
  WHERE NOT c.attislocal AND NOT t.relispartition AND c.attnotnull --@<18
  UNION ALL
  SELECT t.depth, t.oid, 3, 0, 'table ' || format('%I.%I', t.nspname, t.relname),
         format('ALTER TABLE ONLY %I.%I ATTACH PARTITION %I.%I ', pn.nspname, p.relname, t.nspname, t.relname) || pg_get_expr(t.relpartbound, t.oid)
  FROM tables t JOIN pg_inherits i ON i.inhrelid = t.oid JOIN pg_class p ON p.oid = i.inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace
  WHERE t.relispartition
) x
ORDER BY depth, oid, step, attnum
----
-- checks and NOT NULL constraints that are not valid
SELECT 'constraint ' || quote_ident(k.conname),
       format('ALTER TABLE %I.%I ADD CONSTRAINT %I ', n.nspname, c.relname, k.conname) || pg_get_constraintdef(k.oid)
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE k.contype IN ('c', 'n') AND NOT k.convalidated AND (k.conislocal OR c.relispartition)
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
ORDER BY c.oid, k.conname
----
-- identity columns
SELECT 'column ' || format('%I.%I.%I', n.nspname, c.relname, a.attname),
       format('ALTER TABLE %I.%I ALTER COLUMN %I ADD GENERATED %s AS IDENTITY (SEQUENCE NAME %I.%I START WITH %s INCREMENT BY %s MINVALUE %s MAXVALUE %s CACHE %s%s)',
              n.nspname, c.relname, a.attname, CASE a.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END,
              sn.nspname, sc.relname, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, CASE WHEN s.seqcycle THEN ' CYCLE' ELSE '' END)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attidentity <> '' AND NOT a.attisdropped
     JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = c.oid AND d.refobjsubid = a.attnum AND d.classid = 'pg_class'::regclass AND d.deptype = 'i'
     JOIN pg_class sc ON sc.oid = d.objid AND sc.relkind = 'S' JOIN pg_namespace sn ON sn.oid = sc.relnamespace
     JOIN pg_sequence s ON s.seqrelid = sc.oid
WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
ORDER BY c.oid, a.attnum
----
-- the persistence of an identity's sequence, where it is not its table's
SELECT 'sequence ' || format('%I.%I', sn.nspname, sc.relname),
       format('ALTER SEQUENCE %I.%I SET %s', sn.nspname, sc.relname, CASE sc.relpersistence WHEN 'u' THEN 'UNLOGGED' ELSE 'LOGGED' END)
FROM pg_class sc JOIN pg_namespace sn ON sn.oid = sc.relnamespace
     JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = sc.oid AND d.deptype = 'i' AND d.refclassid = 'pg_class'::regclass
     JOIN pg_class c ON c.oid = d.refobjid AND c.relpersistence <> sc.relpersistence
WHERE sc.relkind = 'S' AND sn.nspname !~ '^pg_' AND sn.nspname NOT IN ('information_schema', 'deed')
ORDER BY sc.oid
----
-- the columns with which sequences are dropped
SELECT 'sequence ' || format('%I.%I', sn.nspname, sc.relname),
       format('ALTER SEQUENCE %I.%I OWNED BY %I.%I.%I', sn.nspname, sc.relname, n.nspname, c.relname, a.attname)
FROM pg_class sc JOIN pg_namespace sn ON sn.oid = sc.relnamespace
     JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = sc.oid AND d.deptype = 'a' AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
     JOIN pg_class c ON c.oid = d.refobjid JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
WHERE sc.relkind = 'S' AND sn.nspname !~ '^pg_' AND sn.nspname NOT IN ('information_schema', 'deed')
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = sc.oid AND e.deptype = 'e')
ORDER BY sc.oid
----
-- storage and statistics of columns; pg_attver is the server's own note of when a column was changed
SELECT 'column ' || format('%I.%I.%I', n.nspname, c.relname, a.attname),
       format('ALTER %s ONLY %I.%I ALTER COLUMN %I %s', CASE c.relkind WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END,
              n.nspname, c.relname, a.attname, x.change)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     JOIN pg_type y ON y.oid = a.atttypid
     CROSS JOIN LATERAL (VALUES
       (1, CASE WHEN a.attstattarget >= 0 THEN 'SET STATISTICS ' || a.attstattarget END),
       (2, CASE WHEN a.attstorage <> y.typstorage THEN 'SET STORAGE ' || CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END END),
       (3, CASE a.attcompression WHEN 'p' THEN 'SET COMPRESSION pglz' WHEN 'l' THEN 'SET COMPRESSION lz4' END),
       (4, 'SET (' || (SELECT string_agg(split_part(r, '=', 1) || '=' || quote_literal(substr(r, strpos(r, '=') + 1)), ', ') FROM unnest(a.attoptions) r WHERE split_part(r, '=', 1) <> 'pg_attver') || ')'),
       (5, 'OPTIONS (' || (SELECT string_agg(quote_ident(o.option_name) || ' ' || quote_literal(o.option_value), ', ' ORDER BY o.option_name) FROM pg_options_to_table(a.attfdwoptions) o) || ')')
     ) x(place, change)
WHERE c.relkind IN ('r', 'p', 'f') AND x.change IS NOT NULL
  AND (a.attstattarget >= 0 OR a.attstorage <> y.typstorage OR a.attcompression <> '' OR a.attoptions IS NOT NULL OR a.attfdwoptions IS NOT NULL)
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
ORDER BY c.oid, a.attnum, x.place
----
-- views and materialized views
SELECT CASE c.relkind WHEN 'm' THEN 'materialized ' ELSE '' END || 'view ' || format('%I.%I', n.nspname, c.relname),
       format('CREATE %sVIEW %I.%I', CASE c.relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END, n.nspname, c.relname)
       || CASE WHEN c.relkind = 'm' AND am.amname <> 'heap' THEN ' USING ' || quote_ident(am.amname) ELSE '' END
       || coalesce(' WITH (' || (SELECT string_agg(split_part(r, '=', 1) || '=' || quote_literal(substr(r, strpos(r, '=') + 1)), ', ')
                                 FROM unnest(c.reloptions) r WHERE r NOT LIKE 'check\_option=%') || ')', '')
       || CASE WHEN c.reltablespace <> 0 THEN ' TABLESPACE ' || (SELECT quote_ident(ts.spcname) FROM pg_tablespace ts WHERE ts.oid = c.reltablespace) ELSE '' END
       || ' AS ' || rtrim(pg_get_viewdef(c.oid), E'; \n')
       || CASE WHEN c.relkind = 'm' THEN ' WITH NO DATA'
               WHEN 'check_option=local' = ANY (c.reloptions) THEN ' WITH LOCAL CHECK OPTION'
               WHEN 'check_option=cascaded' = ANY (c.reloptions) THEN ' WITH CASCADED CHECK OPTION' ELSE '' END
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_am am ON am.oid = c.relam
WHERE c.relkind IN ('v', 'm') AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
ORDER BY c.oid
----
-- defaults of views' columns, and settings of materialized views' columns
SELECT 'column ' || format('%I.%I.%I', n.nspname, c.relname, a.attname),
       format('ALTER %s %I.%I ALTER COLUMN %I %s', CASE c.relkind WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'TABLE ONLY' END, n.nspname, c.relname, a.attname, x.change)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     JOIN pg_type y ON y.oid = a.atttypid
     LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
     CROSS JOIN LATERAL (VALUES
       (0, 'SET DEFAULT ' || pg_get_expr(d.adbin, d.adrelid)),
       (1, CASE WHEN c.relkind = 'm' AND a.attstattarget >= 0 THEN 'SET STATISTICS ' || a.attstattarget END),
       (2, CASE WHEN c.relkind = 'm' AND a.attstorage <> y.typstorage THEN 'SET STORAGE ' || CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END END),
       (3, CASE WHEN c.relkind = 'm' THEN CASE a.attcompression WHEN 'p' THEN 'SET COMPRESSION pglz' WHEN 'l' THEN 'SET COMPRESSION lz4' END END),
       (4, 'SET (' || (SELECT string_agg(split_part(r, '=', 1) || '=' || quote_literal(substr(r, strpos(r, '=') + 1)), ', ') FROM unnest(a.attoptions) r WHERE split_part(r, '=', 1) <> 'pg_attver') || ')')
     ) x(place, change)
WHERE c.relkind IN ('v', 'm') AND x.change IS NOT NULL
  AND (d.oid IS NOT NULL OR a.attoptions IS NOT NULL
       OR c.relkind = 'm' AND (a.attstattarget >= 0 OR a.attstorage <> y.typstorage OR a.attcompression <> ''))
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
ORDER BY c.oid, a.attnum, x.place
----
-- keys, unique and exclusion constraints, then indexes
SELECT what, sql FROM (
  SELECT 1 AS step, x.oid, 'constraint ' || quote_ident(k.conname) AS what,
         format('ALTER TABLE ONLY %I.%I ADD CONSTRAINT %I ', n.nspname, c.relname, k.conname)
         || CASE WHEN k.contype = 'x' OR x.reloptions IS NULL THEN pg_get_constraintdef(k.oid)
                 ELSE left(pg_get_constraintdef(k.oid), length(pg_get_constraintdef(k.oid)) - length(flags.text))
                      || ' WITH (' || (SELECT string_agg(split_part(r, '=', 1) || '=' || quote_literal(substr(r, strpos(r, '=') + 1)), ', ') FROM unnest(x.reloptions) r) || ')'
                      || flags.text END AS sql
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_class x ON x.oid = k.conindid JOIN pg_index i ON i.indexrelid = x.oid
       CROSS JOIN LATERAL (SELECT CASE WHEN k.condeferrable THEN ' DEFERRABLE' ELSE '' END || CASE WHEN k.condeferred THEN ' INITIALLY DEFERRED' ELSE '' END AS text) flags
  WHERE k.contype IN ('p', 'u', 'x') AND c.relkind IN ('r', 'p') AND (i.indisvalid OR x.relkind = 'I') AND i.indisready
    AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
  UNION ALL
  SELECT 2, x.oid, 'index ' || format('%I.%I', n.nspname, x.relname), pg_get_indexdef(x.oid)
  FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = x.relnamespace
  WHERE (i.indisvalid OR x.relkind = 'I') AND i.indisready AND c.relkind IN ('r', 'p', 'm')
    AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.oid AND k.contype IN ('p', 'u', 'x') AND k.conrelid = c.oid)
    AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = x.oid AND e.deptype = 'e')
  UNION ALL
  SELECT 3, x.oid, 'index ' || format('%I.%I', n.nspname, x.relname),
         format('ALTER INDEX %I.%I SET TABLESPACE %I', n.nspname, x.relname, ts.spcname)
  FROM pg_class x JOIN pg_namespace n ON n.oid = x.relnamespace JOIN pg_tablespace ts ON ts.oid = x.reltablespace
  WHERE x.relkind IN ('i', 'I') AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
  UNION ALL
  SELECT 4, x.oid, 'index ' || format('%I.%I', n.nspname, x.relname),
         format('ALTER INDEX %I.%I ATTACH PARTITION %I.%I', pn.nspname, p.relname, n.nspname, x.relname)
  FROM pg_inherits h JOIN pg_class x ON x.oid = h.inhrelid AND x.relkind IN ('i', 'I') JOIN pg_namespace n ON n.oid = x.relnamespace
       JOIN pg_class p ON p.oid = h.inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace
  WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
  UNION ALL
  SELECT 5, x.oid, 'index ' || format('%I.%I', n.nspname, x.relname),
         format('ALTER INDEX %I.%I ALTER COLUMN %s SET STATISTICS %s', n.nspname, x.relname, a.attnum, a.attstattarget)
  FROM pg_class x JOIN pg_namespace n ON n.oid = x.relnamespace JOIN pg_attribute a ON a.attrelid = x.oid AND a.attstattarget >= 0
  WHERE x.relkind IN ('i', 'I') AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
  UNION ALL
  SELECT 6, x.oid, 'table ' || format('%I.%I', n.nspname, c.relname),
         format('ALTER TABLE %I.%I CLUSTER ON %I', n.nspname, c.relname, x.relname)
  FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE i.indisclustered AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
  UNION ALL
  SELECT 7, c.oid, 'table ' || format('%I.%I', n.nspname, c.relname),
         format('ALTER TABLE ONLY %I.%I REPLICA IDENTITY ', n.nspname, c.relname)
         || CASE c.relreplident WHEN 'n' THEN 'NOTHING' WHEN 'f' THEN 'FULL'
              ELSE (SELECT 'USING INDEX ' || quote_ident(x.relname) FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid WHERE i.indrelid = c.oid AND i.indisreplident) END
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'm') AND c.relreplident <> 'd'
    AND (c.relreplident <> 'i' OR EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisreplident))
    AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
) x
ORDER BY step, oid
----
-- foreign keys, and triggers that are constraints
SELECT 'constraint ' || quote_ident(k.conname),
       format('ALTER TABLE %s%I.%I ADD CONSTRAINT %I ', CASE c.relkind WHEN 'p' THEN '' ELSE 'ONLY ' END, n.nspname, c.relname, k.conname) || pg_get_constraintdef(k.oid)
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE k.contype = 'f' AND k.conparentid = 0
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
ORDER BY k.oid
----
-- triggers, and whether they fire
SELECT what, sql FROM (
  SELECT t.oid, 1 AS step, 'trigger ' || quote_ident(t.tgname) AS what, pg_get_triggerdef(t.oid) AS sql
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE NOT t.tgisinternal AND t.tgparentid = 0
    AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_trigger'::regclass AND e.objid = t.oid AND e.deptype = 'e')
  UNION ALL
  SELECT t.oid, 2, 'trigger ' || quote_ident(t.tgname),
         format('ALTER %sTABLE %I.%I %s TRIGGER %I', CASE c.relkind WHEN 'f' THEN 'FOREIGN ' ELSE '' END, n.nspname, c.relname,
                CASE t.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'A' THEN 'ENABLE ALWAYS' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE' END, t.tgname)
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       LEFT JOIN pg_trigger u ON u.oid = t.tgparentid
  WHERE CASE WHEN t.tgparentid = 0 THEN NOT t.tgisinternal AND t.tgenabled <> 'O' ELSE NOT u.tgisinternal AND t.tgenabled <> u.tgenabled END
    AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
) x
ORDER BY step, oid
----
-- rules
SELECT what, sql FROM (
  SELECT 1 AS step, r.oid, 'rule ' || quote_ident(r.rulename) AS what, pg_get_ruledef(r.oid) AS sql
  FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE r.rulename <> '_RETURN' AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
  UNION ALL
  SELECT 2, r.oid, 'rule ' || quote_ident(r.rulename),
         format('ALTER TABLE %I.%I %s RULE %I', n.nspname, c.relname,
                CASE r.ev_enabled WHEN 'D' THEN 'DISABLE' WHEN 'A' THEN 'ENABLE ALWAYS' WHEN 'R' THEN 'ENABLE REPLICA' END, r.rulename)
  FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE r.rulename <> '_RETURN' AND r.ev_enabled <> 'O' AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
) x
ORDER BY step, oid
----
-- row security
SELECT what, sql FROM (
  SELECT 1 AS step, c.oid, '' AS name, 'table ' || format('%I.%I', n.nspname, c.relname) AS what,
         format('ALTER TABLE %I.%I ENABLE ROW LEVEL SECURITY', n.nspname, c.relname) AS sql
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relrowsecurity AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
  UNION ALL
  SELECT 2, c.oid, '', 'table ' || format('%I.%I', n.nspname, c.relname),
         format('ALTER TABLE ONLY %I.%I FORCE ROW LEVEL SECURITY', n.nspname, c.relname)
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relforcerowsecurity AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
  UNION ALL
  SELECT 3, c.oid, p.polname, 'policy ' || quote_ident(p.polname),
         format('CREATE POLICY %I ON %I.%I%s%s', p.polname, n.nspname, c.relname, CASE WHEN p.polpermissive THEN '' ELSE ' AS RESTRICTIVE' END,
                CASE p.polcmd WHEN 'r' THEN ' FOR SELECT' WHEN 'a' THEN ' FOR INSERT' WHEN 'w' THEN ' FOR UPDATE' WHEN 'd' THEN ' FOR DELETE' ELSE '' END)
         || CASE WHEN p.polroles = '{0}' THEN '' ELSE ' TO ' || (SELECT string_agg(quote_ident(r.rolname), ', ' ORDER BY r.rolname) FROM pg_roles r WHERE r.oid = ANY (p.polroles)) END
         || coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
         || coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
  FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_policy'::regclass AND e.objid = p.oid AND e.deptype = 'e')
) x
ORDER BY step, oid, name
----
-- extended statistics
SELECT what, sql FROM (
  SELECT 1 AS step, s.oid, 'statistics ' || format('%I.%I', n.nspname, s.stxname) AS what, pg_get_statisticsobjdef(s.oid) AS sql
  FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
  WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_statistic_ext'::regclass AND e.objid = s.oid AND e.deptype = 'e')
  UNION ALL
  SELECT 2, s.oid, 'statistics ' || format('%I.%I', n.nspname, s.stxname), format('ALTER STATISTICS %I.%I SET STATISTICS %s', n.nspname, s.stxname, s.stxstattarget)
  FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
  WHERE s.stxstattarget >= 0 AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
) x
ORDER BY step, oid
----
-- publications
SELECT what, sql FROM (
  SELECT 1 AS step, p.pubname AS name, '' AS part, 'publication ' || quote_ident(p.pubname) AS what,
         format('CREATE PUBLICATION %I%s WITH (publish = ''%s''', p.pubname, CASE WHEN p.puballtables THEN ' FOR ALL TABLES' ELSE '' END,
                concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
                                CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END))
         || CASE WHEN p.pubviaroot THEN ', publish_via_partition_root = true' ELSE '' END
         || CASE p.pubgencols WHEN 's' THEN ', publish_generated_columns = stored' ELSE '' END --@18+
         || ')' AS sql
  FROM pg_publication p
  WHERE NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_publication'::regclass AND e.objid = p.oid AND e.deptype = 'e')
  UNION ALL
  SELECT 2, p.pubname, format('%I.%I', n.nspname, c.relname), 'publication ' || quote_ident(p.pubname),
         format('ALTER PUBLICATION %I ADD TABLE ONLY %I.%I', p.pubname, n.nspname, c.relname)
         || coalesce(' (' || (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.place) FROM unnest(r.prattrs::int2[]) WITH ORDINALITY k(attnum, place) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum) || ')', '') --@15+
         || coalesce(' WHERE (' || pg_get_expr(r.prqual, r.prrelid) || ')', '') --@15+
  FROM pg_publication_rel r JOIN pg_publication p ON p.oid = r.prpubid JOIN pg_class c ON c.oid = r.prrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  UNION ALL --@15+
  SELECT 3, p.pubname, n.nspname, 'publication ' || quote_ident(p.pubname), format('ALTER PUBLICATION %I ADD TABLES IN SCHEMA %I', p.pubname, n.nspname) --@15+
  FROM pg_publication_namespace r JOIN pg_publication p ON p.oid = r.pnpubid JOIN pg_namespace n ON n.oid = r.pnnspid --@15+
) x
ORDER BY step, name, part
----
-- event triggers
SELECT what, sql FROM (
  SELECT 1 AS step, t.evtname AS name, 'event trigger ' || quote_ident(t.evtname) AS what,
         format('CREATE EVENT TRIGGER %I ON %I', t.evtname, t.evtevent)
         || coalesce(' WHEN TAG IN (' || (SELECT string_agg(quote_literal(g.tag), ', ' ORDER BY g.place) FROM unnest(t.evttags) WITH ORDINALITY g(tag, place)) || ')', '')
         || ' EXECUTE FUNCTION ' || t.evtfoid::regproc || '()' AS sql
  FROM pg_event_trigger t
  WHERE NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_event_trigger'::regclass AND e.objid = t.oid AND e.deptype = 'e')
  UNION ALL
  SELECT 2, t.evtname, 'event trigger ' || quote_ident(t.evtname),
         format('ALTER EVENT TRIGGER %I %s', t.evtname, CASE t.evtenabled WHEN 'D' THEN 'DISABLE' WHEN 'A' THEN 'ENABLE ALWAYS' ELSE 'ENABLE REPLICA' END)
  FROM pg_event_trigger t
  WHERE t.evtenabled <> 'O'
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_event_trigger'::regclass AND e.objid = t.oid AND e.deptype = 'e')
) x
ORDER BY step, name
----
-- owners
WITH owned AS (
  SELECT 'pg_class'::regclass AS classid, c.oid, n.nspname, c.relowner AS owner,
         CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END AS kind,
         format('%I.%I', n.nspname, c.relname) AS name
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'i' AND c.relkind = 'S')
  UNION ALL
  SELECT 'pg_proc'::regclass, p.oid, n.nspname, p.proowner,
         CASE p.prokind WHEN 'a' THEN 'AGGREGATE' WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END,
         format('%I.%I(', n.nspname, p.proname) || CASE p.prokind WHEN 'a' THEN coalesce(nullif(pg_get_function_identity_arguments(p.oid), ''), '*') ELSE pg_get_function_identity_arguments(p.oid) END || ')'
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype IN ('e', 'i'))
  UNION ALL
  SELECT 'pg_type'::regclass, t.oid, n.nspname, t.typowner, CASE t.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, format('%I.%I', n.nspname, t.typname)
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_class c ON c.oid = t.typrelid
  WHERE t.typtype IN ('e', 'd', 'r') OR c.relkind = 'c' OR NOT t.typisdefined OR t.typtype = 'b' AND NOT EXISTS (SELECT FROM pg_type el WHERE el.typarray = t.oid)
  UNION ALL
  SELECT 'pg_namespace'::regclass, n.oid, n.nspname, n.nspowner, 'SCHEMA', quote_ident(n.nspname)
  FROM pg_namespace n
  UNION ALL SELECT 'pg_language'::regclass, l.oid, '', l.lanowner, 'LANGUAGE', quote_ident(l.lanname) FROM pg_language l WHERE l.oid >= 16384
  UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, f.oid, '', f.fdwowner, 'FOREIGN DATA WRAPPER', quote_ident(f.fdwname) FROM pg_foreign_data_wrapper f
  UNION ALL SELECT 'pg_foreign_server'::regclass, s.oid, '', s.srvowner, 'SERVER', quote_ident(s.srvname) FROM pg_foreign_server s
  UNION ALL SELECT 'pg_publication'::regclass, p.oid, '', p.pubowner, 'PUBLICATION', quote_ident(p.pubname) FROM pg_publication p
  UNION ALL SELECT 'pg_event_trigger'::regclass, t.oid, '', t.evtowner, 'EVENT TRIGGER', quote_ident(t.evtname) FROM pg_event_trigger t
  UNION ALL
  SELECT 'pg_operator'::regclass, o.oid, n.nspname, o.oprowner, 'OPERATOR',
         format('%I.%s (%s, %s)', n.nspname, o.oprname, CASE WHEN o.oprleft = 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END, CASE WHEN o.oprright = 0 THEN 'NONE' ELSE format_type(o.oprright, NULL) END)
  FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace WHERE o.oprcode <> 0
  UNION ALL
  SELECT 'pg_opclass'::regclass, o.oid, n.nspname, o.opcowner, 'OPERATOR CLASS', format('%I.%I USING %I', n.nspname, o.opcname, am.amname)
  FROM pg_opclass o JOIN pg_namespace n ON n.oid = o.opcnamespace JOIN pg_am am ON am.oid = o.opcmethod
  UNION ALL
  SELECT 'pg_opfamily'::regclass, o.oid, n.nspname, o.opfowner, 'OPERATOR FAMILY', format('%I.%I USING %I', n.nspname, o.opfname, am.amname)
  FROM pg_opfamily o JOIN pg_namespace n ON n.oid = o.opfnamespace JOIN pg_am am ON am.oid = o.opfmethod
  UNION ALL
  SELECT 'pg_collation'::regclass, c.oid, n.nspname, c.collowner, 'COLLATION', format('%I.%I', n.nspname, c.collname) FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
  UNION ALL
  SELECT 'pg_conversion'::regclass, c.oid, n.nspname, c.conowner, 'CONVERSION', format('%I.%I', n.nspname, c.conname) FROM pg_conversion c JOIN pg_namespace n ON n.oid = c.connamespace
  UNION ALL
  SELECT 'pg_statistic_ext'::regclass, s.oid, n.nspname, s.stxowner, 'STATISTICS', format('%I.%I', n.nspname, s.stxname) FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
  UNION ALL
  SELECT 'pg_ts_dict'::regclass, d.oid, n.nspname, d.dictowner, 'TEXT SEARCH DICTIONARY', format('%I.%I', n.nspname, d.dictname) FROM pg_ts_dict d JOIN pg_namespace n ON n.oid = d.dictnamespace
  UNION ALL
  SELECT 'pg_ts_config'::regclass, c.oid, n.nspname, c.cfgowner, 'TEXT SEARCH CONFIGURATION', format('%I.%I', n.nspname, c.cfgname) FROM pg_ts_config c JOIN pg_namespace n ON n.oid = c.cfgnamespace
)
SELECT 'owner of ' || lower(o.kind) || ' ' || o.name, format('ALTER %s %s OWNER TO %I', o.kind, o.name, pg_get_userbyid(o.owner))
FROM owned o
WHERE o.nspname !~ '^pg_' AND o.nspname NOT IN ('information_schema', 'deed')
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = o.classid AND e.objid = o.oid AND e.deptype = 'e')
----
-- comments and security labels
WITH said AS (
  SELECT d.classoid AS classid, d.objoid AS objid, d.objsubid, 'COMMENT' AS verb, quote_literal(d.description) AS text
  FROM pg_description d WHERE d.objoid >= 16384 AND d.classoid <> 'pg_largeobject'::regclass
  UNION ALL
  SELECT d.classoid, d.objoid, d.objsubid, 'COMMENT', quote_literal(d.description)
  FROM pg_description d WHERE d.classoid = 'pg_namespace'::regclass AND d.objoid = 2200 AND d.description <> 'standard public schema'
  UNION ALL
  SELECT 'pg_namespace'::regclass, 2200, 0, 'COMMENT', 'NULL'
  WHERE EXISTS (SELECT FROM pg_namespace WHERE oid = 2200)
    AND NOT EXISTS (SELECT FROM pg_description d WHERE d.classoid = 'pg_namespace'::regclass AND d.objoid = 2200)
  UNION ALL
  SELECT l.classoid, l.objoid, l.objsubid, 'SECURITY LABEL FOR ' || quote_ident(l.provider), quote_literal(l.label)
  FROM pg_seclabel l WHERE l.classoid <> 'pg_largeobject'::regclass
), named AS (
  SELECT s.*, CASE WHEN s.objsubid <> 0 THEN 'column' ELSE i.type END AS type, i.schema, i.identity,
         CASE WHEN s.classid = 'pg_type'::regclass THEN (SELECT t.typtype FROM pg_type t WHERE t.oid = s.objid) END AS typtype
  FROM said s CROSS JOIN LATERAL pg_identify_object(s.classid, s.objid, s.objsubid) i
  WHERE NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = s.classid AND e.objid = s.objid AND e.deptype = 'e')
)
SELECT 'comment on ' || type || ' ' || identity,
       verb || ' ON ' || CASE type
         WHEN 'table constraint' THEN 'CONSTRAINT'
         WHEN 'domain constraint' THEN 'CONSTRAINT'
         WHEN 'statistics object' THEN 'STATISTICS'
         WHEN 'foreign-data wrapper' THEN 'FOREIGN DATA WRAPPER'
         WHEN 'composite type' THEN 'TYPE'
         WHEN 'type' THEN CASE WHEN typtype = 'd' THEN 'DOMAIN' ELSE 'TYPE' END
         ELSE upper(type) END || ' '
       || CASE type WHEN 'domain constraint' THEN (SELECT quote_ident(k.conname) || ' ON DOMAIN ' || format_type(k.contypid, NULL) FROM pg_constraint k WHERE k.oid = objid)
                    WHEN 'table constraint' THEN (SELECT quote_ident(k.conname) || ' ON ' || k.conrelid::regclass FROM pg_constraint k WHERE k.oid = objid)
                    WHEN 'transform' THEN replace(identity, ' on language ', ' LANGUAGE ')
                    WHEN 'aggregate' THEN replace(identity, '()', '(*)')
                    ELSE identity END
       || ' IS ' || text
FROM named
WHERE identity IS NOT NULL
  AND type IN ('table', 'view', 'materialized view', 'sequence', 'index', 'foreign table', 'column', 'table constraint', 'domain constraint', 'trigger', 'rule', 'policy',
               'function', 'procedure', 'aggregate', 'type', 'composite type', 'schema', 'cast', 'collation', 'conversion', 'language', 'operator', 'operator class',
               'operator family', 'extension', 'event trigger', 'publication', 'server', 'foreign-data wrapper', 'access method', 'transform', 'statistics object',
               'text search parser', 'text search dictionary', 'text search template', 'text search configuration')
  AND coalesce(schema, '') !~ '^pg_' AND coalesce(schema, '') NOT IN ('information_schema', 'deed')
  AND identity !~ '(^| on |^\(|^for )(deed|pg_catalog|information_schema|pg_toast|pg_temp[_0-9]*)\.' AND NOT (type = 'schema' AND identity = 'deed')
ORDER BY classid, objid, objsubid
----
-- privileges: what differs from those that PostgreSQL or the extension gives
WITH objects AS (
  SELECT 'pg_class'::regclass AS classid, c.oid, 0 AS sub, n.nspname, CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind,
         format('%I.%I', n.nspname, c.relname) AS name, '' AS col, c.relacl AS acl, acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner) AS usual
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
  UNION ALL
  SELECT 'pg_class'::regclass, c.oid, a.attnum, n.nspname, 'TABLE', format('%I.%I', n.nspname, c.relname), format('(%I)', a.attname), a.attacl, '{}'::aclitem[]
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT a.attisdropped AND a.attacl IS NOT NULL
  UNION ALL
  SELECT 'pg_proc'::regclass, p.oid, 0, n.nspname, CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END,
         format('%I.%I(', n.nspname, p.proname) || CASE p.prokind WHEN 'a' THEN oidvectortypes(p.proargtypes) ELSE pg_get_function_identity_arguments(p.oid) END || ')', '', p.proacl, acldefault('f', p.proowner)
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.proacl IS NOT NULL
  UNION ALL
  SELECT 'pg_type'::regclass, t.oid, 0, n.nspname, 'TYPE', format('%I.%I', n.nspname, t.typname), '', t.typacl, acldefault('T', t.typowner)
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typacl IS NOT NULL
  UNION ALL
  SELECT 'pg_namespace'::regclass, n.oid, 0, n.nspname, 'SCHEMA', quote_ident(n.nspname), '', n.nspacl, acldefault('n', n.nspowner) FROM pg_namespace n
  UNION ALL SELECT 'pg_language'::regclass, l.oid, 0, '', 'LANGUAGE', quote_ident(l.lanname), '', l.lanacl, acldefault('l', l.lanowner) FROM pg_language l WHERE l.lanispl
  UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, f.oid, 0, '', 'FOREIGN DATA WRAPPER', quote_ident(f.fdwname), '', f.fdwacl, acldefault('F', f.fdwowner) FROM pg_foreign_data_wrapper f
  UNION ALL SELECT 'pg_foreign_server'::regclass, s.oid, 0, '', 'FOREIGN SERVER', quote_ident(s.srvname), '', s.srvacl, acldefault('S', s.srvowner) FROM pg_foreign_server s
), given AS (
  -- pg_dump takes the privileges that the schema public has from 15 on for the usual ones.
  SELECT o.*, CASE WHEN o.kind = 'SCHEMA' AND o.name = 'public' THEN p.acl ELSE coalesce(i.initprivs, o.usual) END AS base --@<15
  SELECT o.*, coalesce(i.initprivs, o.usual) AS base --@15+
  FROM objects o LEFT JOIN pg_init_privs i ON i.classoid = o.classid AND i.objoid = o.oid AND i.objsubid = o.sub
       LEFT JOIN (SELECT oid, ARRAY[makeaclitem(nspowner, nspowner, 'CREATE', false), makeaclitem(nspowner, nspowner, 'USAGE', false), makeaclitem(0, nspowner, 'USAGE', false)] AS acl FROM pg_namespace WHERE nspname = 'public') p ON o.kind = 'SCHEMA' AND p.oid = o.oid --@<15
  WHERE o.acl IS NOT NULL AND (p.oid IS NOT NULL OR o.acl <> coalesce(i.initprivs, o.usual)) --@<15
  WHERE o.acl IS NOT NULL AND o.acl <> coalesce(i.initprivs, o.usual) --@15+
    AND o.nspname NOT IN ('deed', 'information_schema') AND (o.nspname !~ '^pg_' OR o.nspname = 'pg_catalog')
), changes AS (
  SELECT DISTINCT g.classid, g.oid, g.sub, g.kind, g.name, x.*, g.col,
         (SELECT count(DISTINCT u.privilege_type) FROM aclexplode(nullif(g.usual, '{}')) u) AS most
  FROM given g CROSS JOIN LATERAL (
    SELECT 1 AS step, b.grantee, b.privilege_type, false AS grantable FROM aclexplode(nullif(g.base, '{}')) b
    WHERE NOT EXISTS (SELECT FROM aclexplode(nullif(g.acl, '{}')) a WHERE a.grantee = b.grantee AND a.privilege_type = b.privilege_type AND a.is_grantable = b.is_grantable)
    UNION ALL
    SELECT 2, a.grantee, a.privilege_type, a.is_grantable FROM aclexplode(nullif(g.acl, '{}')) a
    WHERE NOT EXISTS (SELECT FROM aclexplode(nullif(g.base, '{}')) b WHERE b.grantee = a.grantee AND b.privilege_type = a.privilege_type AND b.is_grantable = a.is_grantable)
  ) x
)
SELECT 'privileges on ' || lower(c.kind) || ' ' || c.name,
       CASE c.step WHEN 1 THEN 'REVOKE ' ELSE 'GRANT ' END
       || CASE WHEN c.col = '' AND count(*) = c.most THEN 'ALL' ELSE string_agg(c.privilege_type || c.col, ', ' ORDER BY c.privilege_type) END
       || ' ON ' || c.kind || ' ' || c.name
       || CASE c.step WHEN 1 THEN ' FROM ' ELSE ' TO ' END || CASE c.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(c.grantee)) END
       || CASE WHEN c.grantable THEN ' WITH GRANT OPTION' ELSE '' END
FROM changes c
GROUP BY c.classid, c.oid, c.sub, c.kind, c.name, c.col, c.most, c.step, c.grantee, c.grantable
ORDER BY c.classid, c.oid, c.sub, c.step, c.grantee, c.grantable
----
-- default privileges
WITH given AS (
  SELECT d.oid, pg_get_userbyid(d.defaclrole) AS role, n.nspname, d.defaclacl AS acl,
         CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' WHEN 'L' THEN 'LARGE OBJECTS' END AS kind,
         CASE WHEN d.defaclnamespace = 0 THEN acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END, d.defaclrole) ELSE '{}' END AS base
  FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
  WHERE coalesce(n.nspname, '') <> 'deed'
), changes AS (
  SELECT DISTINCT g.oid, g.role, g.nspname, g.kind, x.*
  FROM given g CROSS JOIN LATERAL (
    SELECT 1 AS step, b.grantee, b.privilege_type, false AS grantable FROM aclexplode(nullif(g.base, '{}')) b
    WHERE NOT EXISTS (SELECT FROM aclexplode(nullif(g.acl, '{}')) a WHERE a.grantee = b.grantee AND a.privilege_type = b.privilege_type AND a.is_grantable = b.is_grantable)
    UNION ALL
    SELECT 2, a.grantee, a.privilege_type, a.is_grantable FROM aclexplode(nullif(g.acl, '{}')) a
    WHERE NOT EXISTS (SELECT FROM aclexplode(nullif(g.base, '{}')) b WHERE b.grantee = a.grantee AND b.privilege_type = a.privilege_type AND b.is_grantable = a.is_grantable)
  ) x
)
SELECT 'default privileges of ' || c.role,
       format('ALTER DEFAULT PRIVILEGES FOR ROLE %I%s %s ', c.role, coalesce(' IN SCHEMA ' || quote_ident(c.nspname), ''), CASE c.step WHEN 1 THEN 'REVOKE' ELSE 'GRANT' END)
       || string_agg(c.privilege_type, ', ' ORDER BY c.privilege_type) || ' ON ' || c.kind
       || CASE c.step WHEN 1 THEN ' FROM ' ELSE ' TO ' END || CASE c.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(c.grantee)) END
       || CASE WHEN c.grantable THEN ' WITH GRANT OPTION' ELSE '' END
FROM changes c
GROUP BY c.oid, c.role, c.nspname, c.kind, c.step, c.grantee, c.grantable
ORDER BY c.oid, c.step, c.grantee, c.grantable
----
-- objects that are dropped with an extension
SELECT 'dependency of ' || i.identity,
       'ALTER ' || upper(i.type) || ' ' || i.identity || ' DEPENDS ON EXTENSION ' || quote_ident(x.extname)
FROM pg_depend d
JOIN pg_extension x ON d.refclassid = 'pg_extension'::regclass AND x.oid = d.refobjid
CROSS JOIN LATERAL pg_identify_object(d.classid, d.objid, d.objsubid) i
WHERE d.deptype = 'x'
ORDER BY 1, 2
----
-- what no query above reads: kinds of relation and type that this program does not know, and subscriptions
SELECT 'relation ' || format('%I.%I', n.nspname, c.relname), NULL::text
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind NOT IN ('r', 'p', 'f', 'v', 'm', 'S', 'i', 'I', 'c', 't')
  AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
UNION ALL
SELECT 'type ' || format('%I.%I', n.nspname, t.typname), NULL
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE t.typtype NOT IN ('b', 'c', 'd', 'e', 'm', 'p', 'r') AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
UNION ALL
SELECT 'subscription ' || quote_ident(s.subname), NULL
FROM pg_subscription s
WHERE s.subdbid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
