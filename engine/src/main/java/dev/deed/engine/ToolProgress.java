package dev.deed.engine;

import dev.deed.engine.ToolHistory.Outcome;
import dev.deed.engine.ToolHistory.Row;
import dev.deed.sql.Tool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which of a tool's migrations are applied, by the tool's own history.
///
/// @param applied with the row that says so
/// @param failed begun by the tool, and not ended well
/// @param changed applied, and their files have other checksums now
/// @param unknown rows of migrations without a file
public record ToolProgress(
    ToolHistory history,
    Map<Version, Row> applied,
    List<Migration> failed,
    List<Migration> changed,
    List<Row> unknown) {

  public ToolProgress {
    applied = Map.copyOf(applied);
    failed = List.copyOf(failed);
    changed = List.copyOf(changed);
    unknown = List.copyOf(unknown);
  }

  /// @param migrations of the database, in their order
  public static ToolProgress of(ToolHistory history, List<Migration> migrations) {
    return new Matching(history, migrations.stream().filter(history::isOf).toList()).progress();
  }

  /// Those whose file is as it was applied, where the tool says so: a repeatable one that has
  /// changed is to be applied again.
  public Set<Version> current() {
    var current = new HashSet<>(applied.keySet());
    changed.stream()
        .filter(migration -> migration.origin().isRepeatable())
        .forEach(migration -> current.remove(migration.version()));
    return current;
  }

  private static final class Matching {

    private final ToolHistory history;
    private final List<Migration> migrations;
    private final Map<Migration, Row> applied = new LinkedHashMap<>();
    private final List<Migration> failed = new ArrayList<>();
    private final List<Row> unknown = new ArrayList<>();

    Matching(ToolHistory history, List<Migration> migrations) {
      this.history = history;
      this.migrations = migrations;
    }

    ToolProgress progress() {
      var byName = new HashMap<String, Migration>();
      var byVersion = new HashMap<Version, Migration>();
      for (var migration : migrations) {
        byName.put(migration.origin().mark().name(), migration);
        byVersion.put(migration.version(), migration);
      }
      for (var row : history.rows()) {
        if (row.outcome() == Outcome.ALL_UP_TO) {
          allUpTo(row);
        } else {
          var found = find(row, byName, byVersion);
          if (found == null) {
            unknown(row);
          } else {
            note(found, row, byName);
          }
        }
      }
      var versions = new HashMap<Version, Row>();
      applied.forEach((migration, row) -> versions.put(migration.version(), row));
      var changed = applied.keySet().stream().filter(this::isChanged).toList();
      return new ToolProgress(history, versions, failed, changed, unknown);
    }

    private @Nullable Migration find(
        Row row, Map<String, Migration> byName, Map<Version, Migration> byVersion) {
      var named = byName.get(row.name());
      if (named == null && Version.isNumber(row.name())) {
        named = byVersion.get(new Version(row.name()));
      }
      return named == null
          ? migrations.stream().filter(migration -> isSame(row, migration)).findFirst().orElse(null)
          : named;
    }

    /// A tool's paths begin where it was started, and Drizzle writes no names.
    private boolean isSame(Row row, Migration migration) {
      var mark = migration.origin().mark();
      return switch (history.tool()) {
        case FLYWAY, LIQUIBASE ->
            row.name().endsWith("/" + mark.name()) || mark.name().endsWith("/" + row.name());
        case SQL -> isFile(mark.name(), row.name());
        case DRIZZLE -> mark.checksums().contains(row.checksum());
        default -> false;
      };
    }

    /// The file's name, with or without the ending, perhaps after folders or a namespace.
    private static boolean isFile(String path, String name) {
      var file = path.substring(path.lastIndexOf('/') + 1);
      var stem = file.replaceFirst("(?i)\\.sql$", "");
      return name.equals(file)
          || name.equals(stem)
          || (name.endsWith(file)
              && "./\\".indexOf(name.charAt(name.length() - file.length() - 1)) >= 0);
    }

    private void allUpTo(Row row) {
      var last = new Version(row.name());
      for (var migration : migrations) {
        if (Version.isNumber(migration.version().text())
            && new Version(migration.version().text()).compareTo(last) <= 0) {
          applied.putIfAbsent(migration, row);
        }
      }
    }

    private void unknown(Row row) {
      if (row.outcome() != Outcome.UNDONE && !isOfOtherApp(row)) {
        unknown.add(row);
      }
    }

    /// Django writes down the migrations of all apps, also of those from libraries.
    private boolean isOfOtherApp(Row row) {
      var app = row.name().substring(0, Math.max(0, row.name().indexOf('.') + 1));
      return history.tool() == Tool.DJANGO
          && migrations.stream().noneMatch(m -> m.version().text().startsWith(app));
    }

    private void note(Migration migration, Row row, Map<String, Migration> byName) {
      switch (row.outcome()) {
        case APPLIED -> {
          applied.put(migration, row);
          failed.remove(migration);
        }
        case HEAD -> withAllBefore(migration, row, byName);
        case UNDONE -> applied.remove(migration);
        case FAILED -> {
          applied.remove(migration);
          failed.add(migration);
        }
        case ALL_UP_TO -> {}
      }
    }

    private void withAllBefore(Migration head, Row row, Map<String, Migration> byName) {
      var open = new ArrayList<>(List.of(head));
      while (!open.isEmpty()) {
        var migration = open.removeLast();
        if (applied.putIfAbsent(migration, row) == null) {
          for (var earlier : migration.origin().mark().after()) {
            var before = byName.get(earlier);
            if (before != null) {
              open.add(before);
            }
          }
        }
      }
    }

    private boolean isChanged(Migration migration) {
      var row = applied.get(migration);
      var known = migration.origin().mark().checksums();
      return row != null
          && !row.checksum().isEmpty()
          && !known.isEmpty()
          && !known.contains(row.checksum());
    }
  }
}
