package dev.deed.sql.script;

import dev.deed.sql.Span;

/// A comment addressed to deed: `-- deed: <name> <arguments>`.
///
/// @param arguments as written, trimmed
/// @param nextStatement index of the first statement that starts after it, or the number of
///   statements if there is none
public record Directive(String name, String arguments, Span span, int nextStatement) {}
