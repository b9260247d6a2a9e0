package dev.deed.engine.find;

import java.util.Locale;

/// A tool whose migrations are recognised by what is in their files.
public enum FoundTool {
  DEED(true),
  FLYWAY(true),
  LIQUIBASE(true),
  ALEMBIC(false),
  DRIZZLE(true),
  PRISMA(true),
  KNEX(false),
  NODE_PG_MIGRATE(true),
  RAILS(false),
  DJANGO(false),
  DBMATE(true),
  GOOSE(true),
  GOLANG_MIGRATE(true),
  SQITCH(true),
  SQLX(true),
  DIESEL(true),
  GRAPHILE_MIGRATE(true),
  SQL(true),
  // These are recognised, so that their files are named. deed does not read them.
  DB_MIGRATE(false),
  TYPEORM(false),
  MIKRO_ORM(false),
  SEQUELIZE(false),
  ECTO(false),
  ENTITY_FRAMEWORK(false),
  LARAVEL(false),
  PHINX(false),
  DOCTRINE(false),
  GO_CODE(false),
  KYSELY(false),
  PGROLL(false),
  RESHAPE(false),
  /// Programs with a version and a way up, of whatever runs them.
  UNKNOWN(false);

  private final boolean sql;

  FoundTool(boolean sql) {
    this.sql = sql;
  }

  /// Whether its migrations are usually SQL.
  public boolean isSql() {
    return sql;
  }

  /// Whether `tool:` of the ownership file can name it.
  public boolean isReadable() {
    return compareTo(DB_MIGRATE) < 0;
  }

  /// As in the ownership file: `golang-migrate`.
  public String word() {
    return this == UNKNOWN ? "an unknown tool" : name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static FoundTool of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
