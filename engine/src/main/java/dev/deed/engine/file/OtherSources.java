package dev.deed.engine.file;

import dev.deed.engine.tool.ToolSource;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/// Folders below that of a tool which the ownership file gives to another entry: what is in them is
/// read there, and only there.
record OtherSources(Set<Path> folders) {

  static OtherSources of(ToolSource source, Collection<ToolSource> all) {
    var own = normal(source.folder());
    return new OtherSources(
        all.stream()
            .map(other -> normal(other.folder()))
            .filter(folder -> folder.startsWith(own) && !folder.equals(own))
            .collect(Collectors.toUnmodifiableSet()));
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
