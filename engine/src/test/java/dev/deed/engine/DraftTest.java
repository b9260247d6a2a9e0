package dev.deed.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.file.Layout;
import dev.deed.engine.file.MigrationFolder;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTest {

  private static final DatabaseName MAIN = new DatabaseName("main");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "billing_draft_until",
        "drafts",
        "wipe_sessions",
        "add_tmp_column",
        "scratch_area",
        "drop_fixme",
        "publish_draft"
      })
  void is_not_a_name_that_merely_contains_the_word(String slug) throws IOException {
    assertThat(isDraft(slug, "")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"draft_users", "wip_users", "draft", "WIP-users", "Draft.users"})
  void is_a_name_that_begins_with_the_word(String slug) throws IOException {
    assertThat(isDraft(slug, "")).isTrue();
  }

  @Test
  void is_a_migration_that_says_so() throws IOException {
    assertThat(isDraft("users", "-- deed: draft\n")).isTrue();
  }

  private boolean isDraft(String slug, String directive) throws IOException {
    var web = Files.createDirectories(folder.resolve("main/web"));
    Files.writeString(
        web.resolve("1_" + slug + ".sql"), directive + "CREATE TABLE users (id int);\n");
    var layout =
        new Layout(folder, Map.of(MAIN, folder.resolve("main")), Set.of(new ServiceName("web")));
    return MigrationRules.check(MigrationFolder.read(layout)).stream()
        .anyMatch(f -> f.rule().equals(MigrationRules.DRAFT));
  }
}
