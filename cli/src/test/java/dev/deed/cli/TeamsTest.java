package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Teams of other files, authors, and the bound on tables without an owner.
class TeamsTest {

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    write(
        "migrations/main/web/1_users.sql",
        "CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE logs (id bigint PRIMARY KEY);\n"
            + "-- DOWN Migration (Rollback)\n-- DROP TABLE logs;\n-- DROP TABLE users;\n");
    ownership("", "");
  }

  private void write(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void ownership(String ofWeb, String more) throws IOException {
    write(
        "schema-ownership.yaml",
        """
        version: 1
        databases: {main: }
        services:
          web:
            owns: {main: [users]}
        %s
        rules: {unowned-table: off}
        %s
        """
            .formatted(ofWeb.indent(4), more));
  }

  private Console.Answer check(String... arguments) {
    var words = new ArrayList<>(List.of("check"));
    words.addAll(List.of(arguments));
    return Console.in(folder).run(words.toArray(String[]::new));
  }

  @Test
  void lets_the_number_of_unowned_tables_only_shrink() throws IOException {
    assertThat(check().exit()).isZero();

    ownership("", "policies: {unowned_tables: 1}");
    assertThat(check().out()).doesNotContain("unowned-tables");

    ownership("", "policies: {unowned_tables: 0}");
    assertThat(check().exit()).isEqualTo(1);
    assertThat(check().out()).contains("no service claims 1 table, ", "public.logs");

    ownership("", "policies: {unowned_tables: 2}");
    assertThat(check().exit()).isZero();
    assertThat(check().out()).contains("warning", "write unowned_tables: 1");
  }

  @Test
  void knows_a_team_by_its_name_here_and_in_an_organization() throws IOException {
    write("CODEOWNERS", "* @acme/Web\n");
    write(
        "catalog-info.yaml",
        "kind: Component\nmetadata: {name: web}\nspec: {owner: 'group:default/web'}\n");
    var imports = "import: {codeowners: CODEOWNERS, backstage: [catalog-info.yaml]}";
    ownership("team: \"@acme/web\"", imports);
    assertThat(check().out()).doesNotContain("team-differs");

    ownership("team: web", imports);
    assertThat(check().out()).doesNotContain("team-differs");

    ownership("team: \"@other/web\"", imports);
    assertThat(check().out()).contains("team-differs", "CODEOWNERS:1");
  }

  @Test
  void keeps_teams_in_step_with_codeowners() throws IOException {
    write(".github/CODEOWNERS", "* @acme/all\n/migrations/main/web/ @acme/web\n");
    ownership("team: Search", "import: {codeowners: .github/CODEOWNERS}");
    assertThat(check().out())
        .contains("team-differs", "\"Search\"", ".github/CODEOWNERS:2", "@acme/web");

    ownership(
        "team: Web\ncontact: \"@acme/web, #web\"", "import: {codeowners: .github/CODEOWNERS}");
    assertThat(check().out()).doesNotContain("team-differs");

    write(".github/CODEOWNERS", "/docs/ @acme/docs\n");
    assertThat(check().out()).contains("to no team", "/migrations/main/web/ @TEAM");
  }

  @Test
  void keeps_teams_in_step_with_backstage() throws IOException {
    var catalog =
        "kind: Component\nmetadata: {name: web}\nspec: {owner: 'group:default/web-team'}\n";
    write("catalog-info.yaml", "kind: System\nmetadata: {name: web}\n---\n" + catalog);
    ownership("team: web-team", "import: {backstage: catalog-info.yaml}");
    assertThat(check().out()).doesNotContain("team-differs");

    ownership("team: other", "import: {backstage: catalog-info.yaml}");
    assertThat(check().out()).contains("team-differs", "catalog-info.yaml:6", "web-team");

    write("catalog-info.yaml", "kind: System\nmetadata: {name: web}\n");
    assertThat(check().out()).contains("no component of the imported catalog");
  }

  private static final String CONTRACT =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: 53581432-6c55-4ba2-a65f-72344a91553a
      servers:
        - {server: production, type: postgres, database: prod_main, schema: public}
      schema:
        - name: Users
          physicalName: users
          physicalType: table
        - {name: user_events, physicalType: topic}
      team:
        name: web-team
        members:
          - {username: ann, role: Owner, dateOut: 2024-01-01}
          - {username: bob, role: Data Owner}
      support:
        - {channel: "#web", tool: slack}
      """;

  @Test
  void keeps_teams_in_step_with_data_contracts() throws IOException {
    write("users.odcs.yaml", CONTRACT);
    var imports = "import: {odcs: [users.odcs.yaml]}";
    ownership("team: web-team\ncontact: \"#web\"", imports);
    assertThat(check().out()).doesNotContain("team-differs");
    ownership("team: \"@bob\"", imports);
    assertThat(check().out()).doesNotContain("team-differs");

    ownership("team: \"@ann\"", imports);
    assertThat(check().out())
        .contains(
            "users.odcs.yaml:12:3: warning: the team of service web, which owns public.users, is"
                + " \"@ann\", but users.odcs.yaml names web-team, bob",
            "write team: \"web-team\", or correct users.odcs.yaml");

    ownership("team: web-team\ncontact: \"#other\"", imports);
    assertThat(check().out())
        .contains("the contact of service web is \"#other\", but users.odcs.yaml names #web");

    write("users.odcs.yaml", CONTRACT.replace("physicalName: users", "physicalName: public.logs"));
    assertThat(check().out())
        .contains("users.odcs.yaml:8:19", "describes public.logs, and no service owns that table");
  }

  @Test
  void reads_the_team_of_version_3_0_of_a_data_contract() throws IOException {
    var members = "team:\n  - {username: eve, role: owner}\nsupport: []\n";
    write(
        "users.odcs.yaml", CONTRACT.replace("v3.1.0", "v3.0.2").replaceAll("(?s)team:.*", members));
    ownership("team: eve", "import: {odcs: users.odcs.yaml}");
    assertThat(check().out()).doesNotContain("team-differs");
    ownership("team: web-team", "import: {odcs: users.odcs.yaml}");
    assertThat(check().out()).contains("team-differs", "names eve");

    write("users.odcs.yaml", CONTRACT.replaceAll("(?s)team:.*", ""));
    assertThat(check().out()).contains("names no team and no owner for public.users");
  }

  @Test
  void does_not_pass_over_a_data_contract_that_it_cannot_judge() throws IOException {
    ownership("team: web-team", "import: {odcs: users.odcs.yaml}");
    assertThat(check().exit()).isEqualTo(1);
    assertThat(check().out()).contains("users.odcs.yaml, which import names, cannot be read");

    write("users.odcs.yaml", CONTRACT.replace("v3.1.0", "v2.2.2"));
    assertThat(check().exit()).isEqualTo(1);
    assertThat(check().out())
        .contains(
            "users.odcs.yaml:1:13: error", "has the version \"v2.2.2\"", "deed reads version 3");

    write("users.odcs.yaml", CONTRACT.replace("kind: DataContract", "kind: DataProduct"));
    assertThat(check().exit()).isEqualTo(1);
    assertThat(check().out()).contains("users.odcs.yaml:2:7: error", "its kind is \"DataProduct\"");

    write("users.odcs.yaml", "kind: [");
    assertThat(check().exit()).isEqualTo(1);
    assertThat(check().out()).contains("users.odcs.yaml:");

    write("users.odcs.yaml", CONTRACT.replace("type: postgres", "type: kafka"));
    assertThat(check().out()).contains("none of the servers of users.odcs.yaml is a PostgreSQL");

    write("users.odcs.yaml", CONTRACT.replaceAll("(?s)schema:\n.*?team:", "team:"));
    assertThat(check().out()).contains("users.odcs.yaml names no table");
  }

  @Test
  void does_not_pass_where_an_imported_file_is_missing() throws IOException {
    ownership("team: web", "import: {codeowners: CODEOWNERS}");
    assertThat(check().exit()).isEqualTo(1);
    assertThat(check().out()).contains("CODEOWNERS, which import names, cannot be read");
  }

  @Test
  void reports_an_author_of_another_team() throws IOException, InterruptedException {
    git("init", "-q", "-b", "main");
    git("add", ".");
    git("commit", "-q", "-m", "begin");
    git("checkout", "-q", "-b", "change");
    ownership("who: [\"@ann\", \"*@web.example.com\"]", "");
    write("migrations/main/web/2_more.sql", "CREATE TABLE more (id bigint PRIMARY KEY);\n");
    git("add", ".");
    git("commit", "-q", "-m", "more");

    assertThat(check("--base", "main").out()).contains("foreign-author", "bob@other.example.com");
    assertThat(as("GITHUB_ACTOR", "ann")).doesNotContain("foreign-author");
    assertThat(as("GITHUB_ACTOR", "Ann")).doesNotContain("foreign-author");
    assertThat(as("GITHUB_ACTOR", "eve")).contains("foreign-author", "@eve");
    assertThat(as("GITLAB_USER_EMAIL", "x@web.example.com")).doesNotContain("foreign-author");
    // What is already there has other authors.
    assertThat(check().out()).doesNotContain("foreign-author");
  }

  private String as(String variable, String value) {
    return Console.in(folder).with(Map.of(variable, value)).run("check", "--base", "main").out();
  }

  private void git(String... words) throws IOException, InterruptedException {
    var line =
        new ArrayList<>(
            List.of("git", "-c", "user.name=Bob", "-c", "user.email=bob@other.example.com"));
    line.addAll(List.of(words));
    var git = new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true).start();
    var text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(text).isZero();
  }
}
