package dev.deed.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.file.EditedMigrations;
import dev.deed.engine.file.Layout;
import dev.deed.engine.file.MigrationFolder;
import dev.deed.engine.tool.ToolSource;
import dev.deed.sql.Finding;
import dev.deed.sql.ServiceName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of other tools, compared with those of a base branch.
class EditedToolFilesTest {

  private static final ServiceName WEB = new ServiceName("web");

  @TempDir private Path folder;

  private final Set<SourceFile> added = new HashSet<>();
  private final List<MergeBase.Changed> changed = new ArrayList<>();

  private EditedToolFilesTest file(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  private EditedToolFilesTest added(String path, String text) throws IOException {
    added.add(new SourceFile(path));
    return file(path, text);
  }

  /// @param before its text on the base
  private EditedToolFilesTest changed(String path, String before, String now) throws IOException {
    changed.add(new MergeBase.Changed(new SourceFile(path), before));
    return file(path, now);
  }

  private EditedToolFilesTest deleted(String path, String before) {
    changed.add(new MergeBase.Changed(new SourceFile(path), before));
    return this;
  }

  private List<String> rules(Tool tool) {
    var source = new ToolSource(ToolFolders.SHOP, WEB, tool, folder.resolve("db"), null, Map.of());
    var layout = new Layout(folder, Map.of(), Set.of(WEB), List.of(source));
    var base = new MergeBase("main", added, changed, List.of());
    return EditedMigrations.check(
            layout, MigrationFolder.read(layout), base, _ -> List.of("public"))
        .stream()
        .map(EditedToolFilesTest::words)
        .toList();
  }

  private static String words(Finding finding) {
    return "%s %s:%d %s"
        .formatted(finding.rule(), finding.file(), finding.span().line(), finding.severity());
  }

  @Test
  void reports_a_changed_statement_at_its_line_and_no_changed_comment() throws IOException {
    file("db/V1__a.sql", "SELECT 1;");
    changed("db/V2__b.sql", "SELECT 2;\nSELECT 3;", "SELECT 2;\nSELECT 4;");
    changed("db/V3__c.sql", "SELECT 3;", "-- words\nSELECT 3;");
    changed("db/R__d.sql", "SELECT 4;", "SELECT 5;");
    assertThat(rules(Tool.FLYWAY)).containsExactly("edited-migration db/V2__b.sql:2 ERROR");
  }

  @Test
  void reports_what_is_gone_or_has_another_name() throws IOException {
    file("db/1_a.up.sql", "SELECT 1;");
    deleted("db/2_b.up.sql", "SELECT 2;").deleted("db/3_c.up.sql", "SELECT 3;");
    added("db/5_c.up.sql", "SELECT 3;");
    assertThat(rules(Tool.GOLANG_MIGRATE))
        .containsExactly(
            "deleted-migration db/2_b.up.sql:1 ERROR", "renamed-migration db/5_c.up.sql:1 ERROR");
  }

  @Test
  void reports_a_new_version_that_its_tool_would_pass_over() throws IOException {
    file("db/00005_a.sql", "-- +goose Up\nSELECT 1;");
    added("db/00004_b.sql", "-- +goose Up\nSELECT 2;")
        .added("db/00006_c.sql", "-- +goose Up\nSELECT 3;");
    assertThat(rules(Tool.GOOSE)).containsExactly("out-of-order db/00004_b.sql:1 ERROR");
  }

  @Test
  void lets_a_tool_that_runs_late_ones_do_so() throws IOException {
    file("db/20260105000000_a.sql", "-- migrate:up\nSELECT 1;");
    added("db/20260104000000_b.sql", "-- migrate:up\nSELECT 2;");
    assertThat(rules(Tool.DBMATE)).isEmpty();
  }

  @Test
  void compares_changesets_and_not_their_file() throws IOException {
    var first =
        "--liquibase formatted sql\n--changeset web:1\nSELECT 1;\n--changeset web:2\nSELECT 2;\n";
    changed("db/log.sql", first, first.replace("2;", "3;") + "--changeset web:3\nSELECT 4;\n");
    assertThat(rules(Tool.LIQUIBASE)).containsExactly("edited-migration db/log.sql:5 ERROR");
  }

  @Test
  void cannot_tell_what_has_changed_in_a_program() throws IOException {
    changed(
        "db/versions/aaa_x.py",
        "revision = 'aaa'\ndown_revision = None\n",
        "revision = 'aaa'\ndown_revision = None\nx = 1\n");
    assertThat(rules(Tool.ALEMBIC))
        .containsExactly("edited-migration db/versions/aaa_x.py:1 WARNING");
  }
}
