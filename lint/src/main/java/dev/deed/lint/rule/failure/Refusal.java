package dev.deed.lint.rule.failure;

import dev.deed.sql.Span;
import dev.deed.sql.effect.ObjectName;
import java.util.List;
import java.util.Optional;

/// What PostgreSQL refuses: where, why, and what to type instead.
///
/// @param reason begins with the subject, without `this fails`
record Refusal(Span span, String reason, String advice, List<ObjectName> about) {

  Refusal {
    about = List.copyOf(about);
  }

  static Optional<Refusal> of(Span span, String reason, String advice, ObjectName... about) {
    return Optional.of(new Refusal(span, reason, advice, List.of(about)));
  }
}
