package dev.deed.sql.effect;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;

/// What a trigger, rule or policy is called, and the relation that it is tied to, as written.
///
/// @param span of the name
public record Attachment(String name, Span span, QualifiedName table, Span tableSpan) {}
