package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The trigger of a changeover notes old writers with the rights of the service's role.
@ExtendWith(PostgresExtension.class)
class RoleNotesTest {

  private static final String EXPAND =
      "-- deed: changeover c phase=expand operation=rename-column table=public.users old=a new=b\n"
          + "CREATE TABLE users (id bigint PRIMARY KEY, a text, b text);\n-- DOWN Migration\n-- DROP TABLE users;\n";

  @TempDir private Path folder;

  @Test
  void lets_the_role_of_a_service_note_who_still_writes(TestDatabase main) throws IOException {
    main.execute(
        "DO $$ BEGIN IF to_regrole('deed_test_notes') IS NULL THEN CREATE ROLE deed_test_notes; END IF; END $$");
    main.execute("GRANT CREATE ON SCHEMA public TO deed_test_notes");
    var console = console(main.url(), "deed_test_notes");
    write("1_expand.sql", EXPAND);

    var applied = console.run("apply", "--env", "local");

    assertThat(applied.exit()).as(applied.screen()).isZero();
    assertThat(
            main.query(
                "SELECT has_schema_privilege('deed_test_notes', 'deed', 'usage'),"
                    + " has_table_privilege('deed_test_notes', 'deed.column_writer', 'insert, update')"))
        .containsExactly("t|t");
    main.execute("DROP OWNED BY deed_test_notes; DROP ROLE deed_test_notes");
  }

  @Test
  void does_not_take_its_own_grant_for_the_migrations(TestDatabase main) throws IOException {
    var role = main.name() + "_looked";
    main.execute("CREATE ROLE %1$s; GRANT CREATE ON SCHEMA public TO %1$s".formatted(role));
    var console = console(main.url(), role, "protected: true");
    write("1_start.sql", "CREATE TABLE users (id bigint PRIMARY KEY, a text);");
    assertThat(console.run("apply", "--env", "local", "--yes").exit()).isZero();
    assertThat(console.run("expand", "rename-column", "users", "a", "b").exit()).isZero();

    var applied = console.run("apply", "--env", "local", "--yes");

    assertThat(applied.exit()).as(applied.screen()).isZero();
    main.execute("DROP OWNED BY %1$s CASCADE; DROP ROLE %1$s".formatted(role));
  }

  @Test
  void says_what_to_grant_where_schema_deed_belongs_to_another_role(TestDatabase main)
      throws IOException {
    var login = main.name() + "_login";
    var role = main.name() + "_notes";
    main.execute(
        """
        CREATE ROLE %1$s LOGIN; CREATE ROLE %2$s; GRANT %2$s TO %1$s;
        GRANT ALL ON SCHEMA public TO %1$s, %2$s;
        """
            .formatted(login, role));
    try {
      var console = console(main.url(), role);
      write("1_start.sql", "SELECT 1;");
      assertThat(console.run("apply", "--env", "local").exit()).isZero();
      main.execute(
          "GRANT USAGE ON SCHEMA deed TO %1$s; GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA deed TO %1$s; GRANT USAGE ON ALL SEQUENCES IN SCHEMA deed TO %1$s"
              .formatted(login));
      write("2_expand.sql", EXPAND);
      var low = new TestDatabase(main.host(), main.port(), main.name(), login, "");
      var limited = console(low.url(), role);
      var grant =
          "GRANT USAGE ON SCHEMA deed TO %1$s; GRANT SELECT, INSERT, UPDATE ON deed.column_writer TO %1$s"
              .formatted(role);

      var doctor = limited.run("doctor", "--env", "local");
      assertThat(doctor.out()).contains("warning  changeovers: ", grant);
      var grants = limited.run("grants", "--env", "local");
      assertThat(grants.out())
          .contains(
              "GRANT USAGE ON SCHEMA deed TO " + role,
              "GRANT SELECT, INSERT, UPDATE ON TABLE deed.column_writer TO " + role);
      var applied = limited.run("apply", "--env", "local");
      assertThat(applied.err())
          .contains(
              "role %s may not note who still writes the old column".formatted(role),
              "help: as the owner of schema deed: " + grant);
      assertThat(applied.exit()).isEqualTo(4);

      main.execute(grant);
      var again = limited.run("apply", "--env", "local");
      assertThat(again.exit()).as(again.screen()).isZero();
      assertThat(limited.run("doctor", "--env", "local").out()).contains("ok       changeovers: ");
      assertThat(limited.run("grants", "--env", "local").out()).doesNotContain("column_writer");
    } finally {
      main.execute(
          "DROP OWNED BY %1$s CASCADE; DROP OWNED BY %2$s CASCADE; DROP ROLE %1$s; DROP ROLE %2$s"
              .formatted(login, role));
    }
  }

  private Console console(String url, String role) throws IOException {
    return console(url, role, "disposable: true");
  }

  private Console console(String url, String role, String guard) throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {main: {}}
        services: {web: {role: %s, owns: {main: ["*"]}}, shop: {owns: {main: [carts]}}}
        environments: {local: {%s, urls: {main: "%s"}}}
        """
            .formatted(role, guard, url));
    return Console.in(folder);
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve("migrations/main/web").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
