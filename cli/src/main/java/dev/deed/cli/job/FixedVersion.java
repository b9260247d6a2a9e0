package dev.deed.cli.job;

import dev.deed.engine.Migration;
import dev.deed.engine.Version;
import dev.deed.sql.DatabaseName;

/// The migration that a new one corrects.
public final class FixedVersion {

  private FixedVersion() {}

  /// @param text its version, or the first digits
  /// @throws Targets.NoSuch if no migration of the database, or more than one, begins so
  public static Version of(Project project, DatabaseName database, String text) {
    var all =
        project.migrations().of(database).stream().map(Migration::version).distinct().toList();
    var exact = all.stream().filter(version -> version.text().equals(text)).findFirst();
    if (exact.isPresent()) {
      return exact.get();
    }
    var matching = all.stream().filter(version -> version.text().startsWith(text)).toList();
    if (matching.size() == 1) {
      return matching.getFirst();
    }
    var known = (matching.isEmpty() ? all : matching).stream().map(Version::text).toList();
    throw new Targets.NoSuch(
        (matching.isEmpty() ? "" : "only one ") + "migration of database " + database,
        text,
        known.subList(Math.max(0, known.size() - 10), known.size()));
  }
}
