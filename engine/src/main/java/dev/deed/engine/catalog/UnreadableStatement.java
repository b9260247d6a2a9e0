package dev.deed.engine.catalog;

import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;

/// An applied statement of which deed does not know all that it did.
///
/// @param text all of it, and the bodies of the routines that it may call
public record UnreadableStatement(SourceFile file, Span span, String text) {

  /// `migrations/auth/web/001_users.sql:4`
  public String place() {
    return "%s:%d".formatted(file, span.line());
  }
}
