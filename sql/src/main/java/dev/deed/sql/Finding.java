package dev.deed.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A mistake in the user's files, located: what is wrong, and what to do instead.
public record Finding(
    RuleName rule,
    Severity severity,
    SourceFile file,
    Span span,
    String message,
    String advice,
    List<Subject> subjects) {

  public Finding {
    subjects = List.copyOf(subjects);
  }

  public static Finding error(
      RuleName rule, SourceFile file, Span span, String message, String advice) {
    return new Finding(rule, Severity.ERROR, file, span, message, advice, List.of());
  }

  /// An object that a finding is about and, as far as known, who owns it and whom to ask.
  ///
  /// @param object as people read it: `table public.users`
  public record Subject(
      String object, @Nullable String owner, @Nullable String team, @Nullable String contact) {}
}
