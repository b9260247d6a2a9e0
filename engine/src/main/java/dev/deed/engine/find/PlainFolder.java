package dev.deed.engine.find;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What lies in a folder of plain SQL, or below it, besides migrations.
public final class PlainFolder {

  private static final Set<String> FOR_TESTS =
      Set.of(
          ("test tests testing testdata test-data test_data __tests__ e2e spec fixture fixtures seed seeds"
                  + " seeders example examples sample samples")
              .split(" "));
  private static final Pattern WAY_BACK = Pattern.compile("(?i)downs?|rollbacks?|undo|reverts?");
  private static final Pattern NUMBERED = Pattern.compile(".*\\d.*");

  /// @param place the file, or the folder with several of them
  /// @param reason after `it is` or `they are`
  public record Aside(String place, boolean isFolder, String reason) {}

  private PlainFolder() {}

  /// The files that are not run in the order of the others.
  ///
  /// @param texts by the paths of the files, relative to the folder
  /// @param order what lists them, if something does
  public static SortedMap<String, Aside> aside(
      Map<String, String> texts, Optional<OrderFile> order) {
    var aside = aside(texts);
    order.ifPresent(list -> {
      aside.keySet().removeAll(list.scripts());
      var known = new HashSet<>(list.scripts());
      known.addAll(UpgradeScripts.starts(texts.keySet()));
      texts.keySet().stream()
          .filter(path -> !known.contains(path))
          .forEach(path ->
              aside.putIfAbsent(path, new Aside(path, false, "is not listed in " + list.name())));
    });
    return aside;
  }

  private static SortedMap<String, Aside> aside(Map<String, String> texts) {
    var aside = new TreeMap<String, Aside>();
    var others = OtherProducts.in(texts.keySet(), path -> texts.getOrDefault(path, ""));
    var products = OtherProducts.byFolder(others);
    others
        .keySet()
        .forEach(path -> {
          var folder = RepositoryFile.folderOf(path);
          aside.put(path, new Aside(folder, true, "for " + products.get(folder)));
        });
    texts.forEach((path, text) -> {
      if (RepositoryFile.isOfProductOnly(path) && !SqlText.isLikely(text)) {
        aside.put(path, new Aside(path, false, "is not SQL, in spite of its ending"));
      }
    });
    ProductOverlay.among(texts.keySet())
        .ifPresent(overlay ->
            texts.keySet().stream()
                .filter(path -> overlay.isReplaced(path, texts.keySet()))
                .forEach(path ->
                    aside.putIfAbsent(
                        path,
                        new Aside(
                            path, false, "is replaced by the file of its name for PostgreSQL"))));
    var whole = common(texts.keySet());
    texts.keySet().forEach(path -> byFolder(path, whole, aside));
    queries(texts, aside);
    VersionFolders.unversioned(texts.keySet())
        .forEach(path ->
            aside.putIfAbsent(
                path,
                new Aside(
                    RepositoryFile.folderOf(path),
                    true,
                    "in no folder of a version, unlike files of the same name")));
    var rest = new TreeMap<>(texts);
    rest.keySet().removeAll(aside.keySet());
    UpgradeScripts.leftOut(rest)
        .forEach((path, reason) -> aside.put(path, new Aside(path, false, reason)));
    return aside;
  }

  /// The lowest folder that has all files, with a slash at its end.
  private static String common(Collection<String> paths) {
    var common = "";
    for (var path : paths) {
      common = path.substring(0, path.lastIndexOf('/') + 1);
      break;
    }
    for (var path : paths) {
      while (!path.startsWith(common)) {
        common = common.substring(0, common.lastIndexOf('/', common.length() - 2) + 1);
      }
    }
    return common;
  }

  /// A folder that has all files is that of the migrations themselves.
  private static void byFolder(String path, String whole, Map<String, Aside> aside) {
    for (var at = RepositoryFile.folderOf(path);
        at.length() >= whole.length() && !at.isEmpty();
        at = RepositoryFile.folderOf(at)) {
      var name = RepositoryFile.nameOf(at).toLowerCase(Locale.ROOT);
      if (FOR_TESTS.contains(name)) {
        aside.putIfAbsent(path, new Aside(at, true, "for tests, examples or first rows"));
      } else if (WAY_BACK.matcher(name).matches()) {
        aside.putIfAbsent(path, new Aside(at, true, "the way back of other files"));
      }
    }
  }

  /// A folder below, with files that define nothing and whose names say no order.
  private static void queries(Map<String, String> texts, Map<String, Aside> aside) {
    texts.keySet().stream()
        .filter(path -> path.indexOf('/') > 0)
        .collect(groupingBy(RepositoryFile::folderOf))
        .forEach((folder, paths) -> {
          var isOfQueries =
              paths.stream()
                  .noneMatch(path ->
                      NUMBERED.matcher(path).matches()
                          || FolderTool.defines(texts.getOrDefault(path, "")));
          if (isOfQueries && paths.size() < texts.size()) {
            var reason = "queries: they define nothing, and their names have no number";
            paths.forEach(path -> aside.putIfAbsent(path, new Aside(folder, true, reason)));
          }
        });
  }
}
