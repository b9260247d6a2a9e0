package dev.deed.engine;

import dev.deed.sql.Finding;
import dev.deed.sql.Severity;
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
    var ofPending = pending.stream().flatMap(migration -> MigrationRules.of(migration).stream());
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

  public List<Finding> findings() {
    return findings;
  }

  @Override
  public Outcome outcome() {
    return Outcome.REFUSED;
  }

  private static String advice(List<Finding> findings) {
    var advice = findings.size() == 1 ? findings.getFirst().advice() : "";
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
