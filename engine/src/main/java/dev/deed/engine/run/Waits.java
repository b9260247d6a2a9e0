package dev.deed.engine.run;

import java.time.Duration;

/// How long a run waits for what is not a lock.
///
/// @param run for another run to end
/// @param connect for a server that starts up or wakes up
/// @param idle how long PostgreSQL keeps a transaction of ours that does nothing; zero for no limit
public record Waits(Duration run, Duration connect, Duration idle) {}
