package dev.deed.ownership.check;

import dev.deed.ownership.file.OwnershipFile;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.ServiceName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A folder with an ownership file and migrations:
/// `migrations/<database>/<service>/<version>_x.sql`.
public final class Migrations {

  private final Path folder;
  private final OwnershipFile file;
  private final Map<DatabaseName, SchemaReader> readers = new LinkedHashMap<>();
  private final Map<DatabaseName, OwnershipWatcher> watchers = new LinkedHashMap<>();
  private final Map<DatabaseName, List<ServiceScript>> scripts = new LinkedHashMap<>();

  public Migrations(Path folder) throws IOException {
    this.folder = folder;
    this.file =
        OwnershipFile.read(
            folder.resolve("schema-ownership.yaml"), new SourceFile("schema-ownership.yaml"));
    for (var database : file.map().databases()) {
      readers.put(database.name(), new SchemaReader(database.searchPath()));
      scripts.put(database.name(), new ArrayList<>());
      for (var sql : files(database.name())) {
        var service = new ServiceName(folder.relativize(sql).getName(2).toString());
        var shown = new SourceFile(folder.relativize(sql).toString().replace('\\', '/'));
        add(database.name(), service, shown, Files.readString(sql));
      }
    }
  }

  private List<Path> files(DatabaseName database) throws IOException {
    var root = folder.resolve("migrations").resolve(database.text());
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (var paths = Files.walk(root)) {
      return paths
          .filter(p -> p.toString().endsWith(".sql"))
          .sorted(Comparator.comparing(p -> String.valueOf(p.getFileName())))
          .toList();
    }
  }

  OwnershipFile file() {
    return file;
  }

  public void add(DatabaseName database, ServiceName service, SourceFile shown, String text) {
    var script = ScriptReader.read(shown, text);
    var reader = reader(database);
    scripts(database)
        .add(watcher(database).read(service, script, watch -> reader.read(script, watch)));
  }

  /// Syntax errors too: a case with one would prove nothing.
  public List<Finding> findings() {
    var owners = new LinkedHashMap<DatabaseName, ObjectOwners>();
    readers.forEach((d, r) -> owners.put(d, watcher(d).owners(r.schema())));
    var check = new OwnershipCheck(file.map(), owners);
    var findings = new ArrayList<>(file.problems());
    scripts.values().stream()
        .flatMap(List::stream)
        .forEach(s -> findings.addAll(s.script().problems()));
    scripts.forEach((d, s) -> findings.addAll(check.check(d, s)));
    return findings;
  }

  private SchemaReader reader(DatabaseName database) {
    return readers.computeIfAbsent(database, _ -> new SchemaReader(List.of("public")));
  }

  private OwnershipWatcher watcher(DatabaseName database) {
    return watchers.computeIfAbsent(
        database, d -> new OwnershipWatcher(file.map(), d, reader(d).catalog()));
  }

  private List<ServiceScript> scripts(DatabaseName database) {
    return scripts.computeIfAbsent(database, _ -> new ArrayList<>());
  }
}
