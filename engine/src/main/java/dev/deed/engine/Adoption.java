package dev.deed.engine;

import dev.deed.engine.ToolHistory.Outcome;
import dev.deed.engine.ToolHistory.Row;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.Severity;
import dev.deed.sql.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/// What it takes that deed applies the migrations of other tools in one database from now on.
///
/// @param tools that deed takes over from, and does not yet
/// @param carried what they have applied and deed's history does not have
/// @param objections why it cannot be done
/// @param notices what is to be known
public record Adoption(
    DatabaseName database,
    List<From> tools,
    List<Carried> carried,
    List<Objection> objections,
    List<String> notices) {

  /// @param title of the program that has run the tool's files, mostly the tool itself
  public record From(Tool tool, String title) {}

  /// @param detail what the tool says of it, for the events
  public record Carried(PlannedMigration move, String detail) {}

  /// One reason, and what to do.
  public record Objection(String message, String advice) {}

  public Adoption {
    tools = List.copyOf(tools);
    carried = List.copyOf(carried);
    objections = List.copyOf(objections);
    notices = List.copyOf(notices);
  }

  /// Nothing is left to do.
  public boolean isDone() {
    return tools.isEmpty() && carried.isEmpty();
  }

  /// @param migrations of all databases
  /// @param isEmpty the database has no relation but those of deed and of tools' histories
  public static Adoption of(
      DatabaseName database, Migrations migrations, History read, boolean isEmpty) {
    var applicable = migrations.applicable();
    var own = applicable.of(database);
    return new Taking(database, applicable, own, read.inOrderOf(own)).adoption(isEmpty);
  }

  private static final class Taking {

    private final DatabaseName database;
    private final Migrations migrations;
    private final List<Migration> own;
    private final History history;
    private final TreeMap<Version, Carried> carried = new TreeMap<>();
    private final List<Objection> objections = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    Taking(DatabaseName database, Migrations migrations, List<Migration> own, History history) {
      this.database = database;
      this.migrations = migrations;
      this.own = own;
      this.history = history;
    }

    Adoption adoption(boolean isEmpty) {
      MigrationRules.checkTogether(migrations).stream()
          .filter(finding -> finding.severity() == Severity.ERROR)
          .forEach(this::object);
      var tools =
          own.stream()
              .map(migration -> migration.origin().tool())
              .filter(tool -> tool != Tool.DEED)
              .distinct()
              .toList();
      for (var tool : tools) {
        var table =
            history.tools().stream().filter(found -> isFor(found, tool)).findFirst().orElse(null);
        if (table == null) {
          withoutTable(tool, isEmpty);
        } else if (table.trouble() != null) {
          objections.add(
              new Objection(
                  "what %s has applied cannot be read: %s"
                      .formatted(table.words(), table.trouble()),
                  "grant SELECT on %s to the role that connects".formatted(table.table())));
        } else {
          take(ToolProgress.of(table, own));
        }
      }
      history.tools().stream()
          .filter(table -> tools.stream().noneMatch(tool -> isFor(table, tool)))
          .forEach(this::other);
      var open =
          tools.stream()
              .filter(tool -> !history.isAdopted(tool))
              .map(tool -> new From(tool, title(tool)))
              .toList();
      return new Adoption(database, open, List.copyOf(carried.values()), objections, notices);
    }

    private String title(Tool tool) {
      return history.tools().stream()
          .filter(table -> isFor(table, tool))
          .map(ToolHistory::title)
          .findFirst()
          .orElse(tool.title());
    }

    /// Whether the table says of all files of the tool if they are applied.
    private boolean isFor(ToolHistory table, Tool tool) {
      return table.tool() == tool
          && own.stream().filter(m -> m.origin().tool() == tool).allMatch(table::isOf);
    }

    /// What was applied without a trace would be run again.
    private void withoutTable(Tool tool, boolean isEmpty) {
      var isKnown =
          history.isAdopted(tool)
              || own.stream()
                  .filter(migration -> migration.origin().tool() == tool)
                  .anyMatch(migration -> history.isDone(migration.version()));
      if (!isEmpty && !isKnown) {
        objections.add(
            new Objection(
                "%s has tables, but %s there: what is applied is not known"
                    .formatted(
                        database,
                        tool == Tool.SQL
                            ? "no program that runs plain SQL has a history"
                            : tool.title() + " has no history"),
                "record what the database has already: deed stamp --env ENVIRONMENT --database %s --to VERSION"
                    .formatted(database)));
      }
    }

    private void object(Finding finding) {
      objections.add(
          new Objection("%s: %s".formatted(finding.file(), finding.message()), finding.advice()));
    }

    private void other(ToolHistory table) {
      notices.add(
          "%s has a history here, too, and no folder in schema-ownership.yaml: it is left as it is"
              .formatted(table.words()));
    }

    private void take(ToolProgress progress) {
      var title = progress.history().title();
      for (var failed : progress.failed()) {
        objections.add(
            new Objection(
                "%s has not ended well in %s".formatted(failed.file(), progress.history().words()),
                "finish or undo it with %s first".formatted(title)));
      }
      for (var changed : progress.changed()) {
        if (!changed.origin().isRepeatable()) {
          objections.add(
              new Objection(
                  "%s was changed after %s applied it".formatted(changed.file(), title),
                  "restore the file: git log -p -- " + changed.file()));
        }
      }
      for (var row : progress.unknown()) {
        unknown(progress.history(), row);
      }
      var current = progress.current();
      for (var migration : own) {
        if (current.contains(migration.version()) && !history.isDone(migration.version())) {
          carry(migration, progress);
        }
      }
    }

    private void unknown(ToolHistory table, Row row) {
      var name = row.shown();
      if (row.outcome() == Outcome.HEAD) {
        objections.add(
            new Objection(
                "%s is at %s, which no file has".formatted(table.words(), name),
                "check out the files of that state, or correct the folder in schema-ownership.yaml"));
      } else {
        notices.add(
            "%s has applied %s, which has no file here: it is not carried"
                .formatted(table.words(), name));
      }
    }

    private void carry(Migration migration, ToolProgress progress) {
      var unread = migration.origin().unread();
      if (unread != null && unread.isPrintable()) {
        objections.add(new Objection(migration.file() + ": " + unread.message(), unread.advice()));
        return;
      }
      if (unread != null) {
        notices.add(
            "%s is carried without its statements: they are not known".formatted(migration.file()));
      }
      var row = Objects.requireNonNull(progress.applied().get(migration.version()));
      carried.put(
          migration.version(),
          new Carried(
              Planner.stamped(migration, history),
              "%s %s %s%s"
                  .formatted(
                      progress.history().tool().key(),
                      progress.history().table(),
                      migration.origin().mark().name().replace('\n', ' '),
                      when(row))));
    }

    private static String when(Row row) {
      return row.at() == null ? "" : " applied at " + row.at();
    }
  }

  /// How each tool is told what deed has applied meanwhile, to go on with that tool.
  public List<String> waysBack() {
    return tools.stream().map(Adoption::wayBack).filter(way -> !way.isEmpty()).distinct().toList();
  }

  private static String wayBack(From from) {
    var insert = "INSERT into the history table of " + from.title();
    if (!from.title().equals(from.tool().title())) {
      return insert;
    }
    return switch (from.tool()) {
      case ALEMBIC -> "alembic stamp <revision>";
      case DJANGO -> "python manage.py migrate --fake <app> <name>";
      case LIQUIBASE -> "liquibase changelog-sync";
      case NODE_PG_MIGRATE -> "node-pg-migrate up <count> --fake";
      case PRISMA -> "prisma migrate resolve --applied <name>";
      case SQITCH -> "sqitch deploy --log-only";
      case GOLANG_MIGRATE -> "migrate force <version>";
      case DBMATE, DIESEL, DRIZZLE, FLYWAY, GOOSE, GRAPHILE_MIGRATE, KNEX, RAILS, SQLX -> insert;
      case SQL, DEED -> "";
    };
  }

  /// In the order in which they are recorded.
  public List<PlannedMigration> moves() {
    return carried.stream().map(Carried::move).toList();
  }
}
