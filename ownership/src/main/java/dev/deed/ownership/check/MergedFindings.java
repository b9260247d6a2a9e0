package dev.deed.ownership.check;

import dev.deed.ownership.OwnershipRules;
import dev.deed.sql.Finding;
import dev.deed.sql.Finding.Subject;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Merges findings that ask the same owner for the same thing at the same place of a statement, or
/// that name tables without an owner there: a table with a hundred partitions is one finding, not a
/// hundred.
final class MergedFindings {

  private record Key(RuleName rule, Severity severity, Span span, String owner, String advice) {}

  private MergedFindings() {}

  /// @param findings of one statement; those that ask for the same thing become one
  static void fold(List<Finding> findings) {
    var groups = new LinkedHashMap<Object, List<Finding>>();
    for (var finding : findings) {
      var owner = ownerOf(finding);
      var unowned = finding.rule().equals(OwnershipRules.UNOWNED_TABLE);
      var advice = unowned ? "" : finding.advice();
      var key =
          owner == null && !unowned
              ? finding
              : new Key(
                  finding.rule(),
                  finding.severity(),
                  finding.span(),
                  String.valueOf(owner),
                  advice);
      groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(finding);
    }
    if (groups.size() < findings.size()) {
      findings.clear();
      groups.values().forEach(group -> findings.add(folded(group)));
    }
  }

  private static @Nullable String ownerOf(Finding finding) {
    return finding.subjects().isEmpty() ? null : finding.subjects().getFirst().owner();
  }

  private static Finding folded(List<Finding> group) {
    var first = group.getFirst();
    if (group.size() == 1) {
      return first;
    }
    var subjects = group.stream().flatMap(f -> f.subjects().stream()).toList();
    return new Finding(
        first.rule(),
        first.severity(),
        first.file(),
        first.span(),
        first.message() + "; the same applies to " + others(group),
        first.advice(),
        subjects,
        first.hazards());
  }

  private static String others(List<Finding> group) {
    return group.size() == 2
        ? group.getLast().subjects().stream().findFirst().map(Subject::object).orElse("another")
        : "%d more".formatted(group.size() - 1);
  }
}
