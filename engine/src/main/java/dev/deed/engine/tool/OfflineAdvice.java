package dev.deed.engine.tool;

import dev.deed.sql.SourceFile;
import dev.deed.sql.Tool;

/// How a tool prints the SQL of migrations that are not SQL.
public final class OfflineAdvice {

  private static final String RUN = "type: deed check --run-offline-sql";

  private OfflineAdvice() {}

  /// The usual command, to be written as `offline_sql`; empty if the tool has none.
  public static String command(Tool tool) {
    return switch (tool) {
      case ALEMBIC -> "alembic upgrade head --sql";
      case DJANGO -> "python manage.py sqlmigrate {app} {name}";
      case LIQUIBASE -> "liquibase --url=offline:postgresql --changelog-file=CHANGELOG update-sql";
      case DBMATE,
          DEED,
          DIESEL,
          DRIZZLE,
          FLYWAY,
          GOLANG_MIGRATE,
          GOOSE,
          GRAPHILE_MIGRATE,
          KNEX,
          NODE_PG_MIGRATE,
          PRISMA,
          RAILS,
          SQITCH,
          SQL,
          SQLX ->
          "";
    };
  }

  /// @param file where deed looks for the SQL
  static String of(ToolSource source, SourceFile file, String version) {
    var offline = source.offline();
    if (offline != null && !offline.command().isEmpty()) {
      return RUN + ", which runs " + offline.command();
    }
    var command = command(source.tool());
    return command.isEmpty()
        ? "%swrite what it sends into %s, after a line `-- migration: %s` and the file's SHA-256; or accept it as known: deed check --record"
            .formatted(
                source.tool() == Tool.SQL
                    ? ""
                    : source.tool().title() + " prints no SQL without a database: ",
                file,
                version)
        : "write in schema-ownership.yaml, next to the folder, offline_sql: \"%s\", and %s"
            .formatted(command, RUN);
  }

  static boolean isPrintable(ToolSource source) {
    var offline = source.offline();
    return offline != null && !offline.command().isEmpty();
  }

  static String again(ToolSource source) {
    return isPrintable(source) ? RUN : "print it again, with the file's new SHA-256";
  }
}
