package dev.deed.cli.job;

import dev.deed.cli.job.SqlFiles.SqlFile;
import dev.deed.engine.Section;
import dev.deed.sql.script.Script;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A migration file of any tool with its down: a section of the same file (deed, dbmate, goose,
/// node-pg-migrate) or a separate file (`x.down.sql`, Flyway's `U1__x.sql`).
///
/// @param alone whether each statement runs in a transaction of its own, or in none
record LooseMigration(Script up, @Nullable Script down, boolean alone) {

  private static final Pattern FLYWAY = Pattern.compile("(.*/)?[VU]([0-9][0-9._]*)__[^/]*\\.sql");
  private static final Pattern OURS = Pattern.compile("(.*?)(?:\\.up|\\.down)?\\.sql");

  /// The migrations in the order of their ups. A down without an up counts as an ordinary script.
  static List<LooseMigration> of(List<SqlFile> files) {
    var downs = new HashMap<String, SqlFile>();
    var ups = new ArrayList<SqlFile>();
    var names = files.stream().filter(f -> !isDown(f)).map(LooseMigration::key).toList();
    for (var file : files) {
      if (isDown(file) && names.contains(key(file))) {
        downs.put(key(file), file);
      } else {
        ups.add(file);
      }
    }
    return ups.stream().map(up -> of(up, Optional.ofNullable(downs.get(key(up))))).toList();
  }

  private static LooseMigration of(SqlFile file, Optional<SqlFile> down) {
    var up = Section.up(file.name(), file.text());
    var back =
        down.map(d -> new Section(d.name(), d.text()))
            .or(() -> Section.down(file.name(), file.text()));
    var isAlone =
        Section.isAlone(file.text())
            || up.script().directives().stream()
                .anyMatch(d -> d.name().equals("transaction") && d.arguments().equals("none"));
    return new LooseMigration(up.script(), back.map(Section::script).orElse(null), isAlone);
  }

  private static boolean isDown(SqlFile file) {
    var path = file.name().path();
    var name = path.substring(path.lastIndexOf('/') + 1);
    return path.endsWith(".down.sql") || (name.startsWith("U") && FLYWAY.matcher(path).matches());
  }

  /// The key that the up and the down of a migration have in common.
  private static String key(SqlFile file) {
    var path = file.name().path();
    var flyway = FLYWAY.matcher(path);
    if (flyway.matches()) {
      return path.substring(0, path.lastIndexOf('/') + 1) + flyway.group(2);
    }
    var ours = OURS.matcher(path);
    return ours.matches() ? ours.group(1) : path;
  }
}
