package dev.deed.engine.run;

import dev.deed.engine.protocol.Command;
import dev.deed.engine.protocol.RecordedText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How one session records that a migration is done: the first time in full, then with a prepared
/// statement, since most long runs write nothing else.
final class PreparedRecord {

  private enum State {
    UNKNOWN,
    PREPARED,
    /// A script has deallocated it, or it could not be prepared.
    NEVER
  }

  private State state = State.UNKNOWN;
  private @Nullable String name;

  /// One command.
  String text(RecordedText text, Command.Record record) {
    return switch (state) {
      case PREPARED -> text.execution(name(), record);
      case UNKNOWN, NEVER -> text.of(record);
    };
  }

  /// Prepares the statement after the migration's transaction, with any search path; empty if there
  /// is no need.
  String preparation() {
    return state == State.UNKNOWN
        ? "; SET search_path = pg_catalog; " + RecordedText.preparation(name())
        : "";
  }

  /// Created on first use: generating the first random number in a program is slow.
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

  /// All prepared statements of the session are gone: it may be prepared again.
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
