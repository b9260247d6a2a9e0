package dev.deed.engine;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of the event table: something that was tried, and how it ended.
///
/// @param version as it was written down then
/// @param event `applied`, `failed`, `rollback failed` ...
/// @param who the database role that connected
/// @param address of the client, null over a local socket
/// @param detail PostgreSQL's message where it failed
public record HistoryEvent(
    String version,
    Instant at,
    String event,
    String who,
    @Nullable String address,
    Checksum checksum,
    Duration took,
    @Nullable String detail) {}
