package dev.deed.ownership;

import dev.deed.sql.Span;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an environment asks for before a migration is applied there.
///
/// @param from the least danger of a migration for which it is asked
/// @param within how old the evidence may be; null for any age
/// @param span of the word in the ownership file
public record Demand(Need need, Danger from, @Nullable Duration within, Span span) {

  public enum Need {
    /// The up ran on a copy.
    REHEARSED,
    /// The down, and the up again, ran on a copy, and led to the same schemas.
    DOWN_TESTED,
    /// A backup of the environment's database is recorded.
    BACKUP,
    /// A person has taken note of the migration, with a reason.
    ACKNOWLEDGED,
    /// A person who is not the author has read it.
    REVIEWED,
    /// A maintenance window is open.
    WINDOW;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static @Nullable Need of(String word) {
      return Arrays.stream(values()).filter(n -> n.word().equals(word)).findFirst().orElse(null);
    }

    public static List<String> words() {
      return Arrays.stream(values()).map(Need::word).toList();
    }
  }

  /// How dangerous a migration is, the least first.
  public enum Danger {
    /// Every migration.
    ANY,
    /// Other sessions wait for a table that exists already, or it is rewritten.
    BLOCKS,
    /// Code that works before fails afterwards.
    BREAKS,
    /// Rows or values are lost; or deed cannot read what a statement does.
    LOSES;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static @Nullable Danger of(String word) {
      return Arrays.stream(values()).filter(d -> d.word().equals(word)).findFirst().orElse(null);
    }

    public static List<String> words() {
      return Arrays.stream(values()).map(Danger::word).toList();
    }
  }
}
