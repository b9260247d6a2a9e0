package dev.deed.sql;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A program whose migration files and history tables deed reads.
public enum Tool {
  /// deed's own layout, `migrations/<database>/<service>/<version>_<slug>.sql`.
  DEED("deed", "deed", true),
  ALEMBIC("alembic", "Alembic", false),
  DBMATE("dbmate", "dbmate", true),
  DIESEL("diesel", "Diesel", true),
  DJANGO("django", "Django", false),
  DRIZZLE("drizzle", "Drizzle", true),
  FLYWAY("flyway", "Flyway", true),
  GOLANG_MIGRATE("golang-migrate", "golang-migrate", true),
  GOOSE("goose", "goose", true),
  GRAPHILE_MIGRATE("graphile-migrate", "Graphile Migrate", true),
  KNEX("knex", "Knex", false),
  LIQUIBASE("liquibase", "Liquibase", true),
  NODE_PG_MIGRATE("node-pg-migrate", "node-pg-migrate", true),
  PRISMA("prisma", "Prisma", true),
  RAILS("rails", "Rails", false),
  SQITCH("sqitch", "Sqitch", true),
  /// Files of SQL in the order of their names, that no tool or a script of one's own applies.
  SQL("sql", "plain SQL", true),
  SQLX("sqlx", "SQLx", true);

  private final String key;
  private final String title;
  private final boolean isSql;

  Tool(String key, String title, boolean isSql) {
    this.key = key;
    this.title = title;
    this.isSql = isSql;
  }

  /// As `schema-ownership.yaml` has it.
  public String key() {
    return key;
  }

  /// As the tool writes its own name.
  public String title() {
    return title;
  }

  /// Whether its migrations are SQL as a rule; those of the others are programs.
  public boolean isSql() {
    return isSql;
  }

  public static Optional<Tool> of(String key) {
    return Arrays.stream(values()).filter(tool -> tool.key.equals(key)).findFirst();
  }

  public static List<String> keys() {
    return Arrays.stream(values()).map(Tool::key).toList();
  }

  @Override
  public String toString() {
    return key;
  }
}
