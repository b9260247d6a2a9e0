package dev.deed.engine.tool;

import dev.deed.engine.Origin.Mark;
import dev.deed.engine.Section;
import dev.deed.engine.Version;
import dev.deed.engine.find.OtherProducts;
import dev.deed.engine.find.VersionedPrograms;
import dev.deed.sql.Tool;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// golang-migrate: pairs `1_words.up.sql` and `1_words.down.sql`; SQLx: the same, or one file
/// without a down.
record PairLayout(Tool tool) implements ToolLayout {

  private static final Pattern ALONE = Pattern.compile("\\A\\s*--\\s*no-transaction\\b.*");

  /// `1` and `01` are one version; two names of one version are two migrations.
  private record Key(String version, String words) {}

  private static final class Pair {
    private String up = "";
    private String down = "";
  }

  @Override
  public void read(ToolTree tree, ToolReading into) {
    Map<Key, Pair> pairs = new LinkedHashMap<>();
    var scripts = tree.in("").stream().filter(name -> name.endsWith(".sql")).toList();
    var others = OtherProducts.in(scripts, name -> tree.text(name).orElse(""));
    OtherProducts.byFolder(others)
        .forEach((folder, products) ->
            into.warning(
                TOOL_FILES,
                tree.shown(folder),
                "files of this folder are not read as migrations: they are for " + products,
                "give PostgreSQL's migrations a folder of their own, or accept it as known: deed check --record"));
    VersionedPrograms.among(tree.in(""), scripts).forEach(name -> program(name, pairs));
    scripts.stream()
        .filter(name -> !others.containsKey(name))
        .flatMap(name -> {
          var numbered =
              Numbered.of(name)
                  .filter(found -> name.indexOf('_') == found.version().length())
                  .filter(_ ->
                      tool == Tool.SQLX || name.endsWith(".up.sql") || name.endsWith(".down.sql"));
          if (numbered.isEmpty()) {
            ignored(tree, name, into);
          }
          return numbered.stream();
        })
        .sorted(Numbered.ORDER)
        .forEach(file -> add(file, pairs));
    pairs.entrySet().stream()
        .sorted(Comparator.comparing(pair -> new Version(pair.getKey().version())))
        .forEach(pair -> read(pair.getKey(), pair.getValue(), tree, into));
  }

  private void ignored(ToolTree tree, String name, ToolReading into) {
    into.warning(
        TOOL_FILES,
        tree.shown(name),
        "%s does not run this file: its name is not that of a migration".formatted(tool.title()),
        "rename it as in 20260129103000_add_preferences.up.sql, or move it out of the folder");
  }

  private static void add(Numbered file, Map<Key, Pair> pairs) {
    var isDown = file.rest().endsWith(".down.sql");
    var words =
        isDown
            ? file.words(".down.sql")
            : file.words(file.rest().endsWith(".up.sql") ? ".up.sql" : ".sql");
    var pair = pairs.computeIfAbsent(new Key(file.version(), words), _ -> new Pair());
    if (isDown) {
      pair.down = file.name();
    } else {
      pair.up = file.name();
    }
  }

  private static void program(String name, Map<Key, Pair> pairs) {
    Numbered.of(VersionedPrograms.stem(name))
        .ifPresent(numbered ->
            pairs.computeIfAbsent(new Key(numbered.version(), numbered.rest()), _ -> new Pair())
                    .up =
                name);
  }

  private void read(Key key, Pair pair, ToolTree tree, ToolReading into) {
    if (!pair.up.isEmpty() && !pair.up.endsWith(".sql")) {
      into.add(
          ToolMigration.notRead(key.version(), key.words(), key.version(), tree.shown(pair.up)));
      return;
    }
    if (pair.up.isEmpty()) {
      into.error(
          TOOL_FILES,
          tree.shown(pair.down),
          "this is the down of a migration that does not exist",
          "put %s_%s.up.sql next to it".formatted(key.version(), key.words()));
      return;
    }
    var text = tree.text(pair.up).orElse(null);
    if (text == null) {
      return;
    }
    into.add(
        ToolMigration.of(
                key.version(), key.words(), key.version(), new Section(tree.shown(pair.up), text))
            .with(
                tree.text(pair.down)
                    .map(down -> new Section(tree.shown(pair.down), down))
                    .orElse(null))
            .marked(
                tool == Tool.SQLX
                    ? Mark.of(key.version()).withChecksums(FileChecksums.sha("SHA-384", text))
                    : Mark.of(key.version()))
            .alone(tool == Tool.SQLX && ALONE.matcher(text).lookingAt()));
  }
}
