package dev.deed.ownership.file;

import dev.deed.ownership.OwnershipRules;
import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects the mistakes of one ownership file, so that all are reported at once.
public final class Problems {

  public static final RuleName RULE = OwnershipRules.OWNERSHIP_FILE;

  /// A file with more mistakes than this is not an ownership file.
  private static final int MOST = 200;

  private final SourceFile file;
  private final List<Finding> findings = new ArrayList<>();

  Problems(SourceFile file) {
    this.file = file;
  }

  public void error(Span span, String message, String advice) {
    add(RULE, Severity.ERROR, span, message, advice);
  }

  public void warning(Span span, String message, String advice) {
    add(RULE, Severity.WARNING, span, message, advice);
  }

  public void add(RuleName rule, Severity severity, Span span, String message, String advice) {
    if (findings.size() < MOST) {
      findings.add(new Finding(rule, severity, file, span, message, advice, List.of()));
    }
  }

  /// Whatever else is found is not reported, so it need not be looked for.
  boolean isFull() {
    return findings.size() == MOST;
  }

  /// In the order of the text.
  List<Finding> findings() {
    return findings.stream().sorted(Comparator.comparingInt(f -> f.span().start())).toList();
  }
}
