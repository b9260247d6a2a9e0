package dev.deed.cli.render;

import dev.deed.cli.report.Report;
import dev.deed.cli.report.Sources;
import dev.deed.engine.catalog.CatalogChange;
import dev.deed.engine.catalog.HeldLock;
import dev.deed.engine.run.ManualRunEffects;
import dev.deed.engine.run.ManualRunEffects.StatementResult;
import dev.deed.engine.run.ManualRunResult;
import dev.deed.sql.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Manual changes as text.
public final class ManualText {

  private ManualText() {}

  static String of(Report.Recorded report) {
    var findings = new FindingText(report.sources()).all(report.findings());
    var head = report.target().words() + ": ";
    var outcome =
        report.name() == null
            ? head + "nothing was recorded"
            : head + "recorded as " + report.name().words();
    return findings.isEmpty() ? outcome : findings + "\n" + outcome;
  }

  static String of(Report.Executed report) {
    var head = report.target().words() + ": ";
    var result = report.result();
    if (result == null) {
      return new FindingText(report.sources()).all(report.findings())
          + "\n"
          + head
          + "nothing was run";
    }
    var outcome = head + outcome(result);
    return report.isShown()
        ? outcome
        : effects(result.effects(), report.findings(), report.sources()) + "\n" + outcome;
  }

  private static String outcome(ManualRunResult result) {
    return result.committed()
        ? "committed, %s; recorded as %s".formatted(result.reason(), result.name().words())
        : "rolled back, %s: nothing was changed".formatted(result.reason())
            + (result.reason().equals(ManualRunResult.NOT_ASKED)
                ? "; pass --yes or --commit-if to commit"
                : "");
  }

  /// What an open transaction has done so far.
  public static String effects(ManualRunEffects effects, List<Finding> findings, Sources sources) {
    var lines = new ArrayList<String>();
    if (!findings.isEmpty()) {
      lines.add(new FindingText(sources).all(findings));
    }
    effects.statements().forEach(statement -> lines.addAll(lines(statement)));
    lines.add(effects.changes().isEmpty() ? "catalog: no changes" : "catalog:");
    effects.changes().stream().map(CatalogChange::words).forEach(c -> lines.add("  " + c));
    lines.add(effects.locks().isEmpty() ? "locks: none" : "locks:");
    effects.locks().stream().map(HeldLock::words).forEach(l -> lines.add("  " + l));
    return String.join("\n", lines);
  }

  private static List<String> lines(StatementResult result) {
    var lines = new ArrayList<String>();
    var command = result.statement().command().words().toLowerCase(Locale.ROOT);
    lines.add(
        result.rows() < 0
            ? command
            : command + ": " + VerifyText.count((int) result.rows(), "row"));
    if (!result.answer().columns().isEmpty()) {
      lines.add("  " + String.join(" | ", result.answer().columns()));
      result.answer().rows().forEach(row -> lines.add("  " + String.join(" | ", row)));
      if (result.rows() > result.answer().rows().size()) {
        lines.add("  ...");
      }
    }
    return lines;
  }
}
