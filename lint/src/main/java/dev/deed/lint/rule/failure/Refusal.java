package dev.deed.lint.rule.failure;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.ObjectName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What PostgreSQL refuses: where, why, and what to type instead.
///
/// @param reason begins with the subject, without `this fails`
/// @param lacks what no script creates, and something else may have made; null where it is not that
record Refusal(
    Span span,
    String reason,
    String advice,
    List<ObjectName> about,
    @Nullable QualifiedName lacks) {

  Refusal {
    about = List.copyOf(about);
  }

  Refusal(Span span, String reason, String advice, List<ObjectName> about) {
    this(span, reason, advice, about, null);
  }

  static Optional<Refusal> of(Span span, String reason, String advice, ObjectName... about) {
    return Optional.of(new Refusal(span, reason, advice, List.of(about)));
  }

  /// The same for want of that.
  Refusal lacking(QualifiedName name) {
    return new Refusal(span, reason, advice, about, name);
  }
}
