package dev.deed.cli.job;

import dev.deed.engine.AppliedScript;
import dev.deed.engine.History;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.PlannedMigration;
import dev.deed.lint.Linter;
import dev.deed.lint.Rules;
import dev.deed.lint.rule.LintFinding;
import dev.deed.lint.rule.LintSettings;
import dev.deed.lint.rule.Rule;
import dev.deed.ownership.Database;
import dev.deed.sql.Finding;
import dev.deed.sql.Identifier;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.SchemaReader;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Downs that name a column which a migration that stays applied has dropped or renamed: a rollback
/// would stop at them, half-way. Nothing else that the linter foresees keeps a way back closed.
///
/// @param live asked before one is refused: the column may have been brought back by hand
record ColumnsGoneSince(
    Database database,
    History history,
    List<PlannedMigration> moves,
    Supplier<Set<ObjectName>> live) {

  static final RuleName RULE = new RuleName("will-fail");
  private static final String NO_COLUMN = " has no column ";
  private static final String GONE = ": it was dropped or renamed at ";

  List<Finding> findings() {
    var found = found();
    if (found.isEmpty()) {
      return List.of();
    }
    var there =
        live.get().stream()
            .filter(name -> name.kind() == ObjectKind.COLUMN)
            .map(name -> name.name().dotted() + NO_COLUMN + Identifier.quoted(name.own()))
            .collect(Collectors.toSet());
    return found.stream()
        .filter(
            finding -> there.stream().noneMatch(name -> finding.message().contains(name + GONE)))
        .toList();
  }

  private List<Finding> found() {
    var reader = new SchemaReader(database.searchPath(), database.postgres());
    reader.outside(database::isOutside);
    var levels =
        Rules.ALL.stream()
            .collect(
                Collectors.toMap(
                    Rule::name, rule -> rule.name().equals(RULE) ? Severity.ERROR : Severity.OFF));
    var linter = new Linter(reader, new LintSettings(database.postgres(), true, false, levels));
    var rows = new HashMap<SourceFile, HistoryRow>();
    for (var applied : AppliedScript.of(history)) {
      reader.read(applied.script());
      if (applied.row().isDone()) {
        rows.put(applied.row().file(), applied.row());
      }
    }
    var leaving = moves.stream().map(PlannedMigration::name).collect(Collectors.toSet());
    rows.values().removeIf(row -> leaving.contains(row.name()));
    return moves.stream()
        .flatMap(
            move -> linter.lint(move.body().script(), move.stored().alone()).remarks().stream())
        .map(LintFinding::finding)
        .flatMap(finding -> told(finding, rows).stream())
        .toList();
  }

  /// Only what a migration of the history has taken away, which can be undone first.
  private Optional<Finding> told(Finding finding, Map<SourceFile, HistoryRow> rows) {
    var message = finding.message();
    if (!message.contains(NO_COLUMN) || !message.contains(GONE)) {
      return Optional.empty();
    }
    var place = message.substring(message.lastIndexOf(GONE) + GONE.length());
    return rows.entrySet().stream()
        .filter(row -> place.startsWith(row.getKey().path() + ":"))
        .map(row ->
            new Finding(
                finding.rule(),
                Severity.ERROR,
                finding.file(),
                finding.span(),
                message,
                "undo %s first: deed rollback --to %s; then type the same command again"
                    .formatted(row.getValue().name().words(), before(row.getValue())),
                List.of()))
        .findFirst();
  }

  private String before(HistoryRow row) {
    return history.rows().stream()
        .filter(HistoryRow::isDone)
        .map(HistoryRow::version)
        .filter(version -> version.compareTo(row.version()) < 0)
        .max(Comparator.naturalOrder())
        .map(version -> version.text())
        .orElse("base");
  }
}
