package dev.deed.engine;

import dev.deed.sql.Finding;
import dev.deed.sql.Severity;
import dev.deed.sql.Span;
import dev.deed.sql.Tool;
import dev.deed.sql.UserException;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Pending files cannot be run as they are written. A part of a migration is never run in place of
/// the whole.
public final class MigrationsRefused extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  /// So that the advice stays on the screen.
  private static final int SHOWN = 10;

  private final transient List<Finding> findings;

  private MigrationsRefused(List<Finding> findings) {
    super(message(findings), advice(findings));
    this.findings = List.copyOf(findings);
  }

  /// @param together findings about how the files relate to each other
  static void check(List<Finding> together, List<Migration> pending) {
    var ofPending = pending.stream().flatMap(MigrationsRefused::of);
    var findings =
        Stream.concat(together.stream(), ofPending)
            .filter(finding -> finding.severity() == Severity.ERROR)
            // Where a draft may be applied depends on the environment, and not on the file.
            .filter(finding -> !finding.rule().equals(MigrationRules.DRAFT))
            .toList();
    if (!findings.isEmpty()) {
      throw new MigrationsRefused(findings);
    }
  }

  /// That a file was recorded as not judged does not let it run.
  private static Stream<Finding> of(Migration migration) {
    var unread = migration.origin().unread();
    if (unread == null || unread.isPrintable()) {
      return MigrationRules.of(migration).stream();
    }
    var tool = migration.origin().tool();
    var advice =
        tool == Tool.SQL
            ? "run it as you did before, and record that with deed stamp"
            : "apply it with %s, and record that with deed adopt; deed explain %s says how to let deed run the SQL instead"
                .formatted(tool.title(), MigrationRules.NOT_JUDGED);
    return Stream.of(
        Finding.error(
            MigrationRules.NOT_JUDGED,
            migration.file(),
            Span.NONE,
            "this migration is not SQL, so deed cannot run it",
            advice));
  }

  public List<Finding> findings() {
    return findings;
  }

  @Override
  public Outcome outcome() {
    return Outcome.REFUSED;
  }

  private static String advice(List<Finding> findings) {
    var isAlike = findings.stream().map(Finding::rule).allMatch(MigrationRules.NOT_JUDGED::equals);
    var advice = findings.size() == 1 || isAlike ? findings.getFirst().advice() : "";
    return advice.isBlank() ? "correct this, and run deed check to see all findings" : advice;
  }

  private static String message(List<Finding> findings) {
    var shown =
        findings.stream()
            .limit(SHOWN)
            .map(MigrationsRefused::line)
            .collect(Collectors.joining("\n"));
    var more = findings.size() - SHOWN;
    return more > 0 ? shown + "\nand %d more like these".formatted(more) : shown;
  }

  private static String line(Finding finding) {
    var span = finding.span();
    return finding.file() + ":" + span.line() + ":" + span.column() + ": " + finding.message();
  }
}
