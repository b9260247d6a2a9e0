package dev.deed.cli;

import dev.deed.engine.History;
import dev.deed.engine.run.Histories;
import dev.deed.engine.run.Target;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.UserException;
import org.jspecify.annotations.Nullable;

/// The input of a plan for one database.
///
/// @param target null if no server is used
/// @param history null if it could not be read
/// @param failure why the history could not be read
record Premise(
    DatabaseName database,
    @Nullable Target target,
    @Nullable History history,
    @Nullable UserException failure) {

  /// The displayed name: `auth (staging)`.
  String words() {
    return target == null ? database.text() : target.words();
  }

  static Premise of(Histories.Reading reading) {
    var target = reading.target();
    return new Premise(target.database(), target, reading.history(), reading.failure());
  }
}
