package dev.deed.engine.catalog;

import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;

/// An applied statement of which deed does not know all that it did, or a whole file that is not
/// SQL.
///
/// @param span `Span.NONE` for a whole file
/// @param text all of it, and the bodies of the routines that it may call
public record UnreadableStatement(SourceFile file, Span span, String text) {

  static UnreadableStatement file(SourceFile file) {
    return new UnreadableStatement(file, Span.NONE, "");
  }

  /// Whether it may have done anything.
  public boolean isFile() {
    return span.equals(Span.NONE);
  }

  /// `migrations/auth/web/001_users.sql:4`
  public String place() {
    return isFile() ? file.toString() : "%s:%d".formatted(file, span.line());
  }
}
