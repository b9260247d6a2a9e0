package dev.deed.engine.tool;

import dev.deed.engine.Section;
import dev.deed.engine.Version;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Diesel: folders `2026-01-29-103000_words` with `up.sql`, `down.sql` and perhaps `metadata.toml`.
final class DieselLayout implements ToolLayout {

  private static final Pattern ALONE =
      Pattern.compile("(?m)^\\s*run_in_transaction\\s*=\\s*false\\b");

  @Override
  public void read(ToolTree tree, ToolReading into) {
    var folders = new TreeSet<String>();
    for (var path : tree.files()) {
      var slash = path.indexOf('/');
      if (slash > 0 && path.endsWith(".sql")) {
        folders.add(path.substring(0, path.lastIndexOf('/')));
      } else if (path.endsWith(".sql")) {
        into.warning(
            TOOL_FILES,
            tree.shown(path),
            "Diesel does not run this file: a migration is a folder with up.sql and down.sql",
            "move it to <version>_<words>/up.sql");
      }
    }
    for (var folder : folders) {
      var name = folder.substring(folder.lastIndexOf('/') + 1);
      var end = name.indexOf('_') < 0 ? name.length() : name.indexOf('_');
      var version = name.substring(0, end).replace("-", "");
      if (!tree.has(folder + "/up.sql")) {
        into.error(
            TOOL_FILES,
            tree.shown(folder),
            "this migration has no up.sql, so Diesel refuses it",
            "write %s/up.sql, or remove the folder".formatted(tree.shown(folder)));
      } else if (!Version.isName(version)) {
        into.error(
            TOOL_FILES,
            tree.shown(folder),
            "the name of this folder has no version",
            "rename it as in 2026-01-29-103000_add_preferences");
      } else {
        read(tree, folder, version, name.substring(Math.min(end + 1, name.length())), into);
      }
    }
  }

  private static void read(
      ToolTree tree, String folder, String version, String words, ToolReading into) {
    var up = tree.text(folder + "/up.sql").orElse(null);
    if (up != null) {
      var down = tree.text(folder + "/down.sql").orElse(null);
      into.add(
          ToolMigration.of(version, words, version, new Section(tree.shown(folder + "/up.sql"), up))
              .with(down == null ? null : new Section(tree.shown(folder + "/down.sql"), down))
              .alone(
                  tree.text(folder + "/metadata.toml")
                      .filter(text -> ALONE.matcher(text).find())
                      .isPresent()));
    }
  }
}
