package dev.deed.engine.tool;

import dev.deed.engine.Origin.Mark;
import dev.deed.engine.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Drizzle: `0000_words.sql` in the order of `meta/_journal.json`, or folders with `migration.sql`.
final class DrizzleLayout implements ToolLayout {

  private static final String JOURNAL = "meta/_journal.json";

  @Override
  public void read(ToolTree tree, ToolReading into) {
    if (tree.has(JOURNAL)) {
      journal(tree, into);
    } else if (tree.files().stream().anyMatch(path -> path.endsWith("/migration.sql"))) {
      folders(tree, into);
    } else if (tree.files().stream().anyMatch(path -> path.endsWith(".sql"))) {
      into.error(
          TOOL_FILES,
          tree.shown(JOURNAL),
          "there is no meta/_journal.json, so Drizzle would run none of the files",
          "restore it (git log -- %s), or say in schema-ownership.yaml: tool: sql"
              .formatted(tree.shown(JOURNAL)));
    }
  }

  private static void journal(ToolTree tree, ToolReading into) {
    var text = tree.text(JOURNAL).orElse(null);
    if (text == null) {
      return;
    }
    var entries = Json.parse(text).map(json -> json.get("entries").items());
    if (entries.isEmpty()) {
      into.error(
          TOOL_FILES,
          tree.shown(JOURNAL),
          "this journal cannot be read: it is not JSON with a list `entries`",
          "restore it: a merge may have left conflict markers in it");
      return;
    }
    listed(tree, entries.get(), into);
  }

  private static void listed(ToolTree tree, List<Json> entries, ToolReading into) {
    var known = new HashSet<String>();
    var last = Long.MIN_VALUE;
    for (var entry : entries) {
      var tag = entry.get("tag").text();
      var when = entry.get("when").number();
      if (when <= last) {
        into.error(
            TOOL_FILES,
            tree.shown(JOURNAL),
            "`when` of %s is not later than that of the entry before it: Drizzle skips it where that is applied"
                .formatted(tag),
            "generate the migration again with drizzle-kit generate, after the merge");
      }
      last = Math.max(last, when);
      known.add(tag + ".sql");
      read(tree, entry, tag, when, into);
    }
    refuseUnlisted(tree, known, into);
  }

  private static void read(ToolTree tree, Json entry, String tag, long when, ToolReading into) {
    var path = tag + ".sql";
    if (!tree.has(path)) {
      into.error(
          TOOL_FILES,
          tree.shown(JOURNAL),
          "the journal lists %s, but there is no %s".formatted(tag, path),
          "restore the file: git log -- " + tree.shown(path));
      return;
    }
    var numbered = Numbered.of(tag);
    var version = numbered.map(Numbered::version).orElse(String.valueOf(entry.get("idx").number()));
    tree.text(path)
        .ifPresent(sql ->
            into.add(
                ToolMigration.of(
                        version,
                        numbered.map(Numbered::rest).orElse(tag),
                        String.valueOf(when),
                        new Section(tree.shown(path), sql))
                    .marked(
                        Mark.of(String.valueOf(when))
                            .withChecksums(FileChecksums.sha("SHA-256", sql)))));
  }

  private static void refuseUnlisted(ToolTree tree, Set<String> known, ToolReading into) {
    for (var name : tree.in("")) {
      if (name.endsWith(".sql") && !known.contains(name)) {
        into.warning(
            TOOL_FILES,
            tree.shown(name),
            "Drizzle does not run this file: meta/_journal.json does not list it",
            "generate it with drizzle-kit generate --custom, or move it out of the folder");
      }
    }
  }

  private static void folders(ToolTree tree, ToolReading into) {
    for (var path : tree.files()) {
      if (path.endsWith("/migration.sql") && path.indexOf('/') == path.lastIndexOf('/')) {
        var folder = path.substring(0, path.indexOf('/'));
        var numbered = Numbered.of(folder);
        if (numbered.isEmpty()) {
          into.error(
              TOOL_FILES,
              tree.shown(path),
              "the name of this migration's folder does not begin with a timestamp",
              "generate it with drizzle-kit generate");
        } else {
          tree.text(path)
              .ifPresent(sql ->
                  into.add(
                      ToolMigration.of(
                              numbered.get().version(),
                              numbered.get().rest(),
                              folder,
                              new Section(tree.shown(path), sql))
                          .marked(
                              Mark.of(folder).withChecksums(FileChecksums.sha("SHA-256", sql)))));
        }
      }
    }
  }
}
