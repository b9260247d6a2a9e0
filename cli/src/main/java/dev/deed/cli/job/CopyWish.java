package dev.deed.cli.job;

import org.jspecify.annotations.Nullable;

/// Where copies come from and what they have, as the command line says.
///
/// @param provider null for the one of the ownership file
/// @param scratch a database on the server that gets the copies; null for deed's own server
/// @param rows which rows they have
/// @param isKept the copies are left to the user
public record CopyWish(
    @Nullable String provider, @Nullable String scratch, RowOptions rows, boolean isKept) {}
