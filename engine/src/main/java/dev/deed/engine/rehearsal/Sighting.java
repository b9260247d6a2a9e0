package dev.deed.engine.rehearsal;

import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectName;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// What was seen of a run.
///
/// @param statements in the order in which they ran
/// @param growth in bytes, of all relations with their indexes; negative where they shrank
public record Sighting(List<Statement> statements, List<Lock> locks, List<Work> work, long growth) {

  public static final Sighting NOTHING = new Sighting(List.of(), List.of(), List.of(), 0);

  public Sighting {
    statements = List.copyOf(statements);
    locks = List.copyOf(locks);
    work = List.copyOf(work);
  }

  /// @param position in the migration's body, from 0
  public record Statement(int position, int line, String text, Duration took) {}

  /// The strongest lock that was held on a relation that was there before.
  ///
  /// @param held at least that long, by the durations of the statements
  public record Lock(ObjectName relation, LockMode mode, Duration held) {}

  /// What was done to the rows of a table that was there before.
  public record Work(ObjectName relation, Kind kind, long bytes) {

    public enum Kind {
      /// The rows are in another file now: the table was rewritten or truncated.
      REWRITTEN,
      /// The table was read from one end to the other.
      SCANNED;

      public String words() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }
}
