package dev.deed.ownership.file;

import dev.deed.ownership.Database;
import dev.deed.ownership.file.YamlValue.Entry;
import dev.deed.ownership.file.YamlValue.Text;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Span;
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
      List.of(
          "migrations",
          "tool",
          "service",
          "offline_sql",
          "offline_file",
          "placeholders",
          "sources",
          "postgres",
          "search_path",
          "outside");
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
    var database = new DatabaseName(name);
    var tools = new ToolFoldersReader(problems, names).read(database, fields);
    for (var tool : tools) {
      claim(tool.folder(), name, tool.span());
    }
    var folder = ownFolder(fields, name);
    if (!ToolFoldersReader.isOfTool(fields)) {
      claim(folder, name, fields.spanOf("migrations"));
    }
    return new Database(
        database,
        folder,
        tools,
        fields.parsed("postgres", DatabasesReader::major, "a major version from 10 to 19", DEFAULT),
        fields.text("postgres").isPresent(),
        searchPath(fields),
        fields.texts("outside").stream()
            .flatMap(text -> PatternReader.read(text, problems).stream())
            .toList(),
        entry.key().span());
  }

  /// With `tool`, `migrations` is the tool's folder, and deed's own is where it is by default.
  private static Path ownFolder(Fields fields, String name) {
    var usual = Path.of("migrations", name);
    return ToolFoldersReader.isOfTool(fields)
        ? usual
        : fields.parsed("migrations", DatabasesReader::path, "a folder", usual);
  }

  private void claim(Path folder, String name, Span span) {
    var other = folders.putIfAbsent(folder, name);
    if (other != null) {
      problems.error(
          span,
          other.equals(name)
              ? "database %s names the folder %s twice".formatted(name, folder)
              : "databases %s and %s have the same folder %s".formatted(other, name, folder),
          "give each database a folder of its own");
    }
  }

  private static List<String> searchPath(Fields fields) {
    var schemas = fields.texts("search_path").stream().map(Text::text).distinct().toList();
    return schemas.isEmpty() ? List.of("public") : schemas;
  }

  static @Nullable Path path(String text) {
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
