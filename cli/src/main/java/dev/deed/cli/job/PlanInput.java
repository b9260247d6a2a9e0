package dev.deed.cli.job;

import dev.deed.engine.History;
import dev.deed.engine.connect.Target;
import dev.deed.engine.look.Histories;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.UserException;
import org.jspecify.annotations.Nullable;

/// What a plan for one database is made from.
///
/// @param target null where no server was asked
/// @param history null where it could not be read
/// @param failure why it could not
public record PlanInput(
    DatabaseName database,
    @Nullable Target target,
    @Nullable History history,
    @Nullable UserException failure) {

  /// As people read it: `auth (staging)`.
  String words() {
    return target == null ? database.text() : target.words();
  }

  static PlanInput of(Histories.Reading reading) {
    var target = reading.target();
    return new PlanInput(target.database(), target, reading.history(), reading.failure());
  }
}
