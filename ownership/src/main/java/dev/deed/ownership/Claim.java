package dev.deed.ownership;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Span;

/// A service says: the tables of this pattern are mine.
///
/// @param span where the ownership file says it
public record Claim(ServiceName service, DatabaseName database, TablePattern pattern, Span span) {}
