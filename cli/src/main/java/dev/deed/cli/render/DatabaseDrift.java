package dev.deed.cli.render;

import dev.deed.cli.report.DriftTerms;
import dev.deed.cli.report.PrintableText;
import dev.deed.drift.Cause;
import dev.deed.drift.Closing;
import dev.deed.drift.Drift;
import dev.deed.drift.DriftReport;
import dev.deed.sql.effect.ObjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The drift of one database with what is looked up for each difference: there may be very many.
///
/// @param showsCauses whether any cause is known
/// @param closings by the object that they close a difference of, or are needed for
record DatabaseDrift(
    DriftTerms terms,
    DriftReport report,
    boolean showsCauses,
    Map<ObjectName, List<Closing>> closings) {

  static DatabaseDrift of(DriftTerms terms, DriftReport report) {
    var closings = new HashMap<ObjectName, List<Closing>>();
    var reconciliation = report.reconciliation();
    if (reconciliation != null) {
      for (var closing : reconciliation.closings()) {
        closing
            .closes()
            .forEach(
                object -> closings.computeIfAbsent(object, _ -> new ArrayList<>()).add(closing));
      }
    }
    var showsCauses = report.drifts().stream().anyMatch(d -> !d.cause().equals(Cause.NOT_KNOWN));
    return new DatabaseDrift(terms, report, showsCauses, closings);
  }

  /// The statements that close the difference, or are needed for it, in their order.
  List<Closing> closings(Drift drift) {
    return closings.getOrDefault(drift.difference().object(), List.of());
  }

  /// `new`, `changed since 2026-02-01`, `since 2026-02-01, 3 days`; empty without an earlier
  /// report.
  String standing(Drift drift) {
    return DriftWords.standing(terms, terms.standing(report.database(), drift));
  }

  /// Everything about a difference, for formats that have one text for it.
  String all(Drift drift) {
    var lines = new ArrayList<String>();
    lines.add(
        "%s: %s (%s, from %s to %s)"
            .formatted(
                drift.severity().words(),
                DriftWords.head(drift.difference()),
                report.database(),
                report.from(),
                report.to()));
    lines.addAll(DriftWords.changes(drift.difference()));
    lines.add(drift.owner() == null ? "unowned" : "owner: " + DriftWords.owner(drift.owner()));
    lines.add("cause: " + DriftWords.cause(drift.cause()));
    var standing = standing(drift);
    if (!standing.isEmpty()) {
      lines.add(standing);
    }
    lines.replaceAll(PrintableText::line);
    for (var closing : closings(drift)) {
      var held = DriftWords.held(closing);
      lines.add(held.isEmpty() ? "sql:" : "sql (%s):".formatted(held));
      lines.add(DriftWords.sql(closing));
    }
    return PrintableText.of(String.join("\n", lines));
  }
}
