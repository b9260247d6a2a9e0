package dev.deed.cli.changeover;

import dev.deed.engine.postgres.TestDatabase;
import java.util.ArrayList;
import java.util.List;

/// What a database consists of, as lines, without the order of columns: that is all that a new
/// column cannot keep. And without PostgreSQL's own copies of a foreign key for each partition that
/// it points at, which no dump has.
final class Facts {

  private static final String QUERY =
      """
      SELECT fact FROM (
        SELECT format('column %s.%I: %s%s%s%s%s stats %s storage %s compression %s options %s comment %s acl %s',
                      c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod),
                      CASE WHEN a.attnotnull THEN ' not null' END,
                      CASE WHEN a.attidentity <> '' THEN ' identity ' || a.attidentity::text END,
                      CASE WHEN a.attgenerated <> '' THEN ' generated' END,
                      ' default ' || pg_get_expr(d.adbin, d.adrelid),
                      coalesce(nullif(a.attstattarget::text, '-1'), 'none'), a.attstorage, a.attcompression,
                      (SELECT array_agg(o) FROM unnest(a.attoptions) o WHERE split_part(o, '=', 1) <> 'pg_attver'),
                      col_description(c.oid, a.attnum), a.attacl) || ' collation ' || a.attcollation AS fact
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
        WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm')
        UNION ALL
        SELECT format('relation %s %s kind %s identity %s acl %s comment %s owner %s', c.oid::regclass, c.relpersistence, c.relkind, c.relreplident,
                      c.relacl, obj_description(c.oid, 'pg_class'), c.relowner::regrole)
        FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
        UNION ALL
        SELECT format('constraint %s %s: %s valid %s comment %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid), k.convalidated,
                      obj_description(k.oid, 'pg_constraint'))
        FROM pg_constraint k WHERE k.connamespace = 'public'::regnamespace
          AND NOT EXISTS (SELECT FROM pg_constraint whole WHERE whole.oid = k.conparentid AND whole.conrelid = k.conrelid)
        UNION ALL
        SELECT format('index %s: %s valid %s replident %s comment %s', i.indexrelid::regclass, pg_get_indexdef(i.indexrelid), i.indisvalid, i.indisreplident,
                      obj_description(i.indexrelid, 'pg_class'))
        FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = 'public'::regnamespace
        UNION ALL
        SELECT format('trigger %s: %s %s', t.tgname, pg_get_triggerdef(t.oid), t.tgenabled) FROM pg_trigger t WHERE NOT t.tgisinternal
        UNION ALL
        SELECT format('view %s: %s', c.oid::regclass, pg_get_viewdef(c.oid)) FROM pg_class c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('v', 'm')
        UNION ALL
        SELECT format('rule %s: %s', r.rulename, pg_get_ruledef(r.oid)) FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
        WHERE c.relnamespace = 'public'::regnamespace AND r.rulename <> '_RETURN'
        UNION ALL
        SELECT format('policy %s %s %s %s %s', polname, polcmd, polroles, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) FROM pg_policy
        UNION ALL
        SELECT format('statistics %s target %s comment %s', pg_get_statisticsobjdef(s.oid), coalesce(nullif(s.stxstattarget::text, '-1'), 'none'), obj_description(s.oid, 'pg_statistic_ext')) FROM pg_statistic_ext s
        UNION ALL
        SELECT format('function %s', regexp_replace(pg_get_functiondef(p.oid), '\\s+', ' ', 'g')) FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prokind = 'f'
        UNION ALL
        SELECT format('sequence %s: %s owned by %s.%s', s.seqrelid::regclass, format_type(s.seqtypid, null), d.refobjid::regclass,
                      (SELECT attname FROM pg_attribute WHERE attrelid = d.refobjid AND attnum = d.refobjsubid))
        FROM pg_sequence s LEFT JOIN pg_depend d ON d.objid = s.seqrelid AND d.classid = 'pg_class'::regclass AND d.refobjsubid > 0
        UNION ALL
        SELECT format('type %s: %s', t.oid::regtype, (SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid))
        FROM pg_type t WHERE t.typnamespace = 'public'::regnamespace AND t.typtype = 'e'
        UNION ALL
        SELECT format('published %s.%s: %s where %s', pubname, tablename, (SELECT array_agg(n ORDER BY n) FROM unnest(attnames) n), rowfilter) FROM pg_publication_tables
      ) facts ORDER BY 1
      """;

  private Facts() {}

  static List<String> of(TestDatabase database) {
    return database.query(query(database.majorVersion()));
  }

  /// @param postgres the server's major version
  static String query(int postgres) {
    return postgres >= 15
        ? QUERY
        : QUERY.replace("unnest(attnames)", "unnest('{}'::name[])").replace("rowfilter", "''");
  }

  /// Lines of only one of the two, marked with `-` and `+`.
  static List<String> differences(List<String> expected, List<String> found) {
    var differences = new ArrayList<String>();
    expected.stream().filter(f -> !found.contains(f)).forEach(f -> differences.add("- " + f));
    found.stream().filter(f -> !expected.contains(f)).forEach(f -> differences.add("+ " + f));
    return differences;
  }
}
