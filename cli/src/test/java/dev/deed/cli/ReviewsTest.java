package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A reviewer is not the author: by the commit's trailers, or by the CI server.
class ReviewsTest {

  private static final String FILE = "migrations/main/web/1_users.sql";

  @TempDir private Path root;
  private Path folder = Path.of("");

  @BeforeEach
  void begin() throws IOException, InterruptedException {
    folder = Files.createDirectories(root.resolve("project"));
    write(
        "schema-ownership.yaml",
        """
        version: 1
        databases: {main: {postgres: 14}}
        services: {web: {owns: {main: ["*"]}}}
        """);
    write(FILE, "CREATE TABLE users (id bigint PRIMARY KEY);\n");
    git("init", "-q", "-b", "main");
    git("commit", "-q", "--allow-empty", "-m", "Begin");
  }

  @Test
  void is_another_person_than_the_author() throws IOException, InterruptedException {
    assertThat(box()).contains("[ ] reviewed", FILE + " is not committed");
    commit("Add users");
    assertThat(box())
        .contains("[ ] reviewed", "the commit that changed it last has no Reviewed-by");
    commit("Add users\n\nReviewed-by: Other Name <ANN@example.com>");
    assertThat(box()).contains("[ ] reviewed", "its reviewer is its author: ");
    commit("Add users\n\nCo-authored-by: Bob <b@example.com>\nReviewed-by: Bob <bob@example.com>");
    assertThat(box()).contains("[ ] reviewed", "its reviewer is its author: ");
    commit("Add users\n\nReviewed-by: Bob <bob@example.com>");
    assertThat(box()).contains("[x] reviewed", "by Bob <bob@example.com>");
    // What follows without a review is not covered by it.
    write(FILE, "CREATE TABLE users (id bigint PRIMARY KEY, name text);\n");
    assertThat(box()).contains("[ ] reviewed", FILE + " has changes that are not committed");
    git("add", ".");
    git("commit", "-qm", "Add the name");
    assertThat(box()).contains("[ ] reviewed", "has no Reviewed-by");
  }

  @Test
  void is_named_by_the_ci_server() throws IOException, InterruptedException {
    assertThat(box(Map.of("DEED_REVIEWED_BY", "Bob <bob@example.com>")))
        .contains("git does not say who the author is");
    commit("Add users");
    assertThat(box(Map.of("DEED_REVIEWED_BY", "Bob <bob@example.com>")))
        .contains("[x] reviewed", "by Bob");
    assertThat(box(Map.of("DEED_REVIEWED_BY", "Bob"))).contains("is not `Name <address>`: Bob");
    assertThat(box(Map.of("DEED_REVIEWED_BY", "A <ann@example.com>")))
        .contains("names the author: A");
    assertThat(box(Map.of("CI_MERGE_REQUEST_APPROVED", "true"))).contains("[x] reviewed");
  }

  /// There, the last commit seems to have written everything.
  @Test
  void is_not_known_in_a_shallow_clone() throws IOException, InterruptedException {
    commit("Add users");
    write("README.md", "x");
    git("add", ".");
    git("commit", "-qm", "Add a page\n\nReviewed-by: Bob <bob@example.com>");
    var clone = root.resolve("clone");
    run(root, "git", "clone", "-q", "--depth", "1", "file://" + folder, clone.toString());
    folder = clone;

    assertThat(box()).contains("[ ] reviewed", "this clone is shallow");
  }

  private String box() {
    return box(Map.of());
  }

  private String box(Map<String, String> variables) {
    return Console.in(folder).with(variables).run("checklist", FILE).out();
  }

  private void commit(String message) throws IOException, InterruptedException {
    git("add", ".");
    git("commit", "-q", "--amend", "--reset-author", "-m", message);
  }

  private void write(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(List.of("git", "-c", "user.name=Ann", "-c", "user.email=ann@example.com"));
    command.addAll(List.of(arguments));
    run(folder, command.toArray(String[]::new));
  }

  private static void run(Path folder, String... command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    var out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
  }
}
