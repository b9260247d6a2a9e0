package dev.deed.engine.tool;

import dev.deed.engine.MigrationRules;
import dev.deed.sql.RuleName;

/// How a tool lays out its migrations in a folder.
interface ToolLayout {

  RuleName TOOL_FILES = MigrationRules.TOOL_FILES;
  RuleName NOT_JUDGED = MigrationRules.NOT_JUDGED;
  RuleName TWO_HEADS = new RuleName("two-heads");
  RuleName UNKNOWN_PLACEHOLDER = new RuleName("unknown-placeholder");

  void read(ToolTree tree, ToolReading into);

  static ToolLayout of(ToolSource source) {
    return switch (source.tool()) {
      case ALEMBIC -> new AlembicLayout();
      case DBMATE -> new DbmateLayout();
      case DIESEL -> new DieselLayout();
      case DJANGO -> new DjangoLayout();
      case DRIZZLE -> new DrizzleLayout();
      case FLYWAY -> new FlywayLayout(source.placeholders());
      case GOLANG_MIGRATE -> new PairLayout(source.tool());
      case GOOSE -> new GooseLayout(source.placeholders());
      case GRAPHILE_MIGRATE -> new GraphileLayout(source.placeholders());
      case KNEX -> new ScriptLayout(source.tool());
      case LIQUIBASE -> new LiquibaseLayout(source.placeholders());
      case NODE_PG_MIGRATE -> new ScriptLayout(source.tool());
      case PRISMA -> new PrismaLayout();
      case RAILS -> new RailsLayout();
      case SQITCH -> new SqitchLayout();
      case SQLX -> new PairLayout(source.tool());
      case SQL, DEED -> new PlainLayout(source.placeholders());
    };
  }
}
