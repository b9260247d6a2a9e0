package dev.deed.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.file.Layout;
import dev.deed.engine.file.MigrationFolder;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What stands where migrations are looked for and is none: told once each, and nothing is read for
/// ever.
@DisabledOnOs(OS.WINDOWS)
class MigrationFolderTest {

  private static final DatabaseName MAIN = new DatabaseName("main");

  @TempDir private Path folder;

  @BeforeEach
  void write_a_migration() throws IOException {
    write("migrations/main/web/001_a.sql");
  }

  @ParameterizedTest
  @CsvSource({
    "migrations/main/loop, .,",
    "migrations/main/up, ..,",
    "migrations/main/web/top, ../../..,",
    "migrations/loop, .,",
    "migrations/main/web/deeper/loop, ../..,",
    "migrations/main/api, nowhere,",
    "migrations/main/web/002_b.sql, nowhere.sql,",
    "migrations/main/web/self.sql, self.sql,",
    "migrations/main/web/002_pipe.sql, , pipe",
    "migrations/main/web/002_device.sql, /dev/zero,",
  })
  @Timeout(value = 4, unit = TimeUnit.MINUTES)
  void tells_once_of_what_leads_nowhere_or_round_in_a_circle(
      String place, String target, String kind) throws IOException, InterruptedException {
    var path = folder.resolve(place);
    Files.createDirectories(path.getParent());
    if (kind == null) {
      Files.createSymbolicLink(path, Path.of(target));
    } else {
      new ProcessBuilder("mkfifo", path.toString()).start().waitFor();
    }

    var migrations = MigrationFolder.read(layout());

    assertThat(migrations.findings()).singleElement().satisfies(f -> tells(f, place));
    assertThat(migrations.all()).hasSize(1);
  }

  private static void tells(Finding finding, String place) {
    assertThat(finding.file().path()).isEqualTo(place);
    assertThat(finding.message()).startsWith("this ");
    assertThat(finding.advice()).endsWith(" " + place);
  }

  @ParameterizedTest
  @CsvSource({
    "migrations/main/web/002_b.sql, outside/secret.sql",
    "migrations/main/web/002_b.sql, /proc/self/environ",
    "migrations/main/api, outside",
    "migrations/main/web/deeper, outside",
  })
  void reads_nothing_that_a_link_out_of_the_repository_leads_to(
      String place, String target, @TempDir Path elsewhere) throws IOException {
    Files.createDirectories(elsewhere.resolve("outside"));
    Files.writeString(elsewhere.resolve("outside/secret.sql"), "SELECT 'secret';");
    Files.createSymbolicLink(folder.resolve(place), elsewhere.resolve(target));

    var migrations = MigrationFolder.read(layout());

    assertThat(migrations.findings()).singleElement().satisfies(f -> tells(f, place));
    assertThat(migrations.all()).hasSize(1);
  }

  @Test
  void reads_what_a_link_leads_to_within_the_repository(@TempDir Path top) throws IOException {
    Files.createDirectories(top.resolve(".git"));
    Files.createDirectories(top.resolve("project/migrations/main"));
    Files.createDirectories(top.resolve("shared/web"));
    Files.writeString(top.resolve("shared/web/002_b.sql"), "SELECT 1;");
    var main = top.resolve("project/migrations/main");
    Files.createSymbolicLink(main.resolve("web"), top.resolve("shared/web"));

    var layout = new Layout(top.resolve("project"), Map.of(MAIN, main), services());

    assertThat(MigrationFolder.read(layout).findings()).isEmpty();
    assertThat(MigrationFolder.read(layout).all()).hasSize(1);
  }

  @Test
  void refuses_an_unclear_section_and_a_version_of_too_many_digits() throws IOException {
    var service = folder.resolve("migrations/main/web");
    Files.writeString(service.resolve("002_b.sql"), "SELECT 1;\n-- Rollback\nSELECT 2;\n");
    Files.writeString(service.resolve("2026012910300000_c.sql"), "SELECT 1;\n");

    var migrations = MigrationFolder.read(layout());

    assertThat(migrations.findings())
        .extracting(f -> f.rule().text())
        .containsExactlyInAnyOrder("unclear-section", "file-name");
  }

  @Test
  void reads_migrations_behind_links() throws IOException {
    write("elsewhere/002_b.sql");
    write("elsewhere/api/003_c.sql");
    var main = folder.resolve("migrations/main");
    Files.createSymbolicLink(main.resolve("api"), folder.resolve("elsewhere/api"));
    Files.createSymbolicLink(
        main.resolve("web/002_b.sql"), Path.of("../../../elsewhere/002_b.sql"));

    var migrations = MigrationFolder.read(layout());

    assertThat(migrations.findings()).isEmpty();
    assertThat(migrations.all()).hasSize(3);
  }

  @Test
  void does_not_lose_what_is_too_deep_or_behind_a_link_too_deep() throws IOException {
    write("migrations/main/web/2026/01/002_b.sql");
    write("elsewhere/003_c.sql");
    Files.createSymbolicLink(
        folder.resolve("migrations/main/web/link"), folder.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("elsewhere/more"), folder.resolve("elsewhere"));

    var findings = MigrationFolder.read(layout()).findings();

    assertThat(findings)
        .extracting(f -> f.file().path())
        .containsExactlyInAnyOrder(
            "migrations/main/web/2026/01/002_b.sql",
            "migrations/main/web/link/003_c.sql",
            "migrations/main/web/link/more");
    assertThat(findings).extracting(Finding::rule).containsOnly(MigrationFolder.WRONG_FOLDER);
  }

  @Test
  void takes_a_database_whose_folder_leads_to_nothing_for_no_empty_one() throws IOException {
    Files.createSymbolicLink(folder.resolve("migrations/auth"), Path.of("nowhere"));
    var both =
        Map.of(
            MAIN,
            folder.resolve("migrations/main"),
            new DatabaseName("auth"),
            folder.resolve("migrations/auth"));

    var findings = MigrationFolder.read(new Layout(folder, both, services())).findings();

    assertThat(findings)
        .singleElement()
        .satisfies(f -> assertThat(f.file().path()).isEqualTo("migrations/auth"));
  }

  private Layout layout() {
    return new Layout(folder, Map.of(MAIN, folder.resolve("migrations/main")), services());
  }

  private static Set<ServiceName> services() {
    return Set.copyOf(List.of(new ServiceName("web"), new ServiceName("api")));
  }

  private void write(String file) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "SELECT 1;\n");
  }
}
