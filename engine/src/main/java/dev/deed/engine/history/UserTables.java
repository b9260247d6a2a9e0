package dev.deed.engine.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Whether a database holds anything but what deed and other tools write down there.
public final class UserTables {

  private static final String IS_EMPTY =
      """
      select not exists (
        select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^pg_'
          and n.nspname not in ('information_schema', 'deed', 'drizzle', 'sqitch', 'graphile_migrate',
                                'supabase_migrations', 'hdb_catalog', 'pgpm_migrate')
          and c.relname not in (%s)
          and not exists (select from pg_catalog.pg_depend e
                          where e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                            and e.objid = c.oid and e.deptype = 'e'))
      """
          .formatted(ToolTables.names());

  /// Extensions bring their own objects.
  private static final String THINGS =
      """
      select things.name from (
        select 'pg_class'::pg_catalog.regclass as catalog, c.oid,
               case c.relkind when 'v' then 'view ' when 'm' then 'materialized view '
                              when 'S' then 'sequence ' else 'table ' end
               || pg_catalog.format('%I.%I', n.nspname, c.relname) as name, n.nspname
        from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
        union all
        select 'pg_proc'::pg_catalog.regclass, p.oid,
               'function ' || pg_catalog.format('%I.%I', n.nspname, p.proname), n.nspname
        from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
        union all
        select 'pg_type'::pg_catalog.regclass, t.oid,
               'type ' || pg_catalog.format('%I.%I', n.nspname, t.typname), n.nspname
        from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
        where t.typtype in ('e', 'd', 'r')
      ) things
      where things.nspname !~ '^pg_' and things.nspname not in ('information_schema', 'deed')
        and not exists (select from pg_catalog.pg_depend e
                        where e.classid = things.catalog and e.objid = things.oid
                          and e.deptype = 'e')
      order by things.name
      limit 5
      """;

  private UserTables() {}

  /// Some of the objects there that are not deed's, in words; empty where there are none.
  public static List<String> things(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(THINGS)) {
      var things = new ArrayList<String>();
      while (results.next()) {
        things.add(results.getString(1));
      }
      return things;
    }
  }

  public static boolean isEmpty(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(IS_EMPTY)) {
      return results.next() && results.getBoolean(1);
    }
  }
}
