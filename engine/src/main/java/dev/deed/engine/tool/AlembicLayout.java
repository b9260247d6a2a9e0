package dev.deed.engine.tool;

import dev.deed.engine.Origin.Mark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// Alembic: Python files in the order of their `down_revision`.
final class AlembicLayout implements ToolLayout {

  private static final String VALUE =
      "\\s*(?::[^=\\n]+)?=\\s*(None|(?:[rubRUB]{0,2}(?:'[^'\\n]*'|\"[^\"\\n]*\"))|\\([^)]*\\)|\\[[^\\]]*\\]|\\{[^}]*\\})";
  private static final Pattern REVISION = Pattern.compile("(?m)^revision" + VALUE);
  private static final Pattern DOWN = Pattern.compile("(?m)^down_revision" + VALUE);
  private static final Pattern DEPENDS = Pattern.compile("(?m)^depends_on" + VALUE);
  private static final Pattern LABELS = Pattern.compile("(?m)^branch_labels" + VALUE);
  private static final Pattern STRING = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

  private record Revision(
      String path, String id, List<String> down, List<String> depends, boolean hasLabel) {}

  @Override
  public void read(ToolTree tree, ToolReading into) {
    var hasVersions = tree.files().stream().anyMatch(path -> path.startsWith("versions/"));
    var revisions = new LinkedHashMap<String, Revision>();
    for (var path : tree.files()) {
      if (path.endsWith(".py") && (!hasVersions || path.startsWith("versions/"))) {
        tree.text(path)
            .flatMap(text -> revision(path, text))
            .ifPresent(found -> {
              var twin = revisions.putIfAbsent(found.id(), found);
              if (twin != null) {
                into.error(
                    TOOL_FILES,
                    tree.shown(path),
                    "revision %s is already taken by %s"
                        .formatted(found.id(), tree.shown(twin.path())),
                    "give the newer file another revision");
              }
            });
      }
    }
    check(tree, revisions, into);
    var graph = Graph.empty();
    revisions.forEach((id, revision) -> {
      var before = new ArrayList<>(revision.down());
      before.addAll(revision.depends());
      graph.add(id, before);
    });
    var ordered = graph.ordered();
    for (var id : ordered) {
      add(tree, Objects.requireNonNull(revisions.get(id)), into);
    }
    revisions.values().stream()
        .filter(revision -> !ordered.contains(revision.id()))
        .forEach(revision ->
            into.error(
                TOOL_FILES,
                tree.shown(revision.path()),
                "the down_revision of this file leads back to itself",
                "correct down_revision: it names the revision before this one"));
  }

  private static java.util.Optional<Revision> revision(String path, String text) {
    var ids = strings(REVISION, text);
    return ids.isEmpty() || !DOWN.matcher(text).find()
        ? java.util.Optional.empty()
        : java.util.Optional.of(
            new Revision(
                path, ids.getFirst(), strings(DOWN, text), strings(DEPENDS, text), hasLabel(text)));
  }

  /// A label may be a constant of the project.
  private static boolean hasLabel(String text) {
    var match = LABELS.matcher(text);
    return match.find() && !match.group(1).matches("None|[(\\[{]\\s*[)\\]}]");
  }

  private static List<String> strings(Pattern assignment, String text) {
    var match = assignment.matcher(text);
    return match.find()
        ? STRING
            .matcher(match.group(1))
            .results()
            .map(r -> r.group(1) != null ? r.group(1) : r.group(2))
            .toList()
        : List.of();
  }

  private static void check(ToolTree tree, Map<String, Revision> revisions, ToolReading into) {
    var graph = Graph.empty();
    var parents = new LinkedHashMap<String, List<String>>();
    for (var revision : revisions.values()) {
      graph.add(revision.id(), revision.down());
      parents.put(revision.id(), revision.down());
      for (var down : revision.down()) {
        if (!revisions.containsKey(down)) {
          into.error(
              TOOL_FILES,
              tree.shown(revision.path()),
              "this follows revision %s, which no file has".formatted(down),
              "restore that file, or correct down_revision");
        }
      }
    }
    var heads = graph.heads(parents);
    if (heads.size() > 1 && revisions.values().stream().noneMatch(Revision::hasLabel)) {
      for (var head : heads) {
        var other = heads.getFirst().equals(head) ? heads.getLast() : heads.getFirst();
        into.error(
            TWO_HEADS,
            tree.shown(Objects.requireNonNull(revisions.get(head)).path()),
            "revisions %s and %s are both the last: alembic upgrade head refuses that"
                .formatted(other, head),
            "type: alembic merge -m \"merge\" heads, or correct down_revision of the newer one");
      }
    }
  }

  private static void add(ToolTree tree, Revision revision, ToolReading into) {
    var name =
        revision
            .path()
            .substring(revision.path().lastIndexOf('/') + 1, revision.path().length() - 3);
    var words =
        name.startsWith(revision.id() + "_") ? name.substring(revision.id().length() + 1) : name;
    var before = new ArrayList<>(revision.down());
    before.addAll(revision.depends());
    into.add(
        ToolMigration.notRead(revision.id(), words, revision.id(), tree.shown(revision.path()))
            .marked(Mark.of(revision.id()).after(before)));
  }
}
