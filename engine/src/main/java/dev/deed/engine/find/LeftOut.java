package dev.deed.engine.find;

/// A folder with migrations that are not for a PostgreSQL database of this repository.
///
/// @param reason in words: `for MySQL`
public record LeftOut(FoundFolder folder, String reason) {}
