package dev.deed.engine.find;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a single file's text says about its tool.
final class Signs {

  private static final int ANY_CASE = Pattern.CASE_INSENSITIVE;

  private static final Map<FoundTool, Pattern> OF_SQL = new EnumMap<>(FoundTool.class);
  private static final Map<FoundTool, Pattern> OF_PYTHON = new EnumMap<>(FoundTool.class);
  private static final Map<FoundTool, Pattern> OF_SCRIPT = new EnumMap<>(FoundTool.class);
  private static final Map<FoundTool, Pattern> OF_CHANGELOG = new EnumMap<>(FoundTool.class);
  private static final Map<FoundTool, Pattern> OF_TOML =
      Map.of(FoundTool.RESHAPE, Pattern.compile("(?m)^\\[\\[actions]]"));
  private static final Map<FoundTool, Pattern> OF_OTHERS = new EnumMap<>(FoundTool.class);

  static {
    OF_SQL.put(
        FoundTool.LIQUIBASE, Pattern.compile("--\\s*liquibase\\s+formatted\\s+sql", ANY_CASE));
    OF_SQL.put(FoundTool.DBMATE, Pattern.compile("(?m)^--\\s*migrate:up\\b", ANY_CASE));
    OF_SQL.put(FoundTool.GOOSE, Pattern.compile("(?m)^--\\s*\\+goose\\s+up\\b", ANY_CASE));
    OF_SQL.put(FoundTool.GRAPHILE_MIGRATE, Pattern.compile("(?m)^--! Previous:"));
    OF_SQL.put(FoundTool.DRIZZLE, Pattern.compile("--> statement-breakpoint"));
    OF_SQL.put(FoundTool.NODE_PG_MIGRATE, Pattern.compile("(?m)^--\\s*Up Migration\\s*$"));

    OF_PYTHON.put(
        FoundTool.DJANGO, Pattern.compile("class\\s+Migration\\s*\\(\\s*migrations\\.Migration"));
    OF_PYTHON.put(FoundTool.ALEMBIC, Pattern.compile("(?m)^down_revision\\b"));

    OF_SCRIPT.put(FoundTool.KYSELY, Pattern.compile("\\bfrom\\s+['\"]kysely['\"]"));
    OF_SCRIPT.put(
        FoundTool.DB_MIGRATE,
        Pattern.compile("\\bdb\\.(runSql|createTable|addColumn)\\b|exports\\.setup\\b"));
    OF_SCRIPT.put(FoundTool.TYPEORM, Pattern.compile("\\bMigrationInterface\\b"));
    OF_SCRIPT.put(FoundTool.MIKRO_ORM, Pattern.compile("mikro-orm/migrations|\\bthis\\.addSql\\("));
    OF_SCRIPT.put(FoundTool.SEQUELIZE, Pattern.compile("\\bqueryInterface\\b"));
    OF_SCRIPT.put(FoundTool.NODE_PG_MIGRATE, Pattern.compile("\\bpgm\\b|\\bMigrationBuilder\\b"));
    OF_SCRIPT.put(FoundTool.KNEX, Pattern.compile("\\bknex\\b|\\bKnex\\b"));

    OF_CHANGELOG.put(FoundTool.LIQUIBASE, Pattern.compile("\\bdatabaseChangeLog\\b"));

    OF_CHANGELOG.put(
        FoundTool.PGROLL,
        Pattern.compile(
            "(?m)(?:^|[{,]\\s*)\"?operations\"?\\s*:\\s*(?:\\[|\\R)\\s*[-{\\s]*\"?"
                + "(?:(?:create|drop|rename|add|alter|set)_\\w+|sql|raw_sql)\"?\\s*:"));

    OF_OTHERS.put(
        FoundTool.RAILS, Pattern.compile("(?m)^\\s*class\\s+\\S+\\s*<\\s*[\\w:]*\\bMigration\\b"));
    OF_OTHERS.put(FoundTool.ECTO, Pattern.compile("use\\s+Ecto\\.Migration"));
    OF_OTHERS.put(
        FoundTool.ENTITY_FRAMEWORK, Pattern.compile("MigrationBuilder\\s+migrationBuilder"));
    OF_OTHERS.put(
        FoundTool.LARAVEL, Pattern.compile("Illuminate\\\\Database\\\\Migrations\\\\Migration"));
    OF_OTHERS.put(FoundTool.PHINX, Pattern.compile("Phinx\\\\Migration"));
    OF_OTHERS.put(FoundTool.DOCTRINE, Pattern.compile("extends\\s+AbstractMigration"));
    OF_OTHERS.put(
        FoundTool.GO_CODE, Pattern.compile("goose\\.AddMigration|goose\\.AddNamedMigration"));
  }

  /// A function or property of one of these names, in any of the languages.
  private static final Pattern WAY_UP =
      Pattern.compile("\\b(?:up|upgrade|migrate|forwards?|step|apply|steps)\\b\\s*[(:=]");

  private Signs() {}

  /// Whether a program has what a migration must have, in whichever tool.
  static boolean hasWayUp(RepositoryFile file) {
    return WAY_UP.matcher(file.head()).find();
  }

  /// @return null where the text shows none
  static @Nullable FoundTool of(RepositoryFile file) {
    if (file.name().endsWith(".d.ts")) {
      return null; // Types of a program, which a compiler writes next to it.
    }
    var signs =
        switch (endingOf(file.name())) {
          case "sql", "postgres", "postgresql", "pg", "pgsql" -> OF_SQL;
          case "py" -> OF_PYTHON;
          case "js", "ts", "cjs", "mjs" -> OF_SCRIPT;
          case "xml", "yaml", "yml", "json" -> OF_CHANGELOG;
          case "rb", "exs", "cs", "php", "go" -> OF_OTHERS;
          case "toml" -> OF_TOML;
          default -> Map.<FoundTool, Pattern>of();
        };
    for (var sign : signs.entrySet()) {
      if (sign.getValue().matcher(file.head()).find()) {
        return sign.getKey();
      }
    }
    return null;
  }

  static String endingOf(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
