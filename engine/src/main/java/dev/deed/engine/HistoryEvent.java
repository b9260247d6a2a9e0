package dev.deed.engine;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of the event table: an attempt and its outcome.
///
/// @param version as written at that time
/// @param event `applied`, `failed`, `rollback failed` ...
/// @param who the database role that connected
/// @param address of the client, null over a local socket
/// @param detail PostgreSQL's message if the attempt failed
public record HistoryEvent(
    String version,
    Instant at,
    String event,
    String who,
    @Nullable String address,
    Checksum checksum,
    Duration took,
    @Nullable String detail) {}
