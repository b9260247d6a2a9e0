package dev.deed.engine.find;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Folders that are named for versions and hold files of SQL whose own names do not say the order,
/// as in `versioned/v1.0/schema.sql` and `versioned/v1.1/schema.sql`.
///
/// @param root the folder above them
/// @param files of all of them
record VersionFolders(String root, List<RepositoryFile> files) {

  /// `4.0.0rc4` and `2.4.x`, too.
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)v?\\d+(?:[._-](?:\\d+|x))*(?:[._-]?(?:alpha|beta|rc|cr|ga|final)[._-]?\\d*)?");

  private static final Pattern UNFINISHED =
      Pattern.compile("(?i)(?<=\\d)[._-]?(alpha|beta|rc|cr)(?![a-z])");
  private static final Pattern NUMBERED =
      Pattern.compile("[vV]?(\\d+)([._# -].*)?" + RepositoryFile.ENDING);
  private static final Pattern OF_A_TOOL =
      Pattern.compile(
          "(?:[VUB]\\d[\\d._-]*|R)__.*|.*\\.(?:up|down)\\.sql|(?:up|down|migration)\\.sql");
  private static final Pattern TABLE =
      Pattern.compile(
          "\\bCREATE\\s+TABLE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?([\\w.\"]+)",
          Pattern.CASE_INSENSITIVE);

  /// @param isScript whether a file defines something in SQL, and no tool has taken it
  static List<VersionFolders> in(
      Map<String, List<RepositoryFile>> byFolder, Predicate<RepositoryFile> isScript) {
    var byRoot = new TreeMap<String, List<String>>();
    byFolder.forEach((folder, files) -> {
      if (isNamed(folder) && files.stream().anyMatch(VersionFolders::isSql)) {
        byRoot.computeIfAbsent(RepositoryFile.folderOf(folder), _ -> new ArrayList<>()).add(folder);
      }
    });
    var found = new ArrayList<VersionFolders>();
    byRoot.forEach((root, folders) -> {
      var files =
          folders.stream()
              .flatMap(folder -> byFolder.getOrDefault(folder, List.of()).stream())
              .filter(VersionFolders::isSql)
              .toList();
      if (!root.isEmpty()
          && folders.size() > 1
          && files.stream().filter(isScript).count() > 1
          && needFolders(files)
          && isWhole(root, Set.copyOf(folders), byFolder)) {
        found.add(new VersionFolders(root, files));
      }
    });
    return found;
  }

  /// Whether a folder is named for a version.
  static boolean isNamed(String folder) {
    return NAME.matcher(RepositoryFile.nameOf(folder)).matches();
  }

  /// A path with folders written so that `4.0.0rc4` comes before `4.0.0` and `4.0.0.1`.
  static String unfinishedFirst(String path) {
    var folder = RepositoryFile.folderOf(path);
    return folder.isEmpty() || !UNFINISHED.matcher(folder).find()
        ? path
        : RepositoryFile.join(
            UNFINISHED.matcher(folder).replaceAll("!$1"), RepositoryFile.nameOf(path));
  }

  private static boolean isSql(RepositoryFile file) {
    return file.isScript();
  }

  /// Whether the files cannot be ordered by their own names alone.
  private static boolean needFolders(List<RepositoryFile> files) {
    var names = new HashSet<String>();
    var isTwice = files.stream().anyMatch(file -> !names.add(number(file.name())));
    return files.stream()
            .noneMatch(file -> OF_A_TOOL.matcher(file.name()).matches() || Signs.of(file) != null)
        && (isTwice || files.stream().noneMatch(file -> NUMBERED.matcher(file.name()).matches()));
  }

  /// `001` of `001_a.sql`, which may be in each folder; else the whole name.
  private static String number(String name) {
    var match = NUMBERED.matcher(name);
    return match.matches() ? match.group(1) : name;
  }

  /// Whether no other file of SQL is below the root, but one next to the folders that has no
  /// number, and those that are set aside: the folder is read whole.
  private static boolean isWhole(
      String root, Set<String> folders, Map<String, List<RepositoryFile>> byFolder) {
    var below =
        byFolder.entrySet().stream()
            .filter(entry -> entry.getKey().equals(root) || entry.getKey().startsWith(root + "/"))
            .flatMap(entry -> entry.getValue().stream())
            .filter(VersionFolders::isSql)
            .toList();
    var aside =
        unversioned(below.stream().map(file -> file.path().substring(root.length() + 1)).toList());
    return below.stream()
        .filter(file -> !folders.contains(file.folder()))
        .filter(file -> !aside.contains(file.path().substring(root.length() + 1)))
        .noneMatch(file -> !file.folder().equals(root) || NUMBERED.matcher(file.name()).matches());
  }

  /// Files in a few other folders, `basic/update.sql` next to `1.0/update.sql`: their names are
  /// those of files in folders of versions, and nothing says before which of them they are run.
  ///
  /// @param paths of scripts, relative to the folder above the versions
  static Set<String> unversioned(Collection<String> paths) {
    var versioned = new HashSet<String>();
    var names = new HashSet<String>();
    var others = new HashSet<String>();
    for (var path : paths) {
      var slash = path.indexOf('/');
      if (slash > 0 && NAME.matcher(path.substring(0, slash)).matches()) {
        versioned.add(path.substring(0, slash));
        names.add(RepositoryFile.nameOf(path));
      } else if (slash > 0) {
        others.add(path);
      }
    }
    var isAside =
        versioned.size() > 2
            && others.size() * 2 <= paths.size()
            && others.stream().allMatch(path -> names.contains(RepositoryFile.nameOf(path)));
    return isAside ? others : Set.of();
  }

  /// Whether most folders create tables that another one creates too: each is the whole schema of
  /// one version.
  boolean areSnapshots() {
    var tables = new TreeMap<String, Set<String>>();
    for (var file : files) {
      tables
          .computeIfAbsent(file.folder(), _ -> new HashSet<>())
          .addAll(TABLE.matcher(file.head()).results().map(r -> r.group(1)).collect(toSet()));
    }
    var repeated =
        tables.entrySet().stream()
            .filter(one ->
                tables.entrySet().stream()
                    .anyMatch(other ->
                        !other.getKey().equals(one.getKey())
                            && other.getValue().stream().anyMatch(one.getValue()::contains)))
            .count();
    return repeated * 2 > tables.size();
  }
}
