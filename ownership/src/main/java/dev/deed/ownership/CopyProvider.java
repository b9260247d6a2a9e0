package dev.deed.ownership;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Who makes copies of an environment's databases, for rehearsals and for people.
public sealed interface CopyProvider {

  /// As after `by:`.
  default String word() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /// An empty database on a server of deed's own, filled by the migrations.
  record Embedded() implements CopyProvider {}

  /// The schema, read from the catalogs, on a server of deed's own.
  ///
  /// @param tables those whose rows are copied; empty for all, if `sample` is given
  /// @param sample how many rows of each; null for all rows of `tables`, and none without them
  /// @param masks what replaces values of columns
  record Dump(List<TablePattern> tables, @Nullable SampleSize sample, List<MaskRule> masks)
      implements CopyProvider {

    public static final Dump SCHEMA = new Dump(List.of(), null, List.of());

    public Dump {
      tables = List.copyOf(tables);
      masks = List.copyOf(masks);
    }

    public boolean hasRows() {
      return sample != null || !tables.isEmpty();
    }
  }

  /// `CREATE DATABASE ... TEMPLATE` on the environment's own server.
  ///
  /// @param maintenance the database from which others are created
  record Template(String maintenance) implements CopyProvider {}

  /// A command that prints a URL.
  ///
  /// @param drop ends the copy; null where there is nothing to do
  /// @param longest how long either of them may run; zero for no limit
  record Command(String create, @Nullable String drop, Duration longest) implements CopyProvider {

    public static final Duration LONGEST = Duration.ofMinutes(30);
  }

  /// A branch of a project at Neon.
  ///
  /// @param parent the name or id of the branch that is copied; null for the project's default
  record Neon(String project, @Nullable String parent) implements CopyProvider {}
}
