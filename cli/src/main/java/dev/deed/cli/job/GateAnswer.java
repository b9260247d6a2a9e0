package dev.deed.cli.job;

import dev.deed.cli.report.FindingReport;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.Verdict;
import dev.deed.engine.Plan;
import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What the gate says of all that is to be run together.
///
/// @param pending the files that it speaks of
/// @param isLenient errors stop nothing: the environment is disposable, and a policy says so
/// @param isWayBack the migrations are to be rolled back
record GateAnswer(
    Set<SourceFile> pending, FindingReport.Checked checked, boolean isLenient, boolean isWayBack) {

  GateAnswer {
    pending = Set.copyOf(pending);
  }

  boolean isNo() {
    return !isLenient && checked.verdict() == Verdict.NO;
  }

  boolean speaksOf(Plan plan) {
    return plan.moves().stream().allMatch(move -> pending.contains(move.place()));
  }

  boolean says(RuleName rule) {
    return checked.findings().stream().anyMatch(finding -> finding.rule().equals(rule));
  }

  GateRefused refusal() {
    return new GateRefused(words(), advice());
  }

  /// Errors that stop nothing are told all the same, each with its place.
  List<String> notices() {
    if (!isLenient) {
      return List.of();
    }
    return checked.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(GateAnswer::line)
        .toList();
  }

  List<String> noticesOf(Plan plan) {
    return notices().stream().filter(notice -> isOf(plan, notice)).toList();
  }

  private static boolean isOf(Plan plan, String notice) {
    return plan.moves().stream().anyMatch(move -> notice.startsWith(move.place().path() + ":"));
  }

  /// For those whose output is a script, where findings must not stand.
  GateRefused refusalWithFindings() {
    var lines =
        checked.findings().stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .map(GateAnswer::lineWithCommand)
            .collect(Collectors.joining("\n"));
    return new GateRefused(lines + "\n" + words(), advice());
  }

  /// The statements may be as they are.
  private String advice() {
    if (areAllOf(EnvironmentDemands.RULES)) {
      return "bring what is missing; deed checklist shows all that is asked for";
    }
    return isWayBack && areAllOf(Set.of(ColumnsGoneSince.RULE))
        ? "undo first what was done since, as each finding says"
        : "correct the statements, or ask their owners; deed check shows the same findings";
  }

  private boolean areAllOf(Set<RuleName> rules) {
    return checked.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .allMatch(finding -> rules.contains(finding.rule()));
  }

  /// What is missing, with the command that brings it.
  private static String lineWithCommand(Finding finding) {
    return EnvironmentDemands.RULES.contains(finding.rule())
        ? "%s%n    help: %s".formatted(line(finding), finding.advice())
        : line(finding);
  }

  private static String line(Finding finding) {
    return "%s:%d:%d: error: %s [%s]"
        .formatted(
            finding.file(),
            finding.span().line(),
            finding.span().column(),
            finding.message(),
            finding.rule());
  }

  private String words() {
    var errors = checked.findings().stream().filter(f -> f.severity() == Severity.ERROR).count();
    return "%s: %s"
        .formatted(
            (checked.migrations() == 1 ? "1 migration " : checked.migrations() + " migrations ")
                + waiting(),
            errors == 1 ? "1 error" : errors + " errors");
  }

  private String waiting() {
    return isWayBack ? "to roll back" : "pending";
  }

  /// @param place what was to be changed or planned: an environment
  /// @param failures what else went wrong
  FindingReport.Refused report(String place, List<Report.Failure> failures) {
    var all = new ArrayList<>(failures);
    all.removeIf(failure -> failure.cause() instanceof GateRefused);
    all.add(new Report.Failure(place, refusal()));
    return new FindingReport.Refused(checked, waiting(), all);
  }
}
