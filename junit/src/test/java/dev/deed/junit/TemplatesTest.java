package dev.deed.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.scratch.ScratchServer;
import dev.deed.project.server.Scratch;
import dev.deed.sql.DatabaseName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several JVMs on one server.
class TemplatesTest {

  private static final List<DatabaseName> MAIN_AND_AUTH =
      List.of(new DatabaseName("auth"), new DatabaseName("main"));

  @TempDir private Path folder;

  /// With migrations that no other test has.
  private ShopProject project(String name) throws IOException {
    return ShopProject.in(folder)
        .file(
            "migrations/main/shop/20260201090000_create.sql",
            "CREATE TABLE templates_%s (id int);".formatted(name));
  }

  private static ConnectionUrl url() {
    return TestServers.at("").server().url();
  }

  private static List<String> ask(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url().jdbcUrl(), url().user(), "");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  private static List<String> templates() throws SQLException {
    return ask("SELECT datname || oid FROM pg_database WHERE datname LIKE 'deed\\_template\\_%'");
  }

  private static Scratch jvm() {
    return Scratch.on(new ScratchServer(url(), Patience.of(Duration.ofSeconds(5))));
  }

  @Test
  void are_made_by_one_and_dropped_by_the_last() throws Exception {
    var before = templates();
    var files =
        ProjectFiles.read(project("one_and_last").folder().resolve("schema-ownership.yaml"));
    try (var one = jvm()) {
      try (var other = jvm()) {
        var first = Templates.of(one, files, MAIN_AND_AUTH);
        var made = templates();
        assertThat(made).hasSize(before.size() + 2);

        var second = Templates.of(other, files, MAIN_AND_AUTH);
        assertThat(second.names()).isEqualTo(first.names());
        assertThat(templates()).isEqualTo(made);
        second.copy(new DatabaseName("main")).close();
      }
      // A third program cleans up, and leaves what is in use.
      jvm().close();
      assertThat(templates()).hasSize(before.size() + 2);
    }
    assertThat(templates()).isEqualTo(before);
  }

  /// A server process that was told to end holds its locks for a moment.
  @Test
  void are_dropped_however_fast_their_users_end() throws Exception {
    var before = templates();
    var files = ProjectFiles.read(project("fast").folder().resolve("schema-ownership.yaml"));
    for (var round = 0; round < 10; round++) {
      var one = jvm();
      var other = jvm();
      Templates.of(one, files, List.of(new DatabaseName("auth")));
      Templates.of(other, files, List.of(new DatabaseName("auth")));
      one.close();
      other.close();
      assertThat(templates()).isEqualTo(before);
    }
  }

  @Test
  void are_others_for_other_migrations() throws Exception {
    var project = project("others");
    var file = folder.resolve("schema-ownership.yaml");
    try (var jvm = jvm()) {
      var first = Templates.of(jvm, ProjectFiles.read(file), MAIN_AND_AUTH).names();
      project.file(
          "migrations/main/shop/20260101100000_create_orders.sql", "CREATE TABLE other (id int);");
      assertThat(Templates.of(jvm, ProjectFiles.read(file), MAIN_AND_AUTH).names().values())
          .doesNotContainAnyElementsOf(first.values());
    }
  }

  /// Started as a JVM of its own, and ended as by `kill -9`.
  static final class Killed {
    public static void main(String[] arguments) {
      System.out.println(TestCopy.of(arguments[0], "main").url().url());
      Runtime.getRuntime().halt(9);
    }
  }

  @Test
  void of_a_killed_jvm_are_dropped_by_the_next()
      throws IOException, InterruptedException, SQLException {
    var before = ask("SELECT datname FROM pg_database");
    var killed =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-D" + TestSettings.URL + "=" + url(),
                Killed.class.getName(),
                project("killed").folder().resolve("schema-ownership.yaml").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var said = new String(killed.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(killed.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(killed.exitValue()).isEqualTo(9);
    // The copy, and a template of each database.
    assertThat(ask("SELECT datname FROM pg_database")).hasSize(before.size() + 3);
    assertThat(said).contains("/deed_scratch_");

    // The server notices a moment later that the program is gone.
    for (var tries = 0; tries < 100 && !left(before).isEmpty(); tries++) {
      jvm().close();
    }
    assertThat(left(before)).isEmpty();
  }

  private static List<String> left(List<String> before) throws SQLException {
    var left = ask("SELECT datname FROM pg_database");
    left.removeAll(before);
    return left;
  }
}
