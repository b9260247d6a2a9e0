package dev.deed.lint;

import dev.deed.lint.rule.LintFinding;
import dev.deed.sql.Hazard;
import dev.deed.sql.RuleName;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.Catalog;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Collects the findings of one script, and removes those about tables that the script itself
/// drops: all of them if the script created the table, else those that neither block other sessions
/// nor concern the drop itself.
final class DroppedTables {

  private static final Set<Hazard> BLOCKING =
      EnumSet.of(Hazard.BLOCKS_READS, Hazard.BLOCKS_WRITES, Hazard.REWRITES_TABLE);

  /// What a server refuses, it refuses before the table is dropped.
  private static final RuleName WILL_FAIL = new RuleName("will-fail");

  private final Catalog catalog;
  private final int firstStatement;
  private final List<Noted> findings = new ArrayList<>();

  /// The number of findings of earlier statements.
  private int settled;

  /// @param tables the identities of its tables, -1 for a table that is not known yet
  /// @param isNew true if this script created all of them
  /// @param byDrop true if the statement of the finding dropped all of them
  private record Noted(LintFinding finding, List<Integer> tables, boolean isNew, boolean byDrop) {}

  /// @param firstStatement the number of the first statement of the script
  DroppedTables(Catalog catalog, int firstStatement) {
    this.catalog = catalog;
    this.firstStatement = firstStatement;
  }

  void add(LintFinding finding) {
    findings.add(noted(finding));
  }

  private Noted noted(LintFinding finding) {
    var tables = new ArrayList<Integer>();
    var isNew = true;
    for (var object : finding.objects()) {
      var table = tableOf(object);
      tables.add(table == null ? -1 : catalog.identity(table));
      isNew &= table != null && catalog.creation(table) >= firstStatement;
    }
    return new Noted(finding, tables, isNew, false);
  }

  private @Nullable ObjectName tableOf(ObjectName object) {
    if (!object.kind().isRelation() && !object.kind().isPartOfRelation()) {
      return null;
    }
    var relation = catalog.relationNamed(object.name());
    return relation
        .flatMap(r -> catalog.index(r.name()))
        .flatMap(index -> catalog.relationNamed(index.table()))
        .or(() -> relation)
        .orElse(null);
  }

  /// A table that the statement creates is known only now; a table that it drops is gone.
  void endStatement() {
    for (; settled < findings.size(); settled++) {
      var noted = findings.get(settled);
      if (noted.tables().contains(-1)) {
        findings.set(settled, noted(noted.finding()));
      } else {
        findings.set(
            settled,
            new Noted(noted.finding(), noted.tables(), noted.isNew(), areGone(noted.tables())));
      }
    }
  }

  private boolean areGone(List<Integer> tables) {
    for (var table : tables) {
      if (table < 0 || catalog.identity(catalog.lastName(table)) == table) {
        return false;
      }
    }
    return !tables.isEmpty();
  }

  /// The findings that are left at the end of the script.
  List<LintFinding> left() {
    return findings.stream().filter(n -> !isMoot(n)).map(Noted::finding).toList();
  }

  private boolean isMoot(Noted noted) {
    if (noted.finding().finding().rule().equals(WILL_FAIL)) {
      return false;
    }
    var isBlocking = noted.finding().finding().hazards().stream().anyMatch(BLOCKING::contains);
    return areGone(noted.tables()) && (noted.isNew() || (!noted.byDrop() && !isBlocking));
  }
}
