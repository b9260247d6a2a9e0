package dev.deed.engine.run;

import dev.deed.engine.MigrationName;

/// The outcome of a trial.
///
/// @param name under which it is recorded, or would have been
/// @param reason why it was committed or rolled back, in a few words
public record TrialResult(
    Target target, MigrationName name, TrialEffects effects, boolean committed, String reason) {

  /// The reason of a trial that was rolled back because it could not ask for the user's consent.
  public static final String NOT_ASKED = "there is no user to ask";
}
