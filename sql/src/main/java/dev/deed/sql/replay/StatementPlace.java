package dev.deed.sql.replay;

import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;

/// Where a statement is.
public record StatementPlace(SourceFile file, Span span) {

  static final StatementPlace NONE = new StatementPlace(new SourceFile(""), Span.NONE);

  /// As in findings: `file.sql:3`.
  public String text() {
    return file.path() + ":" + span.line();
  }
}
