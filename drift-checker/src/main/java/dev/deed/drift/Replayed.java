package dev.deed.drift;

import dev.deed.drift.LiveComparison.Hints;
import dev.deed.sql.schema.Schema;

/// A side that is what migrations leave, replayed from their texts, which do not name the owner of
/// an object.
///
/// @param name as shown to users
public record Replayed(String name, Schema schema, Hints hints) {}
