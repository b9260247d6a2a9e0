package dev.deed.cli.job;

import dev.deed.engine.History;

/// A side that was read: a schema, or the migrations that say what it should be.
sealed interface ReadSide permits LiveSide, ReadSide.Migrations {

  /// @param text the word for it on the command line
  record Migrations(String text, History history) implements ReadSide {}
}
