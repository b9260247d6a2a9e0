package dev.deed.engine.run;

import dev.deed.engine.PlannedMigration;
import dev.deed.engine.history.HistoryWriter.Entry;
import dev.deed.engine.history.RecordText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How one session writes that a migration is done: the first time in full, then, since most runs
/// of any length write nothing else, by a statement that PostgreSQL has planned once.
final class PreparedRecord {

  private enum State {
    UNKNOWN,
    PREPARED,
    /// A script has deallocated it behind our back, or it could not be prepared.
    NEVER
  }

  private State state = State.UNKNOWN;
  private @Nullable String name;

  /// One command.
  String text(RecordText text, PlannedMigration move, Entry entry) {
    return switch (state) {
      case PREPARED -> text.execution(name(), move, entry);
      case UNKNOWN, NEVER -> text.record(move, entry);
    };
  }

  /// What prepares it behind the migration's transaction, whatever search path that has left; empty
  /// where there is no need.
  String preparation() {
    return state == State.UNKNOWN
        ? "; SET search_path = pg_catalog; " + RecordText.preparation(name())
        : "";
  }

  /// Made when something is written: the first random number of a program takes its time.
  private String name() {
    var made =
        name == null ? "deed_record_" + UUID.randomUUID().toString().replace('-', '_') : name;
    name = made;
    return made;
  }

  void prepared() {
    if (state == State.UNKNOWN) {
      state = State.PREPARED;
    }
  }

  /// With all that was prepared in the session: it may be prepared again.
  void deallocated() {
    if (state == State.PREPARED) {
      state = State.UNKNOWN;
    }
  }

  /// From now on it is written in full.
  void giveUp() {
    state = State.NEVER;
  }

  boolean isPrepared() {
    return state == State.PREPARED;
  }
}
