package dev.deed.ownership;

import dev.deed.sql.ServiceName;
import dev.deed.sql.Span;
import org.jspecify.annotations.Nullable;

/// A service of the ownership file.
///
/// @param role the database role that its migrations run under
public record Service(
    ServiceName name,
    @Nullable String team,
    @Nullable String contact,
    @Nullable String role,
    Span span) {}
