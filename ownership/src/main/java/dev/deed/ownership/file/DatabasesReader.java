package dev.deed.ownership.file;

import dev.deed.ownership.Database;
import dev.deed.ownership.file.YamlValue.Entry;
import dev.deed.ownership.file.YamlValue.Text;
import dev.deed.sql.DatabaseName;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads `databases`.
final class DatabasesReader {

  private static final List<String> KEYS =
      List.of("migrations", "postgres", "search_path", "outside");
  private static final int OLDEST = 10;
  private static final int DEFAULT = 14;
  private static final int NEWEST = 19;

  private final Problems problems;
  private final ConfiguredName names;
  private final Map<Path, String> folders = new HashMap<>();

  DatabasesReader(Problems problems, ConfiguredName names) {
    this.problems = problems;
    this.names = names;
  }

  SortedMap<DatabaseName, Database> read(Fields file) {
    var databases = new TreeMap<DatabaseName, Database>();
    var entries = file.entries("databases");
    for (var entry : entries) {
      if (names.accepts("database", entry.key())) {
        var database = database(entry);
        databases.put(database.name(), database);
      }
    }
    if (file.lacks("databases") && file.hasUnknownKeys()) {
      return databases;
    }
    if (file.lacks("databases") || file.isEmptyMapping("databases")) {
      problems.error(
          file.spanOf("databases"),
          "the file names no database",
          "write \"databases:\" and, on the line below, \"  main:\"");
    }
    return databases;
  }

  private Database database(Entry entry) {
    var name = entry.key().text();
    var fields = Fields.of("database " + name, entry.value(), problems, KEYS);
    var folder =
        fields.parsed("migrations", DatabasesReader::path, "a folder", Path.of("migrations", name));
    var other = folders.putIfAbsent(folder, name);
    if (other != null) {
      problems.error(
          fields.spanOf("migrations"),
          "databases %s and %s have the same folder %s".formatted(other, name, folder),
          "give each database a folder of its own");
    }
    return new Database(
        new DatabaseName(name),
        folder,
        fields.parsed("postgres", DatabasesReader::major, "a major version from 10 to 19", DEFAULT),
        searchPath(fields),
        fields.texts("outside").stream()
            .flatMap(text -> PatternReader.read(text, problems).stream())
            .toList(),
        entry.key().span());
  }

  private static List<String> searchPath(Fields fields) {
    var schemas = fields.texts("search_path").stream().map(Text::text).distinct().toList();
    return schemas.isEmpty() ? List.of("public") : schemas;
  }

  private static @Nullable Path path(String text) {
    try {
      return Path.of(text).normalize();
    } catch (InvalidPathException e) {
      if (e.getReason().contains("unmappable")) {
        throw e; // The locale cannot express the name: the file is right.
      }
      return null;
    }
  }

  private static @Nullable Integer major(String text) {
    if (!text.matches("\\d{1,3}")) {
      return null;
    }
    var major = Integer.parseInt(text);
    return major < OLDEST || major > NEWEST ? null : (Integer) major;
  }
}
