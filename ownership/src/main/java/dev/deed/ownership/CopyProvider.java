package dev.deed.ownership;

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
  record Dump() implements CopyProvider {}

  /// `CREATE DATABASE ... TEMPLATE` on the environment's own server.
  ///
  /// @param maintenance the database from which others are created
  record Template(String maintenance) implements CopyProvider {}

  /// A command that prints a URL.
  ///
  /// @param drop ends the copy; null where there is nothing to do
  record Command(String create, @Nullable String drop) implements CopyProvider {}

  /// A branch of a project at Neon.
  ///
  /// @param parent the name or id of the branch that is copied; null for the project's default
  record Neon(String project, @Nullable String parent) implements CopyProvider {}
}
