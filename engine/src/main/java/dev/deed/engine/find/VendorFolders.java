package dev.deed.engine.find;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A folder of Flyway's with folders for several products below it. Flyway reads every folder below
/// the one that it is given, so it is given those that are for PostgreSQL.
///
/// @param parts the files of each of them
record VendorFolders(FoundFolder whole, Map<String, List<String>> parts) {

  /// @param others files of Flyway's below the folder that are for other products
  /// @return empty where the folder is read whole
  static Optional<VendorFolders> of(FoundFolder whole, Collection<String> others) {
    var taken = new HashSet<String>();
    for (var other : others) {
      for (var at = RepositoryFile.folderOf(other);
          !at.isEmpty() && taken.add(at);
          at = RepositoryFile.folderOf(at)) {}
    }
    var parts = new TreeMap<String, List<String>>();
    Stream.concat(whole.scripts().stream(), whole.others().stream())
        .forEach(path ->
            parts
                .computeIfAbsent(clear(taken, whole.path(), path), _ -> new ArrayList<>())
                .add(path));
    return others.isEmpty() || parts.containsKey(whole.path())
        ? Optional.empty()
        : Optional.of(new VendorFolders(whole, parts));
  }

  /// The highest folder above a file, below the root, that has no file of another product; the root
  /// if all have.
  private static String clear(Set<String> taken, String root, String path) {
    var clear = root;
    for (var at = RepositoryFile.folderOf(path);
        at.length() > root.length() && !taken.contains(at);
        at = RepositoryFile.folderOf(at)) {
      clear = at;
    }
    return clear;
  }

  List<FoundFolder> folders() {
    return parts.keySet().stream().filter(root -> !isReplaced(root)).map(this::folder).toList();
  }

  List<LeftOut> leftOut() {
    return parts.keySet().stream()
        .filter(this::isReplaced)
        .map(root -> new LeftOut(folder(root), "for products without a folder of their own"))
        .toList();
  }

  /// A folder such as `default` is for the products that have none of their own, where PostgreSQL
  /// has one with the same versions.
  private boolean isReplaced(String root) {
    return !isPostgres(root)
        && parts.keySet().stream()
            .filter(VendorFolders::isPostgres)
            .anyMatch(other -> versions(other).stream().anyMatch(versions(root)::contains));
  }

  private static boolean isPostgres(String root) {
    return Product.isPostgres(RepositoryFile.nameOf(root));
  }

  private Set<String> versions(String root) {
    var versions = new HashSet<String>();
    parts
        .getOrDefault(root, List.of())
        .forEach(path -> versions.add(RepositoryFile.nameOf(path).replaceFirst("__.*", "")));
    return versions;
  }

  private FoundFolder folder(String root) {
    var files = parts.getOrDefault(root, List.of());
    return new FoundFolder(
        root,
        whole.tool(),
        files.stream().filter(whole.scripts()::contains).toList(),
        files.stream().filter(whole.others()::contains).toList(),
        whole.reason());
  }
}
