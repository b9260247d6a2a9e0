package dev.deed.engine.tool;

import dev.deed.engine.Origin.Mark;
import dev.deed.engine.Section;
import dev.deed.engine.Version;
import dev.deed.engine.find.UpgradeScripts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Files of SQL in the order of their names, with numbers compared as numbers.
final class PlainLayout implements ToolLayout {

  private static final Pattern VERSION =
      Pattern.compile("[vV]?([0-9]+(?:\\.[0-9]+)*)(?:(?:\\.(?![0-9])|[_ -])[._ -]*(.*))?");
  private static final Pattern EVOLUTION = Pattern.compile("0*(\\d+)\\.sql");
  private static final Pattern UP = Pattern.compile("(.*)[._-]up");
  private static final Pattern DOWN = Pattern.compile("(.*)[._-](?:down|rollback|undo|revert)");
  private static final Pattern DIGITS = Pattern.compile("\\d+|\\D+");

  private final ScriptVariables variables;

  PlainLayout(Map<String, String> given) {
    this.variables = ScriptVariables.of(given);
  }

  @Override
  public void read(ToolTree tree, ToolReading into) {
    var downs = new HashMap<String, String>();
    var ups = new ArrayList<String>();
    var stems = new HashMap<String, String>();
    for (var path : tree.files()) {
      if (path.toLowerCase(java.util.Locale.ROOT).endsWith(".sql")) {
        var stem = path.substring(0, path.length() - 4);
        var down = DOWN.matcher(stem);
        if (down.matches()) {
          downs.put(down.group(1), path);
        } else {
          ups.add(path);
          var up = UP.matcher(stem);
          stems.put(path, up.matches() ? up.group(1) : stem);
        }
      }
    }
    downs.forEach((stem, path) -> {
      if (!stems.containsValue(stem)) {
        ups.add(path); // A name that only ends like that of a down.
        stems.put(path, path.substring(0, path.length() - 4));
      }
    });
    leaveOut(ups, tree, into);
    ups.sort(
        Comparator.comparing(
            (String path) -> place(stems.getOrDefault(path, path)), PlainLayout::inOrder));
    for (var path : ups) {
      var stem = stems.getOrDefault(path, path);
      tree.text(path)
          .map(PlayEvolution::asSql)
          .map(text -> variables.in(tree.shown(path), text, into))
          .ifPresent(text -> add(tree, path, stem, downs, text, into));
    }
  }

  /// Next to upgrades from version to version, a file may be none.
  private static void leaveOut(List<String> ups, ToolTree tree, ToolReading into) {
    var texts = new HashMap<String, String>();
    ups.forEach(path -> tree.text(path).ifPresent(text -> texts.put(path, text)));
    UpgradeScripts.leftOut(texts)
        .forEach((path, reason) -> {
          ups.remove(path);
          into.warning(
              TOOL_FILES,
              tree.shown(path),
              "this file is not read as a migration: it " + reason,
              "move it out of the folder, so that the folder has only what is run in order");
        });
  }

  /// A step is at the version from which it leads, whatever its name begins with.
  private static String place(String stem) {
    return UpgradeScripts.step(stem)
        .map(step -> step.from().replaceFirst("\\.[xX]$", "") + " " + stem)
        .orElse(stem);
  }

  private void add(
      ToolTree tree,
      String path,
      String stem,
      Map<String, String> downs,
      String text,
      ToolReading into) {
    var file = tree.shown(path);
    var match = VERSION.matcher(stem);
    var isNumbered = stem.indexOf('/') < 0 && match.matches();
    var version = isNumbered ? match.group(1) : stem.replace('/', ':').strip();
    if (!Version.isName(version)) {
      into.error(
          TOOL_FILES, file, "the name of this file cannot be a version", "choose a shorter name");
      return;
    }
    var words = isNumbered && match.group(2) != null ? match.group(2) : "";
    var separate = downs.get(stem);
    var down =
        separate == null || separate.equals(path)
            ? Section.down(file, text).orElse(null)
            : tree.text(separate)
                .map(t -> variables.in(tree.shown(separate), t, into))
                .map(t -> new Section(tree.shown(separate), t))
                .orElse(null);
    var isEvolution =
        EVOLUTION.matcher(path).matches()
            && tree.text(path).filter(PlayEvolution::isOne).isPresent();
    into.add(
        ToolMigration.of(
                version,
                words,
                isEvolution ? Mark.EVOLUTION + version.replaceFirst("^0+(?=.)", "") : path,
                Section.up(file, text))
            .with(down)
            .alone(Section.isAlone(text)));
  }

  /// `2_x` before `10_x`.
  private static int inOrder(String one, String other) {
    var ones = parts(one);
    var others = parts(other);
    for (var i = 0; i < Math.min(ones.size(), others.size()); i++) {
      var a = ones.get(i);
      var b = others.get(i);
      var isNumber = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
      var difference =
          isNumber && a.length() < 100 && b.length() < 100
              ? new java.math.BigInteger(a).compareTo(new java.math.BigInteger(b))
              : a.compareTo(b);
      if (difference != 0) {
        return difference;
      }
    }
    return ones.size() == others.size()
        ? one.compareTo(other)
        : Integer.compare(ones.size(), others.size());
  }

  private static List<String> parts(String text) {
    return DIGITS.matcher(text).results().map(result -> result.group()).toList();
  }
}
