package dev.deed.sql.script;

import dev.deed.sql.Span;

/// A comment that speaks to deed: `-- deed: <name> <arguments>`.
///
/// @param arguments as written, trimmed
/// @param nextStatement index of the first statement that starts behind it, the number of
///   statements where none does
public record Directive(String name, String arguments, Span span, int nextStatement) {}
