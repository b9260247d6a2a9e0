package dev.deed.engine.tool;

import dev.deed.engine.Origin.Mark;
import dev.deed.engine.Section;
import dev.deed.engine.Version;
import dev.deed.engine.find.Directions;
import dev.deed.engine.find.OrderFile;
import dev.deed.engine.find.Patches;
import dev.deed.engine.find.PlainFolder;
import dev.deed.engine.find.ProductOverlay;
import dev.deed.engine.find.RepositoryFile;
import dev.deed.engine.find.UpgradeScripts;
import dev.deed.engine.find.VersionedPrograms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Files of SQL in the order of their names, with numbers compared as numbers.
final class PlainLayout implements ToolLayout {

  private static final Pattern VERSION =
      Pattern.compile("[vV]?([0-9]+(?:\\.[0-9]+)*)(?:(?:\\.(?![0-9])|[_ #-])[._ #-]*(.*))?");
  private static final Pattern EVOLUTION = Pattern.compile("0*(\\d+)\\.sql");
  private static final Pattern DIGITS = Pattern.compile("\\d+|\\D+");

  private final ScriptVariables variables;

  PlainLayout(Map<String, String> given) {
    this.variables = ScriptVariables.of(given);
  }

  @Override
  public void read(ToolTree tree, ToolReading into) {
    var scripts = new HashMap<String, String>();
    tree.files().stream()
        .filter(RepositoryFile::isScript)
        .forEach(path -> tree.text(path).ifPresent(text -> scripts.put(path, text)));
    var order = OrderFile.among(tree.files(), tree::text);
    var overlay = ProductOverlay.among(scripts.keySet());
    leaveOut(scripts, order, tree, into);
    var directions = Directions.of(scripts.keySet());
    var files = new HashMap<>(directions.ups());
    VersionedPrograms.among(tree.files(), scripts.keySet())
        .forEach(path -> files.put(path, VersionedPrograms.stem(path)));
    overlay.ifPresent(both -> files.replaceAll((_, stem) -> both.merged(stem)));
    if (order.isEmpty()) {
      unordered(tree, scripts.keySet(), into);
    }
    var places = UpgradeScripts.places(files);
    var inOrder = new ArrayList<>(files.keySet());
    inOrder.sort(
        Comparator.comparing((String path) -> listed(path, order))
            .thenComparing(path -> places.getOrDefault(path, path), PlainLayout::inOrder));
    for (var path : inOrder) {
      var stem = files.getOrDefault(path, path);
      var script = scripts.get(path);
      if (script == null) {
        notRead(tree, path, stem, into);
      } else {
        var text = variables.in(tree.shown(path), PlayEvolution.asSql(script), into);
        add(tree, path, stem, directions.downOf(path).orElse(null), text, into);
      }
    }
  }

  /// What the list does not name and is run, is run before the rest.
  private static int listed(String path, Optional<OrderFile> order) {
    return order.map(list -> list.scripts().indexOf(path)).orElse(0);
  }

  private static void unordered(ToolTree tree, Set<String> paths, ToolReading into) {
    if (Patches.are(paths) && paths.stream().allMatch(path -> path.indexOf('/') < 0)) {
      into.warning(
          TOOL_FILES,
          tree.shown(""),
          "the names of the files in this folder say no order, so they are read in that of the alphabet",
          "list their names in a file order.txt in this folder, in the order in which they run");
    }
  }

  /// What lies between the migrations and is none.
  private static void leaveOut(
      Map<String, String> scripts, Optional<OrderFile> order, ToolTree tree, ToolReading into) {
    var aside = PlainFolder.aside(scripts, order);
    scripts.keySet().removeAll(aside.keySet());
    for (var found : new LinkedHashSet<>(aside.values())) {
      into.warning(
          TOOL_FILES,
          tree.shown(found.place()),
          found.isFolder()
              ? "files of this folder are not read as migrations: they are " + found.reason()
              : "this file is not read as a migration: it " + found.reason(),
          found.isFolder()
              ? "if they are, move them next to the others; else accept it as known: deed check --record"
              : "move it out of the folder, so that the folder has only what is run in order");
    }
  }

  private void add(
      ToolTree tree,
      String path,
      String stem,
      @Nullable String separate,
      String text,
      ToolReading into) {
    var file = tree.shown(path);
    var name = named(tree, path, stem, into).orElse(null);
    if (name == null) {
      return;
    }
    var down =
        separate == null
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
                name.version(),
                name.words(),
                isEvolution ? Mark.EVOLUTION + name.version().replaceFirst("^0+(?=.)", "") : path,
                Section.up(file, text))
            .with(down)
            .alone(Section.isAlone(text)));
  }

  private record Name(String version, String words) {}

  private static Optional<Name> named(ToolTree tree, String path, String stem, ToolReading into) {
    var match = VERSION.matcher(stem);
    var isNumbered = stem.indexOf('/') < 0 && match.matches();
    var version = isNumbered ? match.group(1) : stem.replace('/', ':').strip();
    if (!Version.isName(version)) {
      into.error(
          TOOL_FILES,
          tree.shown(path),
          "the name of this file cannot be a version",
          "choose a shorter name");
      return Optional.empty();
    }
    return Optional.of(
        new Name(version, isNumbered && match.group(2) != null ? match.group(2) : ""));
  }

  private static void notRead(ToolTree tree, String path, String stem, ToolReading into) {
    named(tree, path, stem, into)
        .ifPresent(name ->
            into.add(ToolMigration.notRead(name.version(), name.words(), path, tree.shown(path))));
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
