package dev.deed.lint.rule.column;

import dev.deed.lint.facts.AddedColumn;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Constraint.Exclude;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.NotNull;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.Constraint.Unique;
import java.util.List;
import java.util.Optional;

/// Finds `ADD COLUMN` with inline constraints for which every row is checked.
final class InlineConstraint implements AddedColumn.Check {

  @Override
  public void check(AddedColumn added) {
    var constraints = added.constraints().stream().filter(c -> isRead(c, added)).toList();
    if (!constraints.isEmpty()) {
      var message =
          "every row of %s is checked for the constraints of the new column %s while reads and writes of the table wait"
              .formatted(added.table().dotted(), Identifier.quoted(added.column().name()));
      added.report(message, advice(added, constraints));
    }
  }

  /// Whether PostgreSQL checks every row for the constraint; for a foreign key, only if existing
  /// rows get a value.
  private static boolean isRead(Constraint constraint, AddedColumn added) {
    return switch (constraint.rule()) {
      case Check _ -> !constraint.notEnforced();
      case Unique _ -> true;
      case ForeignKey _ -> added.isFilled() && !constraint.notEnforced();
      // Other rules find inline primary keys and NOT NULL; exclusion constraints are never inline.
      case PrimaryKey _, NotNull _, Exclude _ -> false;
    };
  }

  private static String advice(AddedColumn added, List<Constraint> constraints) {
    var now = new StringBuilder("add the column alone, then each constraint\n");
    now.append(SafeSql.alterTable(added.effect().table(), without(added, constraints) + ";"));
    var later = new StringBuilder();
    for (var constraint : constraints) {
      if (constraint.rule() instanceof Unique) {
        later.append(unique(added, constraint));
      } else {
        var name = name(added, constraint);
        now.append('\n').append(alter(added, addition(added, constraint, name) + " NOT VALID;"));
        later.append("\n-- in a later migration\n");
        later.append(alter(added, "VALIDATE CONSTRAINT " + name + ";"));
      }
    }
    return now.append(later).toString();
  }

  private static String alter(AddedColumn added, String change) {
    return SafeSql.alterTable(added.effect().table(), change);
  }

  /// The subcommand without the constraints.
  private static String without(AddedColumn added, List<Constraint> constraints) {
    var text = new StringBuilder(added.view().text(added.effect().span()));
    for (var constraint : constraints.reversed()) {
      var start = constraint.span().start() - added.effect().span().start();
      text.delete(start, constraint.span().end() - added.effect().span().start());
    }
    return SafeSql.oneLine(text.toString());
  }

  private static String name(AddedColumn added, Constraint constraint) {
    var suffix =
        switch (constraint.rule()) {
          case ForeignKey _ -> "fkey";
          case Unique _ -> "key";
          case Check _, PrimaryKey _, NotNull _, Exclude _ -> "check";
        };
    return Optional.ofNullable(constraint.name())
        .map(Identifier::quoted)
        .orElseGet(
            () -> SafeSql.name(added.effect().table(), List.of(added.column().name()), suffix));
  }

  private static String addition(AddedColumn added, Constraint constraint, String name) {
    var text = SafeSql.oneLine(added.view().text(constraint.span()));
    var demand = constraint.name() == null ? text : text.replaceFirst("(?i)^constraint \\S+ ", "");
    var columns = SafeSql.list(List.of(added.column().name()));
    var key = constraint.rule() instanceof ForeignKey ? "FOREIGN KEY " + columns + " " : "";
    return "ADD CONSTRAINT " + name + " " + key + demand;
  }

  private static String unique(AddedColumn added, Constraint constraint) {
    var table = added.effect().table();
    var name = name(added, constraint);
    return String.join(
        "\n",
        "",
        "-- in a later migration",
        "CREATE UNIQUE INDEX CONCURRENTLY %s ON %s %s;"
            .formatted(name, table.quoted(), SafeSql.list(List.of(added.column().name()))),
        "-- in a later migration",
        alter(added, "ADD CONSTRAINT " + name + " UNIQUE USING INDEX " + name + ";"));
  }
}
