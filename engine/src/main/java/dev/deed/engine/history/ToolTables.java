package dev.deed.engine.history;

import dev.deed.engine.Origin.Mark;
import dev.deed.engine.ToolHistory;
import dev.deed.engine.ToolHistory.Outcome;
import dev.deed.engine.ToolHistory.Row;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.Tool;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The history tables of other tools, found by their names and columns. They are only read.
public final class ToolTables {

  /// Their names, in whatever schema.
  private static final Set<String> ANYWHERE =
      Set.of(
          "flyway_schema_history",
          "schema_migrations",
          "goose_db_version",
          "_sqlx_migrations",
          "__diesel_schema_migrations",
          "__drizzle_migrations",
          "_prisma_migrations",
          "pgmigrations",
          "knex_migrations",
          "django_migrations",
          "alembic_version",
          "databasechangelog",
          "play_evolutions");

  /// Tables that tools have next to their histories. No file creates them either.
  private static final Set<String> LOCKS =
      Set.of("databasechangeloglock", "knex_migrations_lock", "play_evolutions_lock");

  private static final Pattern TIMESTAMP = Pattern.compile("\\d{8,}");
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  private static final Set<String> IN_THEIR_SCHEMA =
      Set.of("sqitch.changes", "graphile_migrate.migrations");

  private static final String TABLES =
      """
      select n.nspname, c.relname, pg_catalog.format('%%I.%%I', n.nspname, c.relname) as shown,
             pg_catalog.has_schema_privilege(n.oid, 'usage')
                 and pg_catalog.has_table_privilege(c.oid, 'select') as readable,
             array(select a.attname::text from pg_catalog.pg_attribute a
                   where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
             exists (select from pg_catalog.pg_class i
                     where i.relnamespace = n.oid and i.relname = 'ar_internal_metadata') as rails
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname !~ '^pg_'
        and (%s)
      order by pg_catalog.array_position(pg_catalog.current_schemas(false), n.nspname), n.nspname, c.relname
      """;

  private static final String BY_NAME =
      TABLES.formatted(
          "c.relname in (%s, %s) or n.nspname || '.' || c.relname in (%s)"
              .formatted(
                  literals(ANYWHERE),
                  literals(Set.copyOf(RunnerTables.names())),
                  literals(IN_THEIR_SCHEMA)));

  /// All columns of a tool's table: those of the tools whose configuration can name it otherwise,
  /// where no other program has a table of this form.
  private static final Map<Set<String>, Tool> FORMS =
      Map.ofEntries(
          form(
              Tool.FLYWAY,
              "installed_rank version description type script checksum installed_by installed_on"
                  + " execution_time success"),
          form(
              Tool.LIQUIBASE,
              "id author filename dateexecuted orderexecuted exectype md5sum description comments tag"
                  + " liquibase contexts labels deployment_id"),
          form(Tool.SQLX, "version description installed_on success checksum execution_time"),
          form(Tool.GOOSE, "id version_id is_applied tstamp"),
          form(Tool.KNEX, "id name batch migration_time"),
          form(Tool.NODE_PG_MIGRATE, "id name run_on"),
          form(Tool.GOLANG_MIGRATE, "version dirty"),
          form(Tool.ALEMBIC, "version_num"),
          form(Tool.SQL, "id hash applied_at apply_script revert_script state last_problem"),
          form(Tool.DRIZZLE, "id hash created_at"),
          form(Tool.DRIZZLE, "id hash created_at name applied_at"));

  /// What all rows of a form have where other programs may have a table of the same columns.
  private static final Map<Tool, Predicate<Row>> ROWS =
      Map.of(
          Tool.DBMATE,
          row -> TIMESTAMP.matcher(row.name()).matches(),
          Tool.RAILS,
          row -> TIMESTAMP.matcher(row.name()).matches(),
          Tool.DRIZZLE,
          row -> SHA_256.matcher(row.checksum()).matches());

  /// Each form has one of these columns, or columns of these types.
  private static final String BY_FORM =
      TABLES.formatted(
          """
          c.relnatts <= 20 and exists (
            select from pg_catalog.pg_attribute a
            where a.attrelid = c.oid
              and a.attname in ('installed_rank', 'md5sum', 'execution_time', 'is_applied', 'migration_time',
                                'run_on', 'dirty', 'version_num', 'revert_script'))
          or c.relnatts between 3 and 5 and 2 = (
            select count(*) from pg_catalog.pg_attribute a
            where a.attrelid = c.oid
              and (a.attname, a.atttypid::pg_catalog.regtype::text) in (('hash', 'text'), ('created_at', 'bigint')))
          or c.relnatts = 1 and exists (
            select from pg_catalog.pg_attribute a
              join pg_catalog.pg_index i on i.indrelid = a.attrelid and i.indisprimary
            where a.attrelid = c.oid and a.attname = 'version' and a.atttypid = 'varchar'::pg_catalog.regtype)
          """);

  private final Connection connection;
  private final Map<Tool, ToolHistory> found = new EnumMap<>(Tool.class);
  private final List<ToolHistory> further = new ArrayList<>();

  private ToolTables(Connection connection) {
    this.connection = connection;
  }

  private static Map.Entry<Set<String>, Tool> form(Tool tool, String columns) {
    return Map.entry(Set.of(columns.split(" ")), tool);
  }

  private static String literals(Set<String> names) {
    return names.stream().sorted().collect(Collectors.joining("', '", "'", "'"));
  }

  /// The names of tables that only tools have, for a query.
  static String names() {
    var names = new TreeSet<>(ANYWHERE);
    names.addAll(LOCKS);
    names.add("ar_internal_metadata");
    RunnerTables.names().stream().filter(name -> RunnerTables.isOne("", name)).forEach(names::add);
    return literals(names);
  }

  /// Whether a table is looked at because of its name.
  public static boolean isOne(QualifiedName table) {
    return ANYWHERE.contains(table.name())
        || IN_THEIR_SCHEMA.contains(table.dotted())
        || RunnerTables.isOne(String.valueOf(table.schema()), table.name());
  }

  /// Whether an object is such a table, a part of one, or the sequence of its key.
  public static boolean isOfOne(ObjectName object) {
    var name = object.name();
    return isOne(name)
        || LOCKS.contains(name.name())
        || (object.kind() == ObjectKind.SEQUENCE
            && ANYWHERE.contains(name.name().replaceFirst("_id_seq$", "")))
        || (object.kind() == ObjectKind.SEQUENCE
            && LOCKS.contains(name.name().replaceFirst("_index_seq$", "")));
  }

  /// A table of the catalogs.
  private record Found(Tool tool, String title, String shown, boolean isReadable, String sql) {}

  /// A table that may not be read is not asked: that would end the transaction.
  public static List<ToolHistory> read(Connection connection) throws SQLException {
    var tables = new ToolTables(connection);
    for (var table : tables.tables(BY_NAME)) {
      tables.add(table);
    }
    if (tables.found.isEmpty()) {
      for (var table : tables.tables(BY_FORM)) {
        if (tables.isLikely(table)) {
          tables.add(table);
        }
      }
    }
    var all = new ArrayList<>(tables.found.values());
    all.addAll(tables.further);
    return all;
  }

  private List<Found> tables(String query) throws SQLException {
    var tables = new ArrayList<Found>();
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(query)) {
      while (results.next()) {
        found(results).ifPresent(tables::add);
      }
    }
    return tables;
  }

  /// Whether the rows, too, are those of the tool that a table's columns say.
  private boolean isLikely(Found table) throws SQLException {
    var wanted = ROWS.get(table.tool());
    if (wanted == null) {
      return true;
    }
    var rows = table.isReadable() ? rows(table.sql()) : List.<Row>of();
    return !rows.isEmpty() && rows.stream().allMatch(wanted);
  }

  private void add(Found table) throws SQLException {
    var first = found.get(table.tool());
    if (first != null) {
      further.add(
          new ToolHistory(
              table.tool(),
              table.title(),
              table.shown(),
              List.of(),
              "it is not read, because %s comes before it".formatted(first.table())));
    } else if (!table.isReadable()) {
      found.put(
          table.tool(),
          new ToolHistory(
              table.tool(),
              table.title(),
              table.shown(),
              List.of(),
              "the connected role may not read it"));
    } else {
      found.put(
          table.tool(),
          new ToolHistory(table.tool(), table.title(), table.shown(), rows(table.sql()), null));
    }
  }

  private static Optional<Found> found(ResultSet results) throws SQLException {
    var columns = Arrays.asList((String[]) results.getArray("columns").getArray());
    var shown = text(results, "shown");
    var isReadable = results.getBoolean("readable");
    var runner =
        RunnerTables.of(text(results, "nspname"), text(results, "relname"), Set.copyOf(columns));
    if (runner.isPresent()) {
      var known = runner.get();
      var query = known.sql().formatted(shown);
      return Optional.of(new Found(known.tool(), known.title(), shown, isReadable, query));
    }
    var tool = tool(text(results, "relname"), columns, results.getBoolean("rails"));
    if (tool.isEmpty() || !columns.containsAll(sql(tool.get()).columns())) {
      return Optional.empty();
    }
    var sql = sql(tool.get()).sql().formatted(shown);
    var title = tool.get() == Tool.SQL ? "Play" : tool.get().title();
    return Optional.of(new Found(tool.get(), title, shown, isReadable, sql));
  }

  /// Several tools call theirs `schema_migrations`; one with other columns is of none of them.
  private static Optional<Tool> tool(String name, List<String> columns, boolean hasRails) {
    return Optional.ofNullable(
        switch (name) {
          case "flyway_schema_history" -> Tool.FLYWAY;
          case "goose_db_version" -> Tool.GOOSE;
          case "_sqlx_migrations" -> Tool.SQLX;
          case "__diesel_schema_migrations" -> Tool.DIESEL;
          case "__drizzle_migrations" -> Tool.DRIZZLE;
          case "_prisma_migrations" -> Tool.PRISMA;
          case "pgmigrations" -> Tool.NODE_PG_MIGRATE;
          case "knex_migrations" -> Tool.KNEX;
          case "django_migrations" -> Tool.DJANGO;
          case "alembic_version" -> Tool.ALEMBIC;
          case "databasechangelog" -> Tool.LIQUIBASE;
          case "play_evolutions" -> Tool.SQL;
          case "changes" -> Tool.SQITCH;
          case "migrations" -> Tool.GRAPHILE_MIGRATE;
          case "schema_migrations" -> ofSchemaMigrations(columns, hasRails);
          default ->
              columns.equals(List.of("version"))
                  ? ofSchemaMigrations(columns, hasRails)
                  : FORMS.get(Set.copyOf(columns));
        });
  }

  private static @Nullable Tool ofSchemaMigrations(List<String> columns, boolean hasRails) {
    if (columns.contains("dirty")) {
      return Tool.GOLANG_MIGRATE;
    }
    return columns.equals(List.of("version")) ? hasRails ? Tool.RAILS : Tool.DBMATE : null;
  }

  /// @param columns without which the table is of another program
  /// @param sql with the name, the outcome, the time and the checksum of each migration
  private record Form(List<String> columns, String sql) {}

  private static Form sql(Tool tool) {
    return switch (tool) {
      case FLYWAY ->
          new Form(
              List.of("installed_rank", "version", "script", "type", "checksum", "success"),
              """
              select coalesce(version, script), case when not success then 'failed'
                  when type like 'UNDO%%' or type = 'DELETE' then 'undone'
                  when type like '%%BASELINE' then 'all_up_to' else 'applied' end,
                  installed_on::timestamptz, checksum::text
              from %s where type <> 'SCHEMA' order by installed_rank
              """);
      case DBMATE, RAILS ->
          new Form(
              List.of("version"),
              "select version::text, 'applied', null::timestamptz, null::text from %s order by 1");
      case GOLANG_MIGRATE ->
          new Form(
              List.of("version", "dirty"),
              """
              select version::text, o, null::timestamptz, null::text
              from %s, (values (1, 'all_up_to'), (2, 'failed')) v (n, o) where n = 1 or dirty order by n
              """);
      case GOOSE ->
          new Form(
              List.of("id", "version_id", "is_applied"),
              """
              select distinct on (version_id) version_id::text,
                  case when is_applied then 'applied' else 'undone' end, tstamp::timestamptz, null::text
              from %s where version_id > 0 order by version_id, id desc
              """);
      case SQLX ->
          new Form(
              List.of("version", "success", "checksum", "installed_on"),
              """
              select version::text, case when success then 'applied' else 'failed' end,
                  installed_on::timestamptz, pg_catalog.encode(checksum, 'hex')
              from %s order by version
              """);
      case DIESEL ->
          new Form(
              List.of("version", "run_on"),
              "select version::text, 'applied', run_on::timestamptz, null::text from %s order by 1");
      case DRIZZLE ->
          new Form(
              List.of("id", "hash", "created_at"),
              "select created_at::text, 'applied', null::timestamptz, hash from %s order by created_at, id");
      case PRISMA ->
          new Form(
              List.of("migration_name", "checksum", "finished_at", "rolled_back_at", "started_at"),
              """
              select migration_name::text, case when rolled_back_at is not null then 'undone'
                  when finished_at is null then 'failed' else 'applied' end, finished_at::timestamptz,
                  checksum::text
              from %s order by started_at, id
              """);
      case NODE_PG_MIGRATE ->
          new Form(
              List.of("id", "name", "run_on"),
              "select name::text, 'applied', run_on::timestamptz, null::text from %s order by id");
      case KNEX ->
          new Form(
              List.of("id", "name", "batch", "migration_time"),
              "select name::text, 'applied', migration_time::timestamptz, null::text from %s order by id");
      case DJANGO ->
          new Form(
              List.of("app", "name", "applied"),
              """
              select pg_catalog.concat(app, '.', name), 'applied', applied::timestamptz, null::text
              from %s order by id
              """);
      case ALEMBIC ->
          new Form(
              List.of("version_num"),
              "select version_num::text, 'head', null::timestamptz, null::text from %s order by 1");
      case LIQUIBASE ->
          new Form(
              List.of("id", "author", "filename", "orderexecuted", "exectype", "dateexecuted"),
              """
              select pg_catalog.concat(filename, '::', id, '::', author), case exectype
                  when 'FAILED' then 'failed' when 'SKIPPED' then 'undone' else 'applied' end,
                  dateexecuted::timestamptz, null::text
              from %s order by orderexecuted
              """);
      case SQITCH ->
          new Form(
              List.of("change", "project", "committed_at", "planned_at"),
              """
              select pg_catalog.concat(change, E'\\n', pg_catalog.row_number() over (
                  partition by project, change order by planned_at, committed_at)), 'applied',
                  committed_at::timestamptz, null::text
              from %s order by committed_at
              """);
      case GRAPHILE_MIGRATE ->
          new Form(
              List.of("hash", "previous_hash", "filename", "date"),
              "select filename::text, 'applied', date::timestamptz, hash from %s order by filename");
      case SQL ->
          new Form(
              List.of("id", "hash", "applied_at", "apply_script", "revert_script", "state"),
              """
              select pg_catalog.concat('%s', id), case state when 'applied' then 'applied' else 'failed' end,
                  applied_at::timestamptz, null::text
              from %%s order by id
              """
                  .formatted(Mark.EVOLUTION));
      case DEED -> new Form(List.of(), "");
    };
  }

  private List<Row> rows(String sql) throws SQLException {
    var rows = new ArrayList<Row>();
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(sql)) {
      while (results.next()) {
        var at = results.getObject(3, OffsetDateTime.class);
        rows.add(
            new Row(
                Objects.requireNonNullElse(results.getString(1), ""),
                Outcome.valueOf(
                    Objects.requireNonNullElse(results.getString(2), "").toUpperCase(Locale.ROOT)),
                at == null || isInfinite(at) ? null : at.toInstant(),
                Objects.requireNonNullElse(results.getString(4), "")));
      }
    }
    return rows;
  }

  private static boolean isInfinite(OffsetDateTime at) {
    return at.equals(OffsetDateTime.MAX) || at.equals(OffsetDateTime.MIN);
  }

  private static String text(ResultSet results, String column) throws SQLException {
    return Objects.requireNonNullElse(results.getString(column), "");
  }
}
