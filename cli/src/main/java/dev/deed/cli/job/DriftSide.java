package dev.deed.cli.job;

import dev.deed.engine.Goal;

/// What the command line names as a side of a comparison.
sealed interface DriftSide {

  /// As it was typed.
  String text();

  /// A live database of this environment.
  record InEnvironment(String text) implements DriftSide {}

  /// A dump: plain text, or an archive for `pg_restore`.
  record OfDump(String text) implements DriftSide {}

  /// What the files say.
  ///
  /// @param goal up to which version
  record OfFiles(String text, Goal goal) implements DriftSide {}

  /// What the migrations that are applied in an environment say.
  record OfApplied(String text, String environment) implements DriftSide {}
}
