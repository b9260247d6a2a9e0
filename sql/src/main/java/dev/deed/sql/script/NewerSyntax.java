package dev.deed.sql.script;

import dev.deed.sql.Span;

/// A part of a statement that older versions of PostgreSQL refuse, whatever the database has. What
/// is inside of strings, such as bodies of functions, is not looked at.
///
/// @param since the first major version that takes it
/// @param words what it is, as an engineer would call it
public record NewerSyntax(int since, String words, Span span) {}
