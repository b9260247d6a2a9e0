package dev.deed.engine.look.emergency;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.LockMode;
import org.jspecify.annotations.Nullable;

/// A lock that a session or a prepared transaction holds or waits for.
///
/// @param pid 0 for a prepared transaction
/// @param transaction number of the prepared transaction, else empty
/// @param kind `relation`, `transactionid`, `virtualxid`, `advisory` ...
/// @param table the table, or that of the index; null for other locks and other databases
public record SessionLock(
    int pid,
    String transaction,
    String kind,
    @Nullable QualifiedName table,
    LockMode mode,
    boolean granted,
    boolean isRunLock) {}
