package dev.deed.drift;

import dev.deed.drift.LiveComparison.Hints;
import dev.deed.sql.schema.Schema;

/// A side that is what migrations leave, replayed from their texts: nobody can tell from them who
/// owns an object.
///
/// @param name as shown to users
public record Replayed(String name, Schema schema, Hints hints) {}
