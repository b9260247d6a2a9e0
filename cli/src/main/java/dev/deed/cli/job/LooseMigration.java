package dev.deed.cli.job;

import dev.deed.cli.job.SqlFiles.SqlFile;
import dev.deed.engine.Section;
import dev.deed.engine.Sections;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.script.Script;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A migration file of any tool with its down: a section of the same file (deed, dbmate, goose,
/// node-pg-migrate) or a separate file (`x.down.sql`, Flyway's `U1__x.sql`).
///
/// @param back the file of its down, null where that is a section of the same file or missing
record LooseMigration(SqlFile file, @Nullable SqlFile back) {

  private static final Pattern FLYWAY = Pattern.compile("(.*/)?[VU]([0-9][0-9._]*)__[^/]*\\.sql");

  /// The migrations in the order of their ups. A down without an up counts as an ordinary script.
  static List<LooseMigration> of(List<SqlFile> files) {
    var downs = new HashMap<String, SqlFile>();
    var ups = new ArrayList<SqlFile>();
    var names =
        files.stream()
            .map(SqlFile::name)
            .filter(name -> !isDown(name))
            .map(LooseMigration::key)
            .collect(Collectors.toSet());
    for (var file : files) {
      if (isDown(file.name()) && names.contains(key(file.name()))) {
        downs.put(key(file.name()), file);
      } else {
        ups.add(file);
      }
    }
    return ups.stream().map(up -> new LooseMigration(up, downs.get(key(up.name())))).toList();
  }

  /// A migration whose up is parsed, and its down is not: that is looked at much later.
  ///
  /// @param alone whether each statement runs in a transaction of its own, or in none
  /// @param down null if there is none
  record Read(LooseMigration migration, Script up, boolean alone, @Nullable Section down) {}

  Read read() {
    var sections = Sections.of(file.text());
    var up = ScriptReader.read(file.name(), sections.up());
    var isAlone =
        sections.alone()
            || up.directives().stream()
                .anyMatch(d -> d.name().equals("transaction") && d.arguments().equals("none"));
    var section = sections.down();
    var down =
        back != null
            ? new Section(back.name(), back.text())
            : section == null ? null : new Section(file.name(), section);
    return new Read(this, up, isAlone, down);
  }

  private static boolean isDown(SourceFile file) {
    var path = file.path();
    var name = path.substring(path.lastIndexOf('/') + 1);
    return path.endsWith(".down.sql") || (name.startsWith("U") && FLYWAY.matcher(path).matches());
  }

  /// The key that the up and the down of a migration have in common.
  private static String key(SourceFile file) {
    var path = file.path();
    var folder = path.lastIndexOf('/') + 1;
    if (path.startsWith("V", folder) || path.startsWith("U", folder)) {
      var flyway = FLYWAY.matcher(path);
      if (flyway.matches()) {
        return path.substring(0, folder) + flyway.group(2);
      }
    }
    if (!path.endsWith(".sql")) {
      return path;
    }
    var stem = path.substring(0, path.length() - ".sql".length());
    for (var part : List.of(".up", ".down")) {
      if (stem.endsWith(part)) {
        return stem.substring(0, stem.length() - part.length());
      }
    }
    return stem;
  }
}
