package dev.deed.ownership.file;

import dev.deed.ownership.Claim;
import dev.deed.ownership.Database;
import dev.deed.ownership.ToolFolder;
import dev.deed.ownership.ToolFolder.OfflineSql;
import dev.deed.ownership.file.YamlValue.Broken;
import dev.deed.ownership.file.YamlValue.Sequence;
import dev.deed.ownership.file.YamlValue.Text;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Nearest;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Tool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads the folders of other tools: the keys of one in its database, or the list `sources`.
final class ToolFoldersReader {

  /// Of a database, without a meaning for deed's own layout.
  private static final List<String> OF_TOOLS =
      List.of("service", "offline_sql", "offline_file", "placeholders");

  private static final List<String> SOURCE_KEYS =
      List.of("tool", "migrations", "service", "offline_sql", "offline_file", "placeholders");

  private static final String OFFLINE_FILE = "offline.sql";

  private final Problems problems;
  private final ConfiguredName names;

  ToolFoldersReader(Problems problems, ConfiguredName names) {
    this.problems = problems;
    this.names = names;
  }

  /// Whether `migrations` of the database is the folder of another tool.
  static boolean isOfTool(Fields database) {
    return database.has("tool")
        && database
            .value("tool")
            .map(value -> !(value instanceof Text text) || !text.text().equals(Tool.DEED.key()))
            .orElse(false);
  }

  List<ToolFolder> read(DatabaseName name, Fields database) {
    var folders = new ArrayList<ToolFolder>();
    if (isOfTool(database)) {
      one("database " + name, database, folders);
    } else {
      refuseWithoutTool(name, database);
    }
    var sources = database.value("sources").orElse(null);
    if (sources instanceof Sequence sequence) {
      for (var item : sequence.items()) {
        one(
            "a source of " + name,
            Fields.of("a source of " + name, item, problems, SOURCE_KEYS),
            folders);
      }
    } else if (sources != null && !(sources instanceof Broken)) {
      problems.error(
          sources.span(),
          "sources of database %s must be a list, not %s".formatted(name, sources.words()),
          "write \"- {tool: flyway, migrations: db/migration, service: web}\" below it");
    }
    return folders;
  }

  private void refuseWithoutTool(DatabaseName name, Fields database) {
    for (var key : OF_TOOLS) {
      if (database.has(key)) {
        problems.error(
            database.spanOf(key),
            "the key %s of database %s has a meaning only for another tool's migrations"
                .formatted(key, name),
            "add \"tool:\" with the name of the tool, or remove the line");
      }
    }
  }

  private void one(String where, Fields fields, List<ToolFolder> folders) {
    var tool = tool(where, fields);
    var folder = fields.parsed("migrations", DatabasesReader::path, "a folder", Path.of(""));
    if (!fields.has("migrations") && !fields.hasUnknownKeys()) {
      problems.error(
          fields.spanOf("migrations"),
          "%s names no folder of migrations".formatted(where),
          "write \"migrations:\" and the folder, relative to this file");
      return;
    }
    if (tool == null) {
      return;
    }
    folders.add(
        new ToolFolder(
            tool,
            folder,
            service(fields),
            offline(fields, folder),
            placeholders(fields),
            fields.spanOf("migrations")));
  }

  private @Nullable Tool tool(String where, Fields fields) {
    if (!fields.has("tool")) {
      if (!fields.hasUnknownKeys()) {
        problems.error(
            fields.spanOf("tool"),
            "%s names no tool".formatted(where),
            "write \"tool:\" and one of " + String.join(", ", others()));
      }
      return null;
    }
    var text = fields.text("tool");
    if (text.isEmpty()) {
      return null;
    }
    var tool = Tool.of(text.get().text()).filter(found -> found != Tool.DEED);
    if (tool.isEmpty()) {
      problems.error(
          text.get().span(),
          "%s has no tool \"%s\" that deed reads".formatted(where, text.get().text()),
          Nearest.orKnown(text.get().text(), others()));
    }
    return tool.orElse(null);
  }

  private static List<String> others() {
    return Tool.keys().stream().filter(key -> !key.equals(Tool.DEED.key())).toList();
  }

  private @Nullable ServiceName service(Fields fields) {
    return fields
        .text("service")
        .filter(text -> names.accepts("service", text))
        .map(text -> new ServiceName(text.text()))
        .orElse(null);
  }

  private static @Nullable OfflineSql offline(Fields fields, Path folder) {
    if (!fields.has("offline_sql") && !fields.has("offline_file")) {
      return null;
    }
    var command = fields.text("offline_sql").map(Text::text).orElse("");
    var file =
        fields.parsed(
            "offline_file", DatabasesReader::path, "a file", folder.resolve(OFFLINE_FILE));
    return new OfflineSql(command, file);
  }

  private SortedMap<String, String> placeholders(Fields fields) {
    var values = new TreeMap<String, String>();
    for (var entry : fields.entries("placeholders")) {
      Fields.text("placeholder " + entry.key().text(), entry.value(), problems)
          .ifPresent(text -> values.put(entry.key().text(), text.text()));
    }
    return values;
  }

  /// The databases, with the service of each folder where only one claims tables.
  void settle(
      SortedMap<DatabaseName, Database> databases,
      Collection<ServiceName> services,
      List<Claim> claims) {
    databases.replaceAll((name, database) ->
        database.with(
            database.toolFolders().stream()
                .map(folder -> settled(database, folder, services, claims))
                .toList()));
  }

  private ToolFolder settled(
      Database database, ToolFolder folder, Collection<ServiceName> services, List<Claim> claims) {
    var known = services.stream().map(ServiceName::text).toList();
    var named = folder.service();
    if (named != null) {
      if (!known.isEmpty() && !known.contains(named.text())) {
        problems.error(
            folder.span(),
            "there is no service \"%s\"".formatted(named),
            Nearest.orKnown(named.text(), known));
      }
      return folder;
    }
    var owners =
        claims.stream()
            .filter(claim -> claim.database().equals(database.name()))
            .map(Claim::service)
            .distinct()
            .sorted()
            .toList();
    if (owners.size() == 1) {
      return folder.with(owners.getFirst());
    }
    if (!known.isEmpty()) {
      problems.error(
          folder.span(),
          owners.isEmpty()
              ? "no service claims tables of %s, so the service of %s is not known"
                  .formatted(database.name(), folder.folder())
              : "%d services claim tables of %s, so the service of %s is not known"
                  .formatted(owners.size(), database.name(), folder.folder()),
          "write \"service:\" next to it, with one of "
              + String.join(
                  ", ",
                  owners.isEmpty() ? known : owners.stream().map(ServiceName::text).toList()));
    }
    return folder;
  }
}
