package dev.deed.engine.find;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The files of a repository by their folders, and those of them that a tool has taken already.
final class SearchedFiles {

  private final Map<String, List<RepositoryFile>> byFolder = new TreeMap<>();
  private final Map<String, RepositoryFile> byPath = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  SearchedFiles(Collection<RepositoryFile> files) {
    for (var file : files) {
      byFolder.computeIfAbsent(file.folder(), _ -> new ArrayList<>()).add(file);
      byPath.put(file.path(), file);
    }
  }

  Collection<RepositoryFile> all() {
    return List.copyOf(byPath.values());
  }

  Map<String, List<RepositoryFile>> byFolder() {
    return byFolder;
  }

  List<RepositoryFile> in(String folder) {
    return byFolder.getOrDefault(folder, List.of());
  }

  @Nullable RepositoryFile get(String path) {
    return byPath.get(path);
  }

  boolean has(String path) {
    return byPath.containsKey(path);
  }

  /// What lists the scripts of a folder in their order.
  Optional<OrderFile> order(String folder) {
    if (in(folder).stream().noneMatch(file -> OrderFile.isNamed(file.name()))) {
      return Optional.empty();
    }
    var start = folder.isEmpty() ? "" : folder + "/";
    var paths =
        byPath.keySet().stream()
            .filter(path -> path.startsWith(start))
            .map(path -> path.substring(start.length()))
            .toList();
    return OrderFile.among(
        paths, path -> Optional.ofNullable(byPath.get(start + path)).map(RepositoryFile::head));
  }

  void take(Collection<String> paths) {
    taken.addAll(paths);
  }

  boolean isFree(RepositoryFile file) {
    return !taken.contains(file.path());
  }

  /// Whether a program's manifest, at the folder or above it, names the tool.
  boolean isNamedIn(String file, String tool, String folder) {
    for (var at = folder; ; at = RepositoryFile.folderOf(at)) {
      var manifest = byPath.get(at.isEmpty() ? file : at + "/" + file);
      if (manifest != null && manifest.head().contains(tool)) {
        return true;
      }
      if (at.isEmpty()) {
        return false;
      }
    }
  }

  List<String> below(String folder, String ending) {
    var start =
        folder.isEmpty() || folder.equals("/deploy") ? folder.replaceFirst("^/", "") : folder;
    return paths(
        path -> (start.isEmpty() || path.startsWith(start + "/")) && path.endsWith(ending));
  }

  List<String> sql(String folder) {
    return in(folder).stream()
        .map(RepositoryFile::path)
        .filter(path -> path.endsWith(".sql"))
        .sorted()
        .toList();
  }

  List<String> paths(Predicate<String> wanted) {
    return List.copyOf(byPath.keySet().stream().filter(wanted).collect(toCollection(TreeSet::new)));
  }
}
