package dev.deed.engine.file;

import dev.deed.engine.tool.ToolSource;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Folders below that of a tool which the ownership file gives to another entry: what is in them is
/// read there, and only there.
record OtherSources(Set<Path> folders) {

  /// Below the folder of a tool, those of other tools, and of services in deed's own layout.
  static OtherSources of(ToolSource source, Layout layout) {
    var own = normal(source.folder());
    var ofServices =
        layout.folders().values().stream()
            .flatMap(folder ->
                layout.services().stream().map(service -> folder.resolve(service.text())));
    return new OtherSources(
        Stream.concat(layout.tools().stream().map(ToolSource::folder), ofServices)
            .map(OtherSources::normal)
            .filter(folder -> folder.startsWith(own) && !folder.equals(own))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /// In deed's own folder of a database, what a tool reads: its folder there, and whatever is not
  /// of a service where the tool's folder is above.
  static OtherSources in(Path folder, Layout layout) {
    var own = normal(folder);
    var all = layout.tools().stream().map(tool -> normal(tool.folder())).toList();
    return new OtherSources(
        all.stream()
            .filter(tool -> tool.startsWith(own) || own.startsWith(tool))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /// Whether a folder of one of them is above.
  boolean areAbove(Path path) {
    var normal = normal(path);
    return folders.stream().anyMatch(folder -> normal.startsWith(folder) && !normal.equals(folder));
  }

  /// Whether a folder, or a file in one, is read elsewhere.
  boolean have(Path path) {
    if (folders.isEmpty()) {
      return false;
    }
    var normal = normal(path);
    return folders.stream().anyMatch(normal::startsWith);
  }

  private static Path normal(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
