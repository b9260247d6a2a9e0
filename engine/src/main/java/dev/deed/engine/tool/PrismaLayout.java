package dev.deed.engine.tool;

import dev.deed.engine.Origin.Mark;
import dev.deed.engine.Section;
import dev.deed.engine.Version;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Prisma: folders `20260129103000_words` with `migration.sql`, in the order of their names.
final class PrismaLayout implements ToolLayout {

  private static final String LOCK = "migration_lock.toml";
  private static final Pattern PROVIDER = Pattern.compile("(?m)^\\s*provider\\s*=\\s*\"([^\"]*)\"");

  @Override
  public void read(ToolTree tree, ToolReading into) {
    var provider =
        tree.text(LOCK).map(PROVIDER::matcher).filter(m -> m.find()).map(m -> m.group(1));
    if (provider.isPresent()
        && !provider.get().equals("postgresql")
        && !provider.get().equals("cockroachdb")) {
      into.error(
          TOOL_FILES,
          tree.shown(LOCK),
          "these migrations are for %s, not for PostgreSQL".formatted(provider.get()),
          "take this folder out of schema-ownership.yaml");
      return;
    }
    var folders = new TreeSet<String>();
    for (var path : tree.files()) {
      var slash = path.indexOf('/');
      if (slash > 0) {
        folders.add(path.substring(0, slash));
      } else if (path.endsWith(".sql")) {
        into.warning(
            TOOL_FILES,
            tree.shown(path),
            "Prisma does not run this file: a migration is a folder with migration.sql",
            "move it to <version>_<words>/migration.sql");
      }
    }
    for (var folder : folders) {
      read(tree, folder, into);
    }
  }

  private static void read(ToolTree tree, String folder, ToolReading into) {
    var path = folder + "/migration.sql";
    if (!tree.has(path)) {
      into.error(
          TOOL_FILES,
          tree.shown(folder),
          "this migration has no migration.sql, so Prisma refuses it",
          "restore the file, or remove the folder");
      return;
    }
    var text = tree.text(path).orElse(null);
    if (text != null) {
      var numbered = Numbered.of(folder);
      var version = numbered.map(Numbered::version).orElse(folder);
      if (Version.isName(version)) {
        into.add(
            ToolMigration.of(
                    version,
                    numbered.map(Numbered::rest).orElse(""),
                    folder,
                    new Section(tree.shown(path), text))
                .marked(Mark.of(folder).withChecksums(FileChecksums.sha("SHA-256", text))));
      }
    }
  }
}
