package dev.deed.engine.run;

import java.time.Duration;

/// How a run waits for locks.
///
/// @param timeout how long one statement may wait for a lock; other sessions wait behind it
/// @param tries how often a migration is tried that got no lock
/// @param limit how long those tries may take together
public record LockPolicy(Duration timeout, int tries, Duration limit) {}
