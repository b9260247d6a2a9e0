package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.engine.Migration;
import dev.deed.engine.Migrations;
import dev.deed.engine.Version;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.UserException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the migrations that a command line names: by version, by database and version, or by file.
///
/// @param database the only one that is looked in; null for all
record NamedMigration(
    Project project, Migrations migrations, Surroundings surroundings, @Nullable String database) {

  /// The only one of that name.
  Migration the(String name) {
    var found = all(name);
    if (found.size() > 1) {
      throw new Several(name, found);
    }
    return found.getFirst();
  }

  /// A folder names all migrations in it.
  List<Migration> all(String name) {
    var found = byVersion(name);
    if (found.isEmpty()) {
      found = byPath(name);
    }
    if (found.isEmpty()) {
      throw new Unknown(name);
    }
    return found;
  }

  private List<Migration> byVersion(String name) {
    var slash = name.lastIndexOf('/');
    var of = slash < 0 ? database : name.substring(0, slash);
    var version = name.substring(slash + 1);
    if (!Version.isName(version)) {
      return List.of();
    }
    return migrations.all().stream()
        .filter(migration -> migration.version().equals(new Version(version)))
        .filter(migration -> of == null || migration.name().database().equals(new DatabaseName(of)))
        .toList();
  }

  private List<Migration> byPath(String name) {
    var path = real(surroundings.workingDirectory().resolve(name));
    return migrations.all().stream()
        .filter(
            migration -> database == null || migration.name().database().text().equals(database))
        .filter(migration ->
            real(project.base().resolve(migration.file().path())).startsWith(path)
                || real(project.base().resolve(migration.downFile().path())).startsWith(path))
        .toList();
  }

  private static Path real(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /// No migration has that name.
  static final class Unknown extends UserException {

    private static final long serialVersionUID = 1L;

    Unknown(String name) {
      super(
          "there is no migration %s in this project".formatted(name),
          "name it by its version, by database/version, or by its file");
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }

  static final class Several extends UserException {

    private static final long serialVersionUID = 1L;

    Several(String name, List<Migration> found) {
      super(
          "%s names %d migrations".formatted(name, found.size()),
          "name one of them: "
              + found.stream()
                  .map(m -> m.name().database() + "/" + m.version())
                  .limit(10)
                  .collect(Collectors.joining(", ")));
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
