package dev.deed.engine.find;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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

  private static final Pattern STEP =
      Pattern.compile(
          "(?i)(?:(?!v?\\d).*[._-])?v?(\\d+(?:\\.(?:\\d+|x))*)[._-]+to[._-]+v?(\\d+(?:\\.(?:\\d+|x))*)(?![\\d]).*");
  private static final Pattern NUMBERED = Pattern.compile("[vV]?\\d.*");

  /// A step of an upgrade, by the name of its file.
  public record Step(String from, String to) {}

  private UpgradeScripts() {}

  /// @param name of a file
  public static Optional<Step> step(String name) {
    var match = STEP.matcher(name);
    return match.matches()
        ? Optional.of(new Step(match.group(1), match.group(2)))
        : Optional.empty();
  }

  /// The files that are not migrations. In words, after `it` or `which`: what each is.
  ///
  /// @param texts by the paths of the files
  public static Map<String, String> leftOut(Map<String, String> texts) {
    var byFolder = new TreeMap<String, Map<String, String>>();
    texts.forEach((path, text) -> {
      if (Product.named(RepositoryFile.nameOf(path)) == null) {
        byFolder
            .computeIfAbsent(RepositoryFile.folderOf(path), _ -> new TreeMap<>())
            .put(path, text);
      }
    });
    var left = new TreeMap<String, String>();
    byFolder.values().forEach(files -> left.putAll(leftOutOfFolder(files)));
    return left;
  }

  private static Map<String, String> leftOutOfFolder(Map<String, String> texts) {
    var steps = new TreeMap<String, SchemaWords>();
    var wholes = new TreeMap<String, SchemaWords>();
    texts.forEach((path, text) -> {
      var name = RepositoryFile.nameOf(path);
      var isStep = NUMBERED.matcher(name).matches() || step(name).isPresent();
      (isStep ? steps : wholes).put(path, SchemaWords.of(text));
    });
    var left = new HashMap<>(otherWays(steps));
    left.keySet().forEach(steps::remove);
    left.putAll(targets(steps, wholes));
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
