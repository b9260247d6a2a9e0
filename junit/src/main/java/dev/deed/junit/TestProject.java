package dev.deed.junit;

import dev.deed.engine.Migration;
import dev.deed.ownership.Database;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// An ownership file and its migrations, read once for this JVM, with the templates made from them.
final class TestProject {

  private static final String FILE = "schema-ownership.yaml";

  /// @param url of the server; empty for one that is started here
  private record Place(Path file, String url) {}

  private static final Map<Place, Once<TestProject>> OPEN = new ConcurrentHashMap<>();

  private final ProjectFiles files;
  private final Place place;

  /// The databases that need each other share one.
  private final Map<List<DatabaseName>, Once<Templates>> templates = new ConcurrentHashMap<>();

  private TestProject(ProjectFiles files, Place place) {
    this.files = files;
    this.place = place;
  }

  /// @param file the ownership file; empty where the settings name it, or it is to be found
  /// @throws DatabaseNotMade if the files have mistakes
  static TestProject at(String file, TestSettings settings) {
    var named = file.isBlank() ? settings.file() : file;
    var path = (named.isBlank() ? nearest() : Path.of(named)).toAbsolutePath().normalize();
    var url = settings.url();
    return OPEN.computeIfAbsent(
            new Place(path, url),
            place -> new Once<>(() -> new TestProject(ProjectFiles.read(path), place)))
        .get();
  }

  /// Searches this folder and its parents, as git does.
  private static Path nearest() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(FILE))) {
        return folder.resolve(FILE);
      }
    }
    throw new DatabaseNotMade(
        "there is no %s in %s or in a parent folder".formatted(FILE, Path.of("").toAbsolutePath()),
        "name the file: @MigratedDatabase(file = \"../%s\")".formatted(FILE));
  }

  /// A fresh copy, which the caller closes.
  ///
  /// @param name of the database; empty where there is one
  /// @throws DatabaseNotMade if the migrations cannot be applied, among other reasons
  TestCopy copy(String name) {
    var database = name.isBlank() ? onlyDatabase() : named(name);
    return new TestCopy(
        templates
            .computeIfAbsent(together(database), all -> new Once<>(() -> templates(all)))
            .get()
            .copy(database));
  }

  private Templates templates(List<DatabaseName> databases) {
    return Templates.of(TestServers.at(place.url()), files, databases);
  }

  private DatabaseName onlyDatabase() {
    var names = names();
    if (names.size() != 1) {
      throw new DatabaseNotMade(
          "%s has %d databases: %s"
              .formatted(files.ownership().file(), names.size(), String.join(", ", names)),
          names.isEmpty()
              ? "declare one: databases: {main: {}}"
              : "say which: @MigratedDatabase(database = \"%s\")".formatted(names.getFirst()));
    }
    return new DatabaseName(names.getFirst());
  }

  private DatabaseName named(String name) {
    var names = names();
    if (!names.contains(name)) {
      throw new DatabaseNotMade(
          "%s has no database '%s'".formatted(files.ownership().file(), name),
          Nearest.of(name, names)
              .map("did you mean %s?"::formatted)
              .orElse("its databases are %s".formatted(String.join(", ", names))));
    }
    return new DatabaseName(name);
  }

  private List<String> names() {
    return files.ownership().map().databases().stream()
        .map(Database::name)
        .map(DatabaseName::text)
        .toList();
  }

  /// A database with those that its migrations require, and those whose migrations require it: they
  /// are made at the same time.
  private List<DatabaseName> together(DatabaseName first) {
    var found = new TreeSet<>(List.of(first));
    for (var size = 0; size < found.size(); ) {
      size = found.size();
      for (var migration : files.migrations().all()) {
        var linked = linked(migration);
        if (linked.stream().anyMatch(found::contains)) {
          found.addAll(linked);
        }
      }
    }
    return List.copyOf(found);
  }

  private static TreeSet<DatabaseName> linked(Migration migration) {
    var linked = new TreeSet<>(List.of(migration.name().database()));
    migration.requires().forEach(required -> linked.add(required.database()));
    return linked;
  }
}
