package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `check --base`: a change in a git repository, compared with its base branch.
class ChangeTest {

  private static final String USERS = "migrations/auth/web/20260101000000_create_users.sql";
  private static final String INDEX = "migrations/auth/web/20260102000000_index_email.sql";
  private static final String LATER = "migrations/auth/web/20260103000000_more.sql";

  @TempDir private Path folder;
  private Console console = Console.in(Path.of(""));

  @BeforeEach
  void commitTheBase() throws IOException, InterruptedException {
    console = Console.in(folder);
    write(
        "schema-ownership.yaml",
        """
        version: 1
        databases: {auth: {postgres: 15}}
        services: {web: {owns: {auth: ["*"]}}}
        """);
    write(USERS, migration("CREATE TABLE users (id bigint PRIMARY KEY, email text);"));
    write(INDEX, migration("CREATE INDEX users_email_idx ON users (email);"));
    git("init", "-q", "-b", "main");
    commit();
    git("checkout", "-q", "-b", "change");
  }

  @Test
  void says_nothing_of_what_was_there_before() {
    assertThat(console.run("check").exit()).isEqualTo(1);
    var check = console.run("check", "--base", "main");
    assertThat(check.exit()).isZero();
    assertThat(check.out()).contains("0 migrations checked: no findings");
  }

  @Test
  void judges_what_is_added_against_the_whole() throws IOException {
    write(LATER, migration("CREATE INDEX users_id_idx ON users (id);"));
    var check = console.run("check", "--base", "main");
    assertThat(check.exit()).isEqualTo(1);
    assertThat(check.out())
        .contains(LATER + ":1:1: error: this index build blocks")
        .doesNotContain(INDEX)
        .contains("1 migration checked");
  }

  @Test
  void takes_tables_of_the_same_change_as_new() throws IOException {
    write(LATER, migration("CREATE TABLE notes (id bigint PRIMARY KEY, at timestamptz);"));
    write(
        "migrations/auth/web/20260104000000_index_notes.sql",
        migration("CREATE INDEX notes_at_idx ON notes (at);"));
    assertThat(console.run("check", "--base", "main").exit()).isZero();
    assertThat(console.run("check").out()).contains("20260104000000_index_notes.sql:1:1: error");
  }

  /// Which ones an older migration needs is known only after a look at it.
  @Test
  void takes_what_an_older_migration_is_allowed_for_used()
      throws IOException, InterruptedException {
    var foreign = "migrations/auth/api/20260102100000_index_users.sql";
    write(
        "schema-ownership.yaml",
        """
        version: 1
        databases: {auth: {postgres: 15}}
        services:
          web: {owns: {auth: [users]}, allows: [{migration: auth/20260102100000, by: api, reason: asked}]}
          api: {owns: {auth: ["api_*"]}}
        """);
    write(foreign, migration("CREATE INDEX CONCURRENTLY users_at ON users (email, id);"));
    commit();
    git("branch", "-f", "main");
    write(LATER, migration("CREATE TABLE users_more (id bigint PRIMARY KEY);"));

    assertThat(console.run("check", "--base", "main").out())
        .contains("1 migration checked")
        .doesNotContain("allows auth/20260102100000");
  }

  @Test
  void refuses_edited_statements_but_not_comments() throws IOException {
    write(
        USERS,
        "-- Who signs in.\n"
            + migration("CREATE TABLE users (id bigint PRIMARY KEY, email text);"));
    assertThat(console.run("check", "--base", "main").exit()).isZero();
    write(USERS, migration("CREATE TABLE users (id bigint PRIMARY KEY, email text, age integer);"));
    var check = console.run("check", "--base", "main");
    assertThat(check.exit()).isEqualTo(1);
    assertThat(check.out()).contains("[edited-migration]", "git checkout main -- " + USERS);
  }

  @Test
  void refuses_deleted_and_renamed_files() throws IOException {
    Files.delete(folder.resolve(INDEX));
    assertThat(console.run("check", "--base", "main").out()).contains("[deleted-migration]");
    write(LATER, migration("CREATE INDEX users_email_idx ON users (email);"));
    assertThat(console.run("check", "--base", "main").out())
        .contains("[renamed-migration]", "git mv " + LATER + " " + INDEX)
        .doesNotContain("[deleted-migration]", "[out-of-order]");
  }

  @Test
  void refuses_a_version_that_comes_too_late() throws IOException, InterruptedException {
    git("checkout", "-q", "main");
    write(LATER, migration("CREATE TABLE pages (id bigint PRIMARY KEY);"));
    commit();
    git("checkout", "-q", "change");
    write(
        "migrations/auth/web/20260102120000_between.sql",
        migration("CREATE TABLE notes (id bigint PRIMARY KEY);"));
    assertThat(console.run("check", "--base", "main").out())
        .contains("[out-of-order]", "does not come after 20260103000000");
  }

  @Test
  void refuses_what_is_added_in_a_folder_of_nobody() throws IOException {
    write("migrations/auht/web/20260103000000_more.sql", migration("SELECT 1;"));
    write("migrations/auth/wbe/20260104000000_more.sql", migration("SELECT 1;"));
    Files.createSymbolicLink(folder.resolve("migrations/auth/loop"), Path.of("."));
    assertThat(console.run("check", "--base", "main").out())
        .contains(
            "migrations/auht:1:1: error: there is no database `auht`",
            "did you mean `auth`?",
            "migrations/auth/wbe:1:1: error: there is no service `wbe`",
            "migrations/auth/loop:1:1: error: this link leads back to a folder that contains it",
            "3 errors");
  }

  /// A project in a folder of the repository.
  private Console nested() throws IOException {
    write(
        "db/schema-ownership.yaml",
        """
        version: 1
        databases: {auth: {postgres: 15}}
        services: {web: {owns: {auth: [users, nothing]}}}
        """);
    write("db/" + LATER, migration("CREATE TABLE users (id bigint);"));
    return Console.in(folder.resolve("db"));
  }

  @ParameterizedTest
  @CsvSource({
    "text, migrations/auth/, schema-ownership.yaml:3",
    "json, '\"migrations/auth/', '\"schema-ownership.yaml\"'",
    "github, file=db/migrations/auth/, file=db/schema-ownership.yaml",
    "gitlab, '\"db/migrations/auth/', '\"db/schema-ownership.yaml\"'",
    "sarif, '\"db/migrations/auth/', '\"db/schema-ownership.yaml\"'",
    "junit, '\"db/migrations/auth/', '\"db/schema-ownership.yaml\"'",
    "markdown, db/migrations/auth/, db/schema-ownership.yaml:3",
  })
  void names_files_from_the_top_of_the_repository_where_others_look_for_them(
      String format, String migration, String ownership) throws IOException {
    assertThat(nested().run("check", "--format", format).out()).contains(migration, ownership);
    var fromTop =
        console.run("--ownership", "db/schema-ownership.yaml", "check", "--format", format);
    assertThat(fromTop.out()).contains(migration, ownership).doesNotContain("db/db");
  }

  @Test
  void names_linted_files_from_the_top_too(@TempDir Path elsewhere) throws IOException {
    var db = nested();
    assertThat(db.run("lint", "migrations", "--format", "github").out())
        .contains("::warning file=db/" + LATER);
    assertThat(db.run("lint", "../" + INDEX, "--format", "github").out())
        .contains("::error file=" + INDEX);
    var outside = Files.writeString(elsewhere.resolve("a.sql"), "DROP TABLE a;");
    assertThat(db.run("lint", outside.toString(), "--format", "github").out())
        .contains("::error file=" + outside);
    assertThat(Console.in(elsewhere).run("lint", "a.sql", "--format", "github").out())
        .contains("::error file=a.sql");
  }

  @Test
  void finds_the_repository_that_a_hook_of_git_names() throws IOException {
    var hook = console.with(Map.of("GIT_DIR", ".git", "GIT_INDEX_FILE", ".git/index"));
    nested();
    var check = hook.run("--ownership", "db/schema-ownership.yaml", "check", "--base", "main");
    assertThat(check.err()).isEmpty();
    assertThat(check.out()).contains(LATER + ":1:1: ", "1 migration checked");
    assertThat(
            hook.run("--ownership", "db/schema-ownership.yaml", "check", "--format", "github")
                .out())
        .contains("file=db/" + LATER);
  }

  @Test
  void says_what_is_wrong_with_the_base(@TempDir Path elsewhere) throws IOException {
    var unknown = console.run("check", "--base", "nowhere");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("git does not know the commit nowhere", "git fetch");
    Files.copy(folder.resolve("schema-ownership.yaml"), elsewhere.resolve("schema-ownership.yaml"));
    Files.createDirectories(elsewhere.resolve("migrations/auth/web"));
    var outside = Console.in(elsewhere).run("check", "--base", "main");
    assertThat(outside.exit()).isEqualTo(2);
    assertThat(outside.err()).contains("is not in a git repository");
  }

  @Test
  void says_that_git_does_not_trust_the_owner() throws IOException {
    var nested = nested();
    assumeTrue(isRoot(), "only root may give a folder to another user");
    Files.setOwner(
        folder,
        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));

    var check = console.run("check", "--base", "main");

    assertThat(check.exit()).isEqualTo(2);
    assertThat(check.err())
        .contains("because another user owns it")
        .contains("git config --global --add safe.directory " + folder);
    assertThat(nested.run("check", "--format", "github").out()).contains("file=db/migrations");
  }

  private boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  @Test
  void tells_a_shallow_clone_from_histories_without_a_common_commit(@TempDir Path elsewhere)
      throws IOException, InterruptedException {
    write(LATER, migration("CREATE TABLE pages (id bigint PRIMARY KEY);"));
    commit();
    git("checkout", "-q", "--orphan", "other");
    commit();
    assertThat(console.run("check", "--base", "main").err())
        .contains("this branch and main have no commit in common\n")
        .doesNotContain("unshallow");
    git("checkout", "-q", "change");

    var clone = elsewhere.resolve("clone");
    git("clone", "-q", "--depth=1", "--no-single-branch", "file://" + folder, clone.toString());
    var shallow = Console.in(clone);
    assertThat(shallow.run("check", "--base", "main").err())
        .contains("git does not know the commit main", "--base origin/main");
    assertThat(shallow.run("check", "--base", "origin/main").err())
        .contains("this clone is shallow", "git fetch --unshallow");
    assertThat(shallow.run("check", "--base", "origin/none").err())
        .contains("git does not know the commit origin/none", "git fetch --unshallow");
  }

  @Test
  void works_in_a_worktree(@TempDir Path elsewhere) throws IOException, InterruptedException {
    var tree = elsewhere.resolve("tree");
    git("worktree", "add", "-q", "-b", "third", tree.toString(), "main");
    var there = Console.in(tree);
    assertThat(there.run("check", "--base", "main").exit()).isZero();

    Files.writeString(tree.resolve(".git"), "gitdir: " + elsewhere.resolve("gone") + "\n");
    assertThat(there.run("check", "--base", "main").err())
        .contains("leads to " + elsewhere.resolve("gone"), "git worktree repair");
  }

  @Test
  void says_what_is_wrong_with_the_repository(@TempDir Path elsewhere)
      throws IOException, InterruptedException {
    var gone = elsewhere.resolve("gone");
    assertThat(
            console.with(Map.of("GIT_DIR", gone.toString())).run("check", "--base", "main").err())
        .contains("GIT_DIR is set to " + gone, "unset GIT_DIR");

    var bare = elsewhere.resolve("bare");
    git("init", "-q", "--bare", bare.toString());
    Files.copy(folder.resolve("schema-ownership.yaml"), bare.resolve("schema-ownership.yaml"));
    Files.createDirectories(bare.resolve("migrations/auth/web"));
    assertThat(Console.in(bare).run("check", "--base", "main").err())
        .contains("is in a bare git repository");

    git("checkout", "-q", "--orphan", "empty");
    assertThat(console.run("check", "--base", "main").err())
        .contains("this branch has no commit yet");

    Files.writeString(folder.resolve(".git/config"), "[core]\nrepositoryformatversion = 9\n");
    assertThat(console.run("check", "--base", "main").err())
        .contains("git cannot read the repository of " + folder, "found 9");
  }

  @Test
  void records_what_it_finds_and_tells_what_is_new_or_gone() throws IOException {
    var record = console.run("check", "--record");
    assertThat(record.exit()).isZero();
    assertThat(record.out()).contains("1 known finding skipped");
    assertThat(console.run("check").exit()).isZero();

    write(LATER, migration("CREATE INDEX users_id_idx ON users (id);"));
    assertThat(console.run("check").out()).contains(LATER + ":1:1: error").doesNotContain(INDEX);

    Files.delete(folder.resolve(LATER));
    write(INDEX, migration("CREATE INDEX CONCURRENTLY users_email_idx ON users (email);"));
    var stale = console.run("check");
    assertThat(stale.exit()).isEqualTo(1);
    assertThat(stale.out()).contains("known-findings.txt:3:1: error", "[stale-record]");
  }

  @Test
  void tells_what_stands_where_findings_are_recorded() throws IOException {
    Files.createDirectory(folder.resolve("known-findings.txt"));
    var answer = console.run("check", "--record");
    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err())
        .startsWith("error: cannot write known-findings.txt: it is a folder\nhelp: ");
    assertThat(folder.resolve("known-findings.txt")).isEmptyDirectory();
  }

  @Test
  void records_through_a_link() throws IOException {
    var elsewhere = Files.writeString(folder.resolve("elsewhere.txt"), "");
    var link = Files.createSymbolicLink(folder.resolve("known-findings.txt"), elsewhere);
    assertThat(console.run("check", "--record").exit()).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(elsewhere).content().contains("index-not-concurrent " + INDEX);
  }

  @Test
  @Timeout(value = 4, unit = TimeUnit.MINUTES)
  void reads_no_pipe_and_no_link_out_of_the_repository(@TempDir Path elsewhere)
      throws IOException, InterruptedException {
    var secret = Files.writeString(elsewhere.resolve("environ"), "TOKEN=secret\n");
    var known = folder.resolve("known-findings.txt");
    Files.createSymbolicLink(known, secret);
    assertThat(console.run("check").out())
        .contains("it is a link out of the repository")
        .doesNotContain("TOKEN");
    Files.delete(known);
    pipe(known);
    assertThat(console.run("check").out()).contains("it is a pipe or a device");
    Files.delete(known);
    var linked = folder.resolve("linked.sql");
    Files.createSymbolicLink(linked, secret);
    assertThat(console.run("lint", "linked.sql").err())
        .contains("it is a link out of the repository");
    var device = folder.resolve("migrations/auth/web/20260105000000_zero.sql");
    Files.createSymbolicLink(device, Path.of("/dev/zero"));
    assertThat(console.run("check").out()).contains("20260105000000_zero.sql");
    Files.delete(device);
    var file = folder.resolve("schema-ownership.yaml");
    Files.delete(file);
    Files.createSymbolicLink(file, secret);
    assertThat(console.run("check").err())
        .contains("schema-ownership.yaml is a link out of the repository")
        .doesNotContain("TOKEN");
    Files.delete(file);
    pipe(file);
    assertThat(console.run("check").err()).contains("it is a pipe or a device");
  }

  private static void pipe(Path path) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
  }

  @Test
  void looks_at_the_files_that_it_is_given() {
    assertThat(console.run("check", USERS).exit()).isZero();
    assertThat(console.run("check", INDEX).exit()).isEqualTo(1);
    assertThat(console.run("check", "migrations/auth").exit()).isEqualTo(1);
    var other = console.run("check", "other.sql");
    assertThat(other.exit()).isEqualTo(2);
    assertThat(other.err()).contains("other.sql is not a migration of this project");
  }

  private static String migration(String up) {
    return up + "\n-- DOWN Migration (Rollback)\n-- SELECT 1;\n";
  }

  private void write(String file, String text) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void commit() throws IOException, InterruptedException {
    git("add", "-A");
    git("-c", "user.name=deed", "-c", "user.email=deed@example.com", "commit", "-q", "-m", "base");
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}
