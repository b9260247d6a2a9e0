package dev.deed.engine.run;

import dev.deed.engine.MigrationName;
import dev.deed.engine.connect.Target;

/// The outcome of a trial.
///
/// @param name under which it is recorded, or would have been
/// @param reason why it was committed or rolled back, in a few words
public record ManualRunResult(
    Target target, MigrationName name, ManualRunEffects effects, boolean committed, String reason) {

  /// The reason of a trial that was rolled back because it could not ask for the user's consent.
  public static final String NOT_ASKED = "there is no user to ask";
}
