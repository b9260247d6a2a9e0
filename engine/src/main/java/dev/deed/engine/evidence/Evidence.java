package dev.deed.engine.evidence;

import dev.deed.engine.Checksum;
import dev.deed.engine.Migration;
import dev.deed.engine.Version;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// That something was done for one migration: rehearsed, its down tried, a backup made, reviewed,
/// acknowledged. It is kept as it was, and never changed.
///
/// @param details whatever else is worth knowing, by name
public record Evidence(
    Kind kind,
    Subject subject,
    Place place,
    Outcome outcome,
    Word word,
    SortedMap<String, String> details) {

  public Evidence {
    details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
  }

  public Evidence(
      Kind kind,
      Subject subject,
      Place place,
      Outcome outcome,
      Word word,
      Map<String, String> details) {
    this(kind, subject, place, outcome, word, new TreeMap<>(details));
  }

  /// What was done. Later releases may know more kinds, so it is a word.
  public record Kind(String word) {
    /// The up ran on a copy.
    public static final Kind REHEARSED = new Kind("rehearsed");

    /// The down, and the up again, ran on a copy, and led to the same schemas.
    public static final Kind DOWN_TESTED = new Kind("down-tested");

    public static final Kind BACKUP = new Kind("backup");
    public static final Kind REVIEWED = new Kind("reviewed");

    /// A person has said something: `box` of the details names about what.
    public static final Kind ACKNOWLEDGED = new Kind("acknowledged");

    @Override
    public String toString() {
      return word;
    }
  }

  /// The text that it is about: an edited file has no evidence.
  ///
  /// @param up checksum of the up
  /// @param down checksum of the down; null if it has none
  public record Subject(
      DatabaseName database, Version version, Checksum up, @Nullable Checksum down) {

    public static Subject of(Migration migration) {
      var down = migration.down();
      return new Subject(
          migration.name().database(),
          migration.version(),
          migration.checksum(),
          down == null || !migration.hasDown() ? null : down.checksum());
    }

    /// Whether the up is the same text. The version may be another one: a file is renumbered when
    /// it is merged late.
    public boolean isSameUp(Subject other) {
      return database.equals(other.database) && up.equals(other.up);
    }

    /// Whether the way back is the same text, too.
    public boolean isSameWhole(Subject other) {
      return isSameUp(other) && Objects.equals(down, other.down);
    }

    /// Whether it is about the same text, or another text of the same version.
    public boolean concerns(Subject other) {
      return up.equals(other.up) || version.equals(other.version);
    }
  }

  /// Where it was done.
  ///
  /// @param environment whose database was copied or saved, or for which a person speaks; null for
  ///   none
  /// @param provider of the copy, or what made the backup: `embedded`, `dump`, `template`, `neon`;
  ///   empty where there is none
  /// @param basis the rows or the schema that it was done on, in words: `the schema of production
  ///   at 2026-01-29T10:30:00Z`
  public record Place(@Nullable EnvironmentName environment, String provider, String basis) {}

  public enum Outcome {
    PASSED,
    FAILED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// @return null for another word
    static @Nullable Outcome of(@Nullable String word) {
      return "passed".equals(word) ? PASSED : "failed".equals(word) ? FAILED : null;
    }
  }

  /// Who says so, and when.
  ///
  /// @param who empty where the database is to put in its own session's user
  /// @param reason null where none is given
  /// @param at when it was kept; a database puts in its own time
  /// @param expires null where it holds for as long as the text
  public record Word(String who, @Nullable String reason, Instant at, @Nullable Instant expires) {}

  /// The same, as another person says it.
  public Evidence by(String who) {
    return new Evidence(
        kind,
        subject,
        place,
        outcome,
        new Word(who, word.reason(), word.at(), word.expires()),
        details);
  }

  /// Empty where there is none.
  public String detail(String name) {
    return details.getOrDefault(name, "");
  }
}
