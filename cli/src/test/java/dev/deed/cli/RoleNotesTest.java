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

  @TempDir private Path folder;

  @Test
  void lets_the_role_of_a_service_note_who_still_writes(TestDatabase main) throws IOException {
    main.execute(
        "DO $$ BEGIN IF to_regrole('deed_test_notes') IS NULL THEN CREATE ROLE deed_test_notes; END IF; END $$");
    main.execute("GRANT CREATE ON SCHEMA public TO deed_test_notes");
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {main: {}}
        services: {web: {role: deed_test_notes, owns: {main: ["*"]}}}
        environments: {local: {disposable: true, urls: {main: "%s"}}}
        """
            .formatted(main.url()));
    var file = folder.resolve("migrations/main/web/1_expand.sql");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "-- deed: changeover c phase=expand operation=rename-column table=public.users old=a new=b\n"
            + "CREATE TABLE users (id bigint PRIMARY KEY, a text, b text);\n-- DOWN Migration\n-- DROP TABLE users;\n");

    var applied = Console.in(folder).run("apply", "--env", "local");

    assertThat(applied.exit()).as(applied.screen()).isZero();
    assertThat(
            main.query(
                "SELECT has_schema_privilege('deed_test_notes', 'deed', 'usage'),"
                    + " has_table_privilege('deed_test_notes', 'deed.column_writer', 'insert, update')"))
        .containsExactly("t|t");
    main.execute("DROP OWNED BY deed_test_notes; DROP ROLE deed_test_notes");
  }
}
