package dev.deed.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.file.Layout;
import dev.deed.engine.file.MigrationFolder;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.golden.Golden;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.script.Directive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `docs/reference/directives.md` tells of every directive that deed knows, by examples that deed
/// understands.
class DirectivesPageTest {

  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```sql\n(.*?)^```$");
  private static final DatabaseName MAIN = new DatabaseName("main");

  @TempDir private Path folder;

  @Test
  void notices_each_directive_in_another_spelling() {
    for (var name : Directives.NAMES) {
      var script = ScriptReader.read(new SourceFile("a.sql"), "/* Deed: " + name + " */");
      assertThat(script.problems()).as(name).hasSize(1);
    }
  }

  @Test
  void shows_each_directive_as_deed_reads_it() throws IOException {
    var page = page();
    var migrations = written(page);

    var shown =
        migrations.all().stream()
            .flatMap(migration -> migration.up().script().directives().stream())
            .map(Directive::name)
            .toList();

    assertThat(shown).containsAll(Directives.NAMES);
    assertThat(Directives.NAMES).containsAll(shown);
    Directives.NAMES.forEach(
        name -> assertThat(page).contains("\n## " + name + "\n", "| [`" + name + "`](#" + name));
    assertThat(problems(migrations)).isEmpty();
  }

  /// What is wrong with the directives themselves; what the examples require or undo is not here.
  private static List<Finding> problems(Migrations migrations) {
    var scripts = migrations.all().stream().map(m -> m.up().script()).toList();
    var rules = Set.of(Directives.UNKNOWN, Directives.UNREADABLE);
    var ignored = Ignores.of(scripts, Set.of(rule("drop-table")), LocalDate.of(2026, 1, 1));
    return ignored.apply(MigrationRules.check(migrations)).stream()
        .filter(f -> rules.contains(f.rule()) || f.rule().text().equals("syntax-error"))
        .toList();
  }

  private static RuleName rule(String name) {
    return new RuleName(name);
  }

  private static String page() {
    return Golden.read(
        Path.of(System.getProperty("basedir", "")).resolve("../docs/reference/directives.md"));
  }

  private Migrations written(String page) throws IOException {
    var service = folder.resolve("migrations/main/web");
    Files.createDirectories(service);
    var number = 0;
    var examples = EXAMPLE.matcher(page);
    while (examples.find()) {
      Files.writeString(service.resolve("%03d_a.sql".formatted(++number)), examples.group(1));
    }
    var folders = Map.of(MAIN, folder.resolve("migrations/main"));
    return MigrationFolder.read(new Layout(folder, folders, Set.of(new ServiceName("web"))));
  }
}
