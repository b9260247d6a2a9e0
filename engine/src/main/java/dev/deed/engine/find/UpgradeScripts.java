package dev.deed.engine.find;

import static java.util.stream.Collectors.toSet;

import dev.deed.engine.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Scripts of one folder that lead from version to version, as in `4.1_to_4.2.sql`, next to which
/// there may be files that no database runs after them: the schema that they all lead to, and
/// another way of the same step.
public final class UpgradeScripts {

  /// What follows the numbers of a version that is not finished: `4.0.0-alpha-1`.
  private static final String UNFINISHED =
      "(?:[.-](?:alpha|beta|rc|cr|m|ga|final)[.-]?\\d*(?![a-z\\d]))?";

  private static final Pattern STEP =
      Pattern.compile(
          "(?i)(?:(?!v?\\d).*?[._-])?v?(\\d+(?:\\.(?:\\d+|x))*%1$s)[._-]+to[._-]+v?(\\d+(?:\\.(?:\\d+|x))*+%1$s)(?![\\d]).*"
              .formatted(UNFINISHED));

  /// `shop-schema-4.0.0.postgres.sql`.
  private static final Pattern OF_VERSION =
      Pattern.compile(
          "(?i)(?!v?\\d).*?[._-]v?(\\d+(?:\\.\\d+)+%s)(?:[._-][a-z]+)*".formatted(UNFINISHED)
              + RepositoryFile.ENDING);

  private static final Pattern UPGRADE =
      Pattern.compile(
          "(?i)(?:.*[._-])?(?:upgrade|update|migrat(?:e|ion))[._-]+v?(\\d+(?:\\.\\d+)+)[._-]+v?(\\d+(?:\\.\\d+)+)(?![\\d]).*");
  private static final Pattern BARE =
      Pattern.compile("v?(\\d+(?:\\.\\d+)*)-v?(\\d+(?:\\.\\d+)*)\\.sql");
  private static final Pattern LINK =
      Pattern.compile("(?i)(?!v?\\d).*?[._-]v?(\\d+)_v?(\\d+)" + RepositoryFile.ENDING);
  private static final Pattern TO_A_WORD =
      Pattern.compile("(?i)(.*\\d[._-]to[._-])(?!v\\d)[a-z]+(\\d.*)");
  private static final Pattern NUMBERED = Pattern.compile("[vV]?\\d.*");

  private static final String UNVERSIONED =
      "has no version in its name, unlike the steps from version to version next to it";

  /// A step of an upgrade, by the name of its file.
  public record Step(String from, String to) {

    /// Where it leads, without the words of a version that is not finished.
    String place() {
      return to.replaceFirst("(?i)[.-][a-z].*$", "");
    }

    /// Whether the numbers are versions without dots, of which `59` comes before `510`, and `599`
    /// before `60`.
    boolean isBackwards() {
      return from.matches("\\d{2,9}")
          && to.matches("\\d{2,9}")
          && Integer.parseInt(from) > Integer.parseInt(to);
    }
  }

  private UpgradeScripts() {}

  private static Optional<Step> step(Pattern pattern, String name) {
    var match = pattern.matcher(name);
    return match.matches()
        ? Optional.of(new Step(match.group(1), match.group(2)))
        : Optional.empty();
  }

  /// @param name of a file
  public static Optional<Step> step(String name) {
    return step(STEP, name).or(() -> step(UPGRADE, name));
  }

  /// The place of each file in the order, as a text in which numbers are compared as numbers: a
  /// step is where it leads, so that the patches of a version come before the step to the next one.
  ///
  /// @param stems the names of the files without endings, by their paths
  public static Map<String, String> places(Map<String, String> stems) {
    var isByFirstDigit =
        stems.keySet().stream()
            .anyMatch(
                path -> step(RepositoryFile.nameOf(path)).filter(Step::isBackwards).isPresent());
    var places = new HashMap<String, String>();
    var starts = starts(stems.keySet());
    var links = links(stems.keySet());
    stems.forEach((path, name) -> {
      var stem = VersionFolders.unfinishedFirst(name);
      var folder = RepositoryFile.folderOf(stem);
      var place =
          step(RepositoryFile.nameOf(stem))
              .or(() -> Optional.ofNullable(links.get(path)))
              .map(Step::place)
              .or(() -> starts.contains(path) ? version(path) : Optional.empty())
              .map(version -> version + " " + stem)
              .map(text -> isByFirstDigit ? text.charAt(0) + " " + text : text)
              .map(text -> RepositoryFile.join(folder, text))
              .orElse(stem);
      places.put(path, place);
    });
    return places;
  }

  /// Steps such as `postgresql.11_12.sql`, where they are a chain: one begins where another ends.
  static Map<String, Step> links(Set<String> paths) {
    var links = new HashMap<String, Step>();
    paths.forEach(
        path -> step(LINK, RepositoryFile.nameOf(path)).ifPresent(step -> links.put(path, step)));
    var froms = links.values().stream().map(Step::from).collect(toSet());
    var linked = links.values().stream().filter(step -> froms.contains(step.to())).count();
    return links.size() > 2 && linked * 2 >= links.size() ? links : Map.of();
  }

  /// The version of which a file is the schema, by its name.
  private static Optional<String> version(String path) {
    var match = OF_VERSION.matcher(RepositoryFile.nameOf(path));
    return match.matches() && step(RepositoryFile.nameOf(path)).isEmpty()
        ? Optional.of(match.group(1))
        : Optional.empty();
  }

  /// The files with the schema that the first of the steps begins with, by their names.
  public static Set<String> starts(Set<String> paths) {
    var steps = stepsOf(paths);
    var reached = steps.stream().map(Step::to).collect(toSet());
    var left = steps.stream().map(Step::from).filter(from -> !reached.contains(from)).toList();
    return paths.stream()
        .filter(path -> version(path).filter(left::contains).isPresent())
        .collect(toSet());
  }

  /// Whether a file is the schema of a version that one of the files' steps leads to or begins
  /// with.
  static boolean haveSchema(Set<String> paths) {
    var steps = stepsOf(paths);
    return paths.stream()
        .flatMap(path -> version(path).stream())
        .anyMatch(version ->
            steps.stream()
                .anyMatch(step -> version.equals(step.from()) || version.equals(step.to())));
  }

  private static List<Step> stepsOf(Set<String> paths) {
    return paths.stream().flatMap(path -> step(RepositoryFile.nameOf(path)).stream()).toList();
  }

  /// The files that are not migrations. In words, after `it` or `which`: what each is.
  ///
  /// @param texts by the paths of the files
  public static Map<String, String> leftOut(Map<String, String> texts) {
    var byFolder = new TreeMap<String, Map<String, String>>();
    texts.forEach((path, text) -> {
      if (Product.named(RepositoryFile.nameOf(path)) == null) {
        byFolder
            .computeIfAbsent(whole(RepositoryFile.folderOf(path)), _ -> new TreeMap<>())
            .put(path, text);
      }
    });
    var left = new TreeMap<String, String>();
    byFolder.values().forEach(files -> left.putAll(leftOutOfFolder(files)));
    return left;
  }

  /// Folders that are named for versions are parts of the one above them.
  private static String whole(String folder) {
    var at = folder;
    while (VersionFolders.isNamed(at)) {
      at = RepositoryFile.folderOf(at);
    }
    return at;
  }

  private static Map<String, String> leftOutOfFolder(Map<String, String> texts) {
    var steps = new TreeMap<String, SchemaWords>();
    var wholes = new TreeMap<String, SchemaWords>();
    texts.forEach((path, text) -> {
      var name = RepositoryFile.nameOf(path);
      var isStep =
          NUMBERED.matcher(name).matches()
              || step(name).isPresent()
              || VersionFolders.isNamed(RepositoryFile.folderOf(path));
      (isStep ? steps : wholes).put(path, SchemaWords.of(text));
    });
    var left = new HashMap<>(besides(texts.keySet()));
    left.putAll(waysBack(texts.keySet()));
    steps.keySet().removeAll(left.keySet());
    wholes.keySet().removeAll(left.keySet());
    left.putAll(otherWays(steps));
    left.keySet().forEach(steps::remove);
    left.putAll(shortcuts(steps.keySet()));
    left.keySet().forEach(steps::remove);
    left.putAll(targetsByName(steps.keySet(), wholes));
    wholes.keySet().removeAll(left.keySet());
    wholes.keySet().removeAll(starts(texts.keySet()));
    left.putAll(targets(steps, wholes));
    wholes.keySet().removeAll(left.keySet());
    if (isAmongOthers(steps.keySet(), wholes.keySet())) {
      wholes.keySet().forEach(path -> left.put(path, UNVERSIONED));
    }
    return left;
  }

  /// Where about as many files have no version, nothing says when they run, if at all. A few may be
  /// what is created again after each upgrade.
  private static boolean isAmongOthers(Set<String> steps, Set<String> wholes) {
    return wholes.size() > 2
        && wholes.size() * 3 > steps.size() * 2
        && steps.stream().filter(path -> step(RepositoryFile.nameOf(path)).isPresent()).count() > 1;
  }

  /// `53.to.fork54.sql` next to `53.to.54.sql`: the same step for databases of another origin.
  private static Map<String, String> besides(Set<String> paths) {
    var left = new HashMap<String, String>();
    for (var path : paths) {
      var match = TO_A_WORD.matcher(path);
      if (match.matches() && paths.contains(match.group(1) + match.group(2))) {
        var other = RepositoryFile.nameOf(match.group(1) + match.group(2));
        left.put(path, "is another way of the step of " + other);
      }
    }
    return left;
  }

  /// `2-1.sql` next to `1-2.sql`.
  private static Map<String, String> waysBack(Set<String> paths) {
    var steps = new TreeMap<String, Step>();
    for (var path : paths) {
      var name = RepositoryFile.nameOf(path);
      step(name).or(() -> step(BARE, name)).ifPresent(step -> steps.put(path, step));
    }
    var left = new HashMap<String, String>();
    steps.forEach((path, step) ->
        steps.forEach((other, way) -> {
          if (way.from().equals(step.to())
              && way.to().equals(step.from())
              && new Version(step.from()).compareTo(new Version(step.to())) > 0) {
            left.put(
                path,
                "leads back from %s to %s, and is the down of %s"
                    .formatted(step.from(), step.to(), RepositoryFile.nameOf(other)));
          }
        }));
    return left;
  }

  /// Of two files for the same step that create the same, a database runs one.
  private static Map<String, String> otherWays(Map<String, SchemaWords> steps) {
    var first = new HashMap<Step, List<String>>();
    var left = new HashMap<String, String>();
    steps.forEach((path, words) ->
        step(RepositoryFile.nameOf(path))
            .ifPresent(step -> {
              var earlier = first.computeIfAbsent(step, _ -> new ArrayList<>());
              for (var one : earlier) {
                var both = common(SchemaWords.of(steps, one).creates(), words.creates());
                if (!both.isEmpty()) {
                  left.put(
                      path,
                      "is another way from %s to %s than %s: both create %s"
                          .formatted(
                              step.from(), step.to(), RepositoryFile.nameOf(one), both.getFirst()));
                  return;
                }
              }
              earlier.add(path);
            }));
    return left;
  }

  /// `1.0_to_1.2.sql` next to `1.0_to_1.1.sql` and `1.1_to_1.2.sql`.
  private static Map<String, String> shortcuts(Set<String> paths) {
    var steps = new TreeMap<String, Step>();
    paths.forEach(
        path -> step(RepositoryFile.nameOf(path)).ifPresent(step -> steps.put(path, step)));
    var left = new HashMap<String, String>();
    steps.forEach((path, step) -> {
      var others = steps.values().stream().filter(other -> !other.equals(step)).toList();
      var reached = new HashSet<>(Set.of(step.from()));
      while (others.stream()
          .anyMatch(other -> reached.contains(other.from()) && reached.add(other.to()))) {}
      if (reached.contains(step.to())) {
        left.put(
            path,
            "is a shorter way from %s to %s than the steps next to it"
                .formatted(step.from(), step.to()));
      }
    });
    return left;
  }

  /// `shop-4.0.0.sql` next to `shop-3.0.0-to-4.0.0.sql`, if it creates tables and changes none.
  private static Map<String, String> targetsByName(
      Set<String> steps, Map<String, SchemaWords> wholes) {
    var reached = stepsOf(steps).stream().map(Step::to).collect(toSet());
    var left = new HashMap<String, String>();
    wholes.forEach((path, words) ->
        version(path)
            .filter(reached::contains)
            .filter(_ -> words.isOfItsOwnTables())
            .ifPresent(version ->
                left.put(
                    path,
                    "is the schema of version %s, to which a step leads".formatted(version))));
    return left;
  }

  /// Files that have already most of what the steps add: run before the steps, these would fail.
  private static Map<String, String> targets(
      Map<String, SchemaWords> steps, Map<String, SchemaWords> wholes) {
    var dropped = steps.values().stream().flatMap(words -> words.drops().stream()).collect(toSet());
    var added =
        steps.values().stream()
            .flatMap(words -> words.creates().stream())
            .filter(name -> !dropped.contains(name))
            .collect(toSet());
    var had =
        wholes.values().stream()
            .flatMap(words -> words.creates().stream())
            .filter(added::contains)
            .collect(toSet());
    var left = new HashMap<String, String>();
    if (had.size() * 2 >= added.size()) {
      wholes.forEach((path, words) -> {
        var both = common(words.creates(), added);
        if (!both.isEmpty()) {
          left.put(
              path,
              "has already what the upgrades add (%s), so it is the schema that they lead to"
                  .formatted(both.getFirst()));
        }
      });
    }
    return left;
  }

  /// Tables first, then indexes and columns.
  private static List<String> common(Set<String> some, Set<String> others) {
    return some.stream().filter(others::contains).sorted(Comparator.reverseOrder()).toList();
  }
}
