package dev.deed.engine.look.emergency;

import java.time.Duration;

/// A transaction that was prepared and neither committed nor rolled back: it keeps its locks, also
/// across a restart.
///
/// @param transaction its number
/// @param gid the name that `ROLLBACK PREPARED` takes
public record PreparedTransaction(
    String transaction, String gid, String owner, String database, Duration age) {}
