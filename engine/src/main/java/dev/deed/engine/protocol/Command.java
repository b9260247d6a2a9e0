package dev.deed.engine.protocol;

import dev.deed.engine.Assertion;
import dev.deed.engine.Checksum;
import dev.deed.engine.HistoryRow.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that is said to PostgreSQL while a migration is carried out. A run sends it, and the
/// script for `psql` prints it; neither says anything else.
public sealed interface Command {

  /// One SQL statement of deed's own, which says all that there is to say.
  sealed interface Plain extends Command {}

  /// What takes more than one statement, or more than deed's own text.
  sealed interface Asking extends Command {}

  record Own(String sql) implements Plain {}

  /// What is said for every migration, in the same words. Most of it is that the session is as deed
  /// has read the script, and fails where something is otherwise. The script for `psql`, and a run
  /// where something is, says the SQL that names what.
  sealed interface Assumed extends Plain {
    String sql();

    /// The same for a run: one query without rows that costs the server little and fails, by
    /// `AssumedSettings.REFUSAL`, wherever the SQL would.
    String brief();
  }

  record Establish(String sql, String brief) implements Assumed {}

  record Verify(String sql, String brief) implements Assumed {}

  /// That what records the migration is still there.
  record Kept(String sql, String brief) implements Assumed {}

  /// That the session still has deed's run lock: a script may release it by a name that no reader
  /// sees, also in a trigger of long ago.
  record LockHeld(String sql, String brief) implements Assumed {}

  /// That the commit after it does not wait for the disk.
  record Unflushed(String sql) implements Assumed {
    @Override
    public String brief() {
      return sql;
    }
  }

  /// @param modes as they follow `BEGIN`; empty for the usual ones
  record Begin(String modes) implements Plain {}

  record Commit() implements Plain {}

  /// Asks for the names of all objects, so that the end can name the ones that are gone.
  ///
  /// @param isWhole no earlier answer will do, where the session has one
  record Look(boolean isWhole) implements Plain {}

  /// Sets again what an earlier statement of the script has set.
  record Setting(int position) implements Asking {}

  /// A statement of the script, in a transaction.
  record Send(int position) implements Asking {}

  /// A statement of the script, outside of transactions.
  ///
  /// @param resumed an earlier run has sent it and did not see its end
  record SendAlone(int position, boolean resumed) implements Asking {}

  /// A query of the script that must have its answer.
  record Expect(Assertion assertion) implements Asking {}

  /// Drops the invalid indexes that the query finds.
  record Clear(int position, Concurrently.Query leftover) implements Asking {}

  /// Fails where the query finds an index.
  record RefuseUnusable(int position, Concurrently.Query unusable) implements Asking {}

  /// Writes the migration's row and an event.
  ///
  /// @param finished checksums of the statements that are done
  /// @param begun a statement outside of transactions is about to be sent
  /// @param error null unless PostgreSQL refused something
  record Record(State state, List<Checksum> finished, boolean begun, @Nullable String error)
      implements Plain {
    public Record {
      finished = List.copyOf(finished);
    }

    public static Record done(State state) {
      return new Record(state, List.of(), false, null);
    }
  }

  /// Writes how far the migration is: its row, and no event. What is recorded already is not
  /// written again: there may be thousands of statements.
  ///
  /// @param from number of statements that are recorded as done
  /// @param end number of those that are done now
  record Progress(State state, int from, int end, boolean begun) implements Plain {}

  /// Nothing of a rollback was done: the row says again what it said before.
  record AsBefore() implements Plain {}

  /// A migration that is half-way stays so: its row says that, and keeps how far it got.
  record Abandon() implements Plain {}

  /// Writes down something that happened and left the row as it was.
  record Event(String event, @Nullable String detail) implements Plain {}
}
