package dev.deed.engine.history;

import dev.deed.sql.Tool;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The history tables of programs that run files which deed reads as those of another tool, or as
/// plain SQL: Supabase, Hasura, Atlas and others.
///
/// @param tool whose files theirs are read as
/// @param schema empty for any
/// @param columns all of them where the name is a usual one, else those that are needed
/// @param sql as in `ToolTables`
record RunnerTables(
    Tool tool, String title, String schema, String table, Set<String> columns, String sql) {

  private static final String BY_VERSION =
      "select version::text, 'applied', null::timestamptz, null::text from %s order by 1";

  private static final List<RunnerTables> ALL =
      List.of(
          of(Tool.SQL, "Supabase", "supabase_migrations.schema_migrations", "version", BY_VERSION),
          of(
              Tool.SQL,
              "Atlas",
              "atlas_schema_revisions",
              "version applied total error executed_at",
              """
              select version::text, case when coalesce(error, '') <> '' or applied < total then 'failed'
                  else 'applied' end, executed_at::timestamptz, null::text
              from %s where version ~ '^[0-9]' order by version
              """),
          of(
              Tool.SQL,
              "yoyo",
              "_yoyo_migration",
              "migration_id applied_at_utc",
              """
              select migration_id::text, 'applied', applied_at_utc at time zone 'utc', null::text
              from %s order by applied_at_utc, migration_id
              """),
          of(
              Tool.SQL,
              "sql-migrate",
              "gorp_migrations",
              "id applied_at",
              "select id::text, 'applied', applied_at::timestamptz, null::text from %s order by id"),
          of(
              Tool.SQL,
              "tern",
              "schema_version",
              "version",
              """
              select version::text, 'all_up_to', null::timestamptz, null::text
              from %s where version > 0
              """),
          of(
              Tool.SQL,
              "Postgrator",
              "schemaversion",
              "version name md5 run_at",
              """
              select version::text, 'applied', run_at::timestamptz, null::text
              from %s where version > 0 order by version
              """),
          of(
              Tool.SQL,
              "DbUp",
              "schemaversions",
              "schemaversionsid scriptname applied",
              """
              select scriptname::text, 'applied', applied::timestamptz, null::text
              from %s order by schemaversionsid
              """),
          of(
              Tool.SQL,
              "MyBatis Migrations",
              "changelog",
              "id applied_at description",
              "select id::text, 'applied', null::timestamptz, null::text from %s order by id"),
          of(
              Tool.DIESEL,
              "Hasura",
              "hdb_catalog.hdb_version",
              "cli_state",
              """
              select m.key, case m.value when 'true' then 'failed' else 'applied' end,
                  null::timestamptz, null::text
              from %s v, pg_catalog.jsonb_each(coalesce(v.cli_state::jsonb -> 'migrations', '{}')) d,
                  pg_catalog.jsonb_each_text(d.value) m
              order by 1
              """),
          of(
              Tool.SQITCH,
              "pgpm",
              "pgpm_migrate.changes",
              "change_name package script_hash deployed_at",
              """
              select pg_catalog.concat(change_name, E'\\n', 1), 'applied', deployed_at::timestamptz, null::text
              from %s order by deployed_at
              """),
          of(Tool.GOLANG_MIGRATE, "Pop", "schema_migration", "version", BY_VERSION),
          of(Tool.GOLANG_MIGRATE, "Pop", "schema_migration", "version version_self", BY_VERSION),
          of(
              Tool.FLYWAY,
              "refinery",
              "refinery_schema_history",
              "version name applied_on checksum",
              """
              select version::text, 'applied', applied_on::timestamptz, null::text
              from %s order by version
              """));

  /// Names that other programs may well use, too.
  private static final Set<String> USUAL =
      Set.of("schema_version", "schemaversion", "schemaversions", "changelog", "schema_migration");

  private static RunnerTables of(
      Tool tool, String title, String table, String columns, String sql) {
    var dot = table.indexOf('.');
    return new RunnerTables(
        tool,
        title,
        table.substring(0, Math.max(0, dot)),
        table.substring(dot + 1),
        Set.of(columns.split(" ")),
        sql);
  }

  static Optional<RunnerTables> of(String schema, String table, Set<String> columns) {
    return ALL.stream()
        .filter(one -> one.table.equals(table))
        .filter(one -> one.schema.isEmpty() || one.schema.equals(schema))
        .filter(one ->
            USUAL.contains(table) ? columns.equals(one.columns) : columns.containsAll(one.columns))
        .findFirst();
  }

  /// For a query.
  static List<String> names() {
    return ALL.stream().map(RunnerTables::table).distinct().toList();
  }

  /// Whether only such a program has a table of this name.
  static boolean isOne(String schema, String table) {
    return ALL.stream()
        .anyMatch(one ->
            one.table.equals(table)
                && !USUAL.contains(table)
                && (one.schema.isEmpty() || one.schema.equals(schema)));
  }
}
