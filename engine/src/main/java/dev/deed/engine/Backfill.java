package dev.deed.engine;

import dev.deed.sql.parse.RowChange;

/// A statement that runs in batches, each in a transaction of its own: `-- deed: backfill` on the
/// line before it. It is a comment, so it does not count in the checksum.
///
/// @param position of the statement in the body, from 0
public record Backfill(int position, RowChange change, Pace pace) {}
