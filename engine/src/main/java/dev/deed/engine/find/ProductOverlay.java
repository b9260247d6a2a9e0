package dev.deed.engine.find;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Two folders that are run as one: files for every product, and those that PostgreSQL has instead
/// of files of the same names, as in `common/migrations/v014.sql` and
/// `postgres/migrations/v014.sql`.
///
/// @param root the folder above both
public record ProductOverlay(String root, String general, String ours) {

  private static final Set<String> GENERAL =
      Set.of("common", "default", "all", "any", "generic", "base", "shared", "general");

  /// @param paths of scripts
  public static Optional<ProductOverlay> among(Collection<String> paths) {
    var all = Set.copyOf(paths);
    for (var folder :
        all.stream().map(RepositoryFile::folderOf).collect(toCollection(TreeSet::new))) {
      var found =
          of(folder).filter(overlay -> all.stream().anyMatch(p -> overlay.isReplaced(p, all)));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /// What a folder for PostgreSQL would lie over, by each of the general words.
  private static Optional<ProductOverlay> of(String folder) {
    var parts = List.of(folder.split("/"));
    for (var i = parts.size() - 1; i >= 0; i--) {
      if (GENERAL.contains(parts.get(i))) {
        return Optional.of(
            new ProductOverlay(
                String.join("/", parts.subList(0, i)),
                folder,
                String.join("/", parts.subList(i + 1, parts.size()))));
      }
    }
    return Optional.empty();
  }

  /// Whether PostgreSQL has a file of its own instead.
  public boolean isReplaced(String path, Collection<String> paths) {
    return RepositoryFile.folderOf(path).equals(general)
        && paths.stream()
            .anyMatch(other ->
                isOurs(RepositoryFile.folderOf(other))
                    && RepositoryFile.nameOf(other).equals(RepositoryFile.nameOf(path)));
  }

  private boolean isOurs(String folder) {
    var start = root.isEmpty() ? "" : root + "/";
    var end = ours.isEmpty() ? "" : "/" + ours;
    return folder.length() > start.length() + end.length()
        && folder.startsWith(start)
        && folder.endsWith(end)
        && Product.isPostgres(folder.substring(start.length(), folder.length() - end.length()));
  }

  /// A path or a stem as if both folders were the one above them.
  public String merged(String path) {
    var folder = RepositoryFile.folderOf(path);
    return folder.equals(general) || isOurs(folder)
        ? RepositoryFile.join(root, RepositoryFile.nameOf(path))
        : path;
  }

  /// Makes one folder of both, where they are folders of plain SQL.
  static void join(Map<String, Map<FoundTool, List<RepositoryFile>>> gathered) {
    var paths =
        gathered.values().stream()
            .flatMap(byTool -> byTool.getOrDefault(FoundTool.SQL, List.of()).stream())
            .map(RepositoryFile::path)
            .toList();
    among(paths)
        .filter(overlay -> !gathered.containsKey(overlay.root()))
        .ifPresent(overlay -> {
          var joined = new ArrayList<RepositoryFile>();
          gathered.forEach((root, byTool) -> {
            if (root.equals(overlay.general()) || overlay.isOurs(root)) {
              var files = byTool.remove(FoundTool.SQL);
              joined.addAll(files == null ? List.of() : files);
            }
          });
          gathered.put(overlay.root(), new TreeMap<>(Map.of(FoundTool.SQL, joined)));
        });
  }
}
