package dev.deed.cli.job;

import dev.deed.cli.job.SquashPlaces.NotSquashed;
import dev.deed.drift.DriftCheck;
import dev.deed.drift.DriftReport;
import dev.deed.engine.Migrations;
import dev.deed.engine.run.MigrationFailed;
import dev.deed.engine.scratch.ScratchDatabase;
import dev.deed.engine.scratch.TableRows;
import dev.deed.project.ScratchBuild;
import dev.deed.project.server.Scratch;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Shows on a scratch server that two sets of migrations make the same database, rows included.
record SquashProof(Scratch scratch, Project project, DatabaseName database) {

  /// @param schema what differs in the schema
  /// @param tables whose rows differ, a sentence each
  /// @param volatileColumns those that differ from one run to the next of the same migrations, so
  ///   that they are not compared
  record Answer(DriftReport schema, List<String> tables, List<String> volatileColumns) {
    boolean isEqual() {
      return schema.drifts().isEmpty() && tables.isEmpty();
    }
  }

  Answer compare(Migrations before, Migrations after) {
    try (var old = built(before, "a migration fails on an empty database");
        var now = built(after, "with the new file, a migration fails on an empty database")) {
      var schema =
          DriftCheck.between(
              database,
              BuiltSide.of(old, "before", database),
              BuiltSide.of(now, "after", database),
              _ -> Optional.empty());
      var rows = TableRows.in(database(old));
      var newRows = TableRows.in(database(now));
      return rows.equals(newRows)
          ? new Answer(schema, List.of(), List.of())
          : withoutVolatile(before, schema, rows, newRows);
    }
  }

  private ScratchBuild built(Migrations migrations, String failure) {
    try {
      return ScratchBuild.of(scratch, project.ownership(), migrations);
    } catch (MigrationFailed e) {
      throw new NotSquashed(
          "%s: %s".formatted(failure, e.getMessage()),
          "correct it, or squash a shorter range or one service; where a role or extension is missing: --scratch URL names a server that has it");
    }
  }

  /// Times, random keys and the like differ also where the same migrations run twice.
  private Answer withoutVolatile(
      Migrations before,
      DriftReport schema,
      Map<QualifiedName, TableRows> rows,
      Map<QualifiedName, TableRows> newRows) {
    try (var again = ScratchBuild.of(scratch, project.ownership(), before)) {
      var twice = TableRows.in(database(again));
      var tables = new ArrayList<String>();
      var volatileColumns = new TreeSet<String>();
      for (var table : rows.keySet()) {
        var left = Objects.requireNonNull(rows.get(table));
        var right = newRows.get(table);
        if (right == null) {
          continue; // a difference of the schema
        }
        var unsteady = differing(left, Objects.requireNonNull(twice.get(table)));
        unsteady.forEach(column -> volatileColumns.add(table.dotted() + "." + column));
        var wrong = new TreeSet<>(differing(left, right));
        wrong.removeAll(unsteady);
        if (left.count() != right.count()) {
          tables.add(
              "%s has %d rows after the old files, and %d after the new one"
                  .formatted(table.dotted(), left.count(), right.count()));
        } else if (!wrong.isEmpty()) {
          tables.add(
              "the rows of %s differ in %s".formatted(table.dotted(), String.join(", ", wrong)));
        }
      }
      return new Answer(schema, tables, List.copyOf(volatileColumns));
    }
  }

  private static Set<String> differing(TableRows left, TableRows right) {
    var columns = new HashMap<>(left.columns());
    columns.entrySet().removeIf(e -> e.getValue().equals(right.columns().get(e.getKey())));
    return new HashSet<>(columns.keySet());
  }

  private ScratchDatabase database(ScratchBuild build) {
    return Objects.requireNonNull(build.databases().get(database));
  }
}
