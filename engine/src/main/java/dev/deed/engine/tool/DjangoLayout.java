package dev.deed.engine.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// Django: `<app>/migrations/0001_words.py` in the order of their dependencies.
final class DjangoLayout implements ToolLayout {

  private static final Pattern LIST =
      Pattern.compile("(?s)\\bdependencies\\s*(?::[^=\\n]+)?=\\s*\\[(.*?)\\]");
  private static final Pattern REPLACES =
      Pattern.compile("(?s)\\breplaces\\s*(?::[^=\\n]+)?=\\s*\\[(.*?)\\]");
  private static final Pattern PLACE =
      Pattern.compile("\\(\\s*['\"]([\\w.]+)['\"]\\s*,\\s*['\"]([\\w.]+)['\"]\\s*,?\\s*\\)");
  private static final Pattern CLASS = Pattern.compile("(?m)^class\\s+Migration\\b");

  private record Found(
      String path, String app, String name, List<String> before, List<String> replaces) {
    String id() {
      return app + "." + name;
    }
  }

  @Override
  public void read(ToolTree tree, ToolReading into) {
    var all = new LinkedHashMap<String, Found>();
    for (var path : tree.files()) {
      if (path.endsWith(".py")) {
        found(tree, path).ifPresent(found -> all.put(found.id(), found));
      }
    }
    leaveOutSquashes(tree, all, into);
    heads(tree, all, into);
    var graph = Graph.empty();
    all.forEach((id, found) -> graph.add(id, found.before()));
    var ordered = graph.ordered();
    ordered.forEach(id -> {
      var found = Objects.requireNonNull(all.get(id));
      into.add(ToolMigration.notRead(id, "", id, tree.shown(found.path())));
    });
    all.forEach((id, found) -> {
      if (!ordered.contains(id)) {
        into.error(
            TOOL_FILES,
            tree.shown(found.path()),
            "the dependencies of this migration lead back to itself",
            "correct its dependencies");
      }
    });
  }

  private static Optional<Found> found(ToolTree tree, String path) {
    var folders = ("/" + tree.shown(path).path()).split("/");
    var file = folders[folders.length - 1];
    var isHere = folders.length > 2 && folders[folders.length - 2].equals("migrations");
    if (!isHere || file.equals("__init__.py")) {
      return Optional.empty();
    }
    var app = folders[folders.length - 3];
    return tree.text(path)
        .filter(text -> CLASS.matcher(text).find())
        .map(text ->
            new Found(
                path,
                app.isEmpty() ? "app" : app,
                file.substring(0, file.length() - 3),
                places(LIST, text),
                places(REPLACES, text)));
  }

  private static List<String> places(Pattern list, String text) {
    var match = list.matcher(text);
    return match.find()
        ? PLACE.matcher(match.group(1)).results().map(r -> r.group(1) + "." + r.group(2)).toList()
        : List.of();
  }

  /// Where the migrations that a squash replaces are still here, they are what is run.
  private static void leaveOutSquashes(ToolTree tree, Map<String, Found> all, ToolReading into) {
    for (var found : List.copyOf(all.values())) {
      if (!found.replaces().isEmpty() && all.keySet().containsAll(found.replaces())) {
        all.remove(found.id());
        into.warning(
            NOT_JUDGED,
            tree.shown(found.path()),
            "this squash is not judged: the migrations that it replaces are here, and judged instead",
            "delete them once the squash is applied everywhere");
        var last = found.replaces().getLast();
        all.replaceAll((_, other) ->
            new Found(
                other.path(),
                other.app(),
                other.name(),
                other.before().stream().map(id -> id.equals(found.id()) ? last : id).toList(),
                other.replaces()));
      }
    }
  }

  private static void head(ToolTree tree, List<Found> heads, Found head, ToolReading into) {
    var other = heads.getFirst().equals(head) ? heads.getLast() : heads.getFirst();
    into.error(
        TWO_HEADS,
        tree.shown(head.path()),
        "%s and %s are both the last of app %s: migrate refuses that"
            .formatted(other.name(), head.name(), head.app()),
        "type: python manage.py makemigrations --merge");
  }

  private static void heads(ToolTree tree, Map<String, Found> all, ToolReading into) {
    var last = new LinkedHashMap<String, List<Found>>();
    for (var found : all.values()) {
      var isFollowed =
          all.values().stream()
              .anyMatch(
                  other -> other.app().equals(found.app()) && other.before().contains(found.id()));
      if (!isFollowed) {
        last.computeIfAbsent(found.app(), _ -> new ArrayList<>()).add(found);
      }
    }
    last.values().stream()
        .filter(heads -> heads.size() > 1)
        .forEach(heads -> heads.forEach(head -> head(tree, heads, head, into)));
  }
}
