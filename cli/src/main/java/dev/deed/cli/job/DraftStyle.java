package dev.deed.cli.job;

import dev.deed.engine.Migration;
import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.script.Script;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How a draft is written so that `check` has nothing to say of its form.
///
/// @param alone each statement has a transaction of its own
/// @param up by the statement's index, the rules that the wanted schema breaks
/// @param down likewise, of the way back
/// @param errors of the up, by the statement's index: the first one that check would find
record DraftStyle(
    boolean alone,
    SortedMap<Integer, SortedSet<String>> up,
    SortedMap<Integer, SortedSet<String>> down,
    SortedMap<Integer, Finding> errors) {

  static DraftStyle plain(boolean alone) {
    return new DraftStyle(alone, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  /// The same with an ignore for each finding about a statement.
  ///
  /// @param migration as it was checked
  /// @param ignorable rules that may be ignored in a file
  DraftStyle ignoring(List<Finding> findings, Migration migration, Set<RuleName> ignorable) {
    var all = plain(alone);
    for (var finding : findings) {
      if (ignorable.contains(finding.rule())) {
        all.add(finding, migration.up().script(), all.up);
        var index = statementAt(finding, migration.up().script());
        if (index != null && finding.severity() == Severity.ERROR) {
          all.errors.putIfAbsent(index, finding);
        }
        var section = migration.down();
        if (section != null) {
          all.add(finding, section.script(), all.down);
        }
      }
    }
    return all;
  }

  private void add(Finding finding, Script script, Map<Integer, SortedSet<String>> rules) {
    var index = statementAt(finding, script);
    if (index != null) {
      rules.computeIfAbsent(index, _ -> new TreeSet<>()).add(finding.rule().text());
    }
  }

  private static @Nullable Integer statementAt(Finding finding, Script script) {
    if (!finding.file().equals(script.file())) {
      return null;
    }
    var statements = script.statements();
    for (var i = 0; i < statements.size(); i++) {
      var span = statements.get(i).span();
      if (finding.span().start() >= span.start() && finding.span().start() < span.end()) {
        return i;
      }
    }
    return null;
  }

  /// The number of statements of the up of which something is said.
  int weight() {
    return up.values().stream().mapToInt(SortedSet::size).sum();
  }
}
