package dev.deed.drift;

import dev.deed.ownership.Service;
import dev.deed.sql.effect.ObjectName;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One statement of the SQL that closes differences. It runs on the side that is to be changed,
/// after all statements before it.
///
/// @param sql one statement, without a semicolon
/// @param closes the objects whose differences it closes, or that it is needed for
/// @param alone it must not run in a transaction with others: `CONCURRENTLY`, a new label of an
///   enum
/// @param held why a person has to allow it first
/// @param note what to know before it runs, in a line; null for nothing
/// @param owner of the first of the objects; null if no service owns it, or several claim it
public record Closing(
    String sql,
    List<ObjectName> closes,
    boolean alone,
    Held held,
    @Nullable String note,
    @Nullable Service owner) {

  public Closing(
      String sql, List<ObjectName> closes, boolean alone, Held held, @Nullable String note) {
    this(sql, closes, alone, held, note, null);
  }

  public Closing {
    closes = List.copyOf(closes);
  }

  public Closing ownedBy(@Nullable Service service) {
    return new Closing(sql, closes, alone, held, note, service);
  }

  /// The same where a person has allowed what it destroys. A secret that is not known stays so.
  public Closing allowed() {
    return held == Held.NEEDS_SECRET ? this : new Closing(sql, closes, alone, Held.NO, note);
  }

  /// @param newNote what to know before it runs
  public Closing heldBack(Held reason, String newNote) {
    return new Closing(sql, closes, alone, reason, newNote);
  }

  /// Whether it may only run with `--allow-destructive`.
  public boolean destructive() {
    return held != Held.NO;
  }

  /// The hazard because of which a statement is commented out.
  public enum Held {
    NO,
    /// Rows, or values in rows, are lost.
    LOSES_DATA,
    /// It fails where there are rows, or stops running code.
    HURTS_RUNNING_CODE,
    /// It contains a secret that no dump shows.
    NEEDS_SECRET,
    /// It needs what another held statement makes.
    NEEDS_ANOTHER;

    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
