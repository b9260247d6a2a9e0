package dev.deed.cli.job;

import dev.deed.engine.History;
import dev.deed.engine.connect.Target;
import dev.deed.engine.look.Histories;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.UserException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The input of a plan for one database.
///
/// @param target null if no server is used
/// @param history null if it could not be read
/// @param failure why the history could not be read
public record PlanInput(
    DatabaseName database,
    @Nullable Target target,
    @Nullable History history,
    @Nullable UserException failure) {

  /// The displayed name: `auth (staging)`.
  String words() {
    return target == null ? database.text() : target.words();
  }

  /// Where it could be read.
  History knownHistory() {
    return Objects.requireNonNullElse(history, History.NONE);
  }

  PlanInput withScope(@Nullable String scope) {
    return new PlanInput(
        database, target, history == null ? null : history.withScope(scope), failure);
  }

  static PlanInput of(Histories.Reading reading) {
    var target = reading.target();
    return new PlanInput(target.database(), target, reading.history(), reading.failure());
  }
}
