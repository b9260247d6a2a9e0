package dev.deed.engine.run;

import dev.deed.engine.MigrationName;
import dev.deed.engine.connect.Target;

/// How a trial ended.
///
/// @param name under which it is recorded, or would have been
/// @param reason why it was committed or rolled back, in a few words
public record ManualRunResult(
    Target target,
    MigrationName name,
    ManualRunEffects effects,
    boolean committed,
    String reason) {}
