package dev.deed.ownership;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Span;

/// A table pattern that a service claims: it owns the tables that match.
///
/// @param span the claim's place in the ownership file
public record Claim(ServiceName service, DatabaseName database, TablePattern pattern, Span span) {}
