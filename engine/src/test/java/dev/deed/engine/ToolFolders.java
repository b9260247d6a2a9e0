package dev.deed.engine;

import dev.deed.engine.file.Layout;
import dev.deed.engine.file.MigrationFolder;
import dev.deed.engine.tool.ToolSource;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Tool;
import dev.deed.sql.golden.Golden;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The cases of `tools`: folders as other tools have them.
public final class ToolFolders {

  public static final DatabaseName SHOP = new DatabaseName("shop");

  private ToolFolders() {}

  /// As `source.txt` says: the tool, its folder, and placeholders.
  public static Migrations migrations(Path folder) {
    var lines = Golden.read(folder.resolve("source.txt")).lines().toList();
    var placeholders = new HashMap<String, String>();
    for (var line : lines.subList(2, lines.size())) {
      placeholders.put(line.split("=")[0], line.split("=")[1]);
    }
    var tool = Tool.of(lines.get(0)).orElseThrow();
    return read(folder, tool, folder.resolve(lines.get(1)), placeholders);
  }

  static Migrations read(Path base, Tool tool, Path folder, Map<String, String> placeholders) {
    var web = new ServiceName("web");
    var source = new ToolSource(SHOP, web, tool, folder.normalize(), null, placeholders);
    return MigrationFolder.read(new Layout(base, Map.of(), Set.of(web), List.of(source)));
  }
}
