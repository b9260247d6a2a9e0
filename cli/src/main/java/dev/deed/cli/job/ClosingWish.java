package dev.deed.cli.job;

import org.jspecify.annotations.Nullable;

/// What the command line says of the migrations that close drift.
///
/// @param description what they are for, in a few words
/// @param recorded the environment has what they say, and its history learns of them
/// @param dryRun shows them, and writes and records nothing
/// @param yes a protected environment's history is changed without asking
/// @param only the service whose migrations are written; null for all owners
public record ClosingWish(
    String description, boolean recorded, boolean dryRun, boolean yes, @Nullable String only) {}
