package dev.deed.engine.history;

import java.sql.Connection;
import java.sql.SQLException;

/// Whether a database holds anything but what deed and other tools write down there.
public final class UserTables {

  private static final String IS_EMPTY =
      """
      select not exists (
        select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^pg_'
          and n.nspname not in ('information_schema', 'deed', 'drizzle', 'sqitch', 'graphile_migrate')
          and c.relname not in (
              'flyway_schema_history', 'schema_migrations', 'goose_db_version', '_sqlx_migrations',
              '__diesel_schema_migrations', '__drizzle_migrations', '_prisma_migrations', 'pgmigrations',
              'knex_migrations', 'knex_migrations_lock', 'django_migrations', 'alembic_version',
              'databasechangelog', 'databasechangeloglock', 'ar_internal_metadata')
          and not exists (select from pg_catalog.pg_depend e
                          where e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                            and e.objid = c.oid and e.deptype = 'e'))
      """;

  private UserTables() {}

  public static boolean isEmpty(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(IS_EMPTY)) {
      return results.next() && results.getBoolean(1);
    }
  }
}
