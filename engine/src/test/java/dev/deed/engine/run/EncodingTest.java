package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.UserException.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A database in another encoding than UTF8 cannot hold every character of a file.
@ExtendWith(PostgresExtension.class)
class EncodingTest {

  @TempDir Path folder;

  private TestDatabase server;
  private TestDatabase latin1;

  @BeforeEach
  void create(TestDatabase auth) {
    server = auth;
    latin1 =
        new TestDatabase(
            auth.host(), auth.port(), auth.name() + "_latin1", auth.user(), auth.password());
    auth.execute(
        "CREATE DATABASE %s TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'"
            .formatted(latin1.name()));
  }

  @AfterEach
  void drop() {
    server.execute("DROP DATABASE " + latin1.name());
  }

  @Test
  void keeps_a_comment_with_question_marks_and_rolls_back_from_it() {
    var project =
        new Project(folder)
            .on(AUTH, latin1)
            .file(
                "auth/web/1_café.sql",
                "-- money → cents 🙂, été\nCREATE TABLE café (id int);\n"
                    + "-- DOWN Migration\n-- → gone\nDROP TABLE café;\n");

    assertThat(project.apply().failure()).isNull();
    assertThat(latin1.query("SELECT up FROM deed.migration"))
        .containsExactly("-- money ? cents ?, été\nCREATE TABLE café (id int);");
    assertThat(project.apply().done()).isEmpty();

    assertThat(project.rollback("base").failure()).isNull();
    assertThat(latin1.query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
        .containsExactly("0");
  }

  @Test
  void refuses_a_statement_before_anything_is_sent() {
    var failure =
        new Project(folder)
            .on(AUTH, latin1)
            .file("auth/web/1_a.sql", "CREATE TABLE a (id int);")
            .file("auth/web/2_b.sql", "CREATE TABLE b (\n  note text DEFAULT '→');")
            .failure();

    assertThat(failure)
        .hasMessageEndingWith(
            "migrations/auth/web/2_b.sql:2: the database has the encoding LATIN1, in which there is no '→' (U+2192); nothing was changed");
    assertThat(failure.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(latin1.query("SELECT to_regclass('a'), to_regclass('deed.migration')"))
        .containsExactly("|");
  }

  @Test
  void refuses_a_way_back_that_it_could_not_keep() {
    var failure =
        new Project(folder)
            .on(AUTH, latin1)
            .file(
                "auth/web/1_a.sql",
                "CREATE TABLE a (note text);\n-- DOWN Migration\nINSERT INTO a VALUES ('→');\n")
            .failure();

    assertThat(failure).hasMessageContaining("1_a.sql (down)").hasMessageContaining("'→' (U+2192)");
    assertThat(latin1.query("SELECT to_regclass('a')")).containsExactly("");
  }

  @Test
  void takes_everything_into_a_database_without_an_encoding() {
    server.execute(
        "CREATE DATABASE %1$s_ascii TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'"
            .formatted(latin1.name()));
    try {
      var ascii =
          new TestDatabase(
              server.host(),
              server.port(),
              latin1.name() + "_ascii",
              server.user(),
              server.password());
      var project =
          new Project(folder)
              .on(AUTH, ascii)
              .file(
                  "auth/web/1_a.sql",
                  "-- →\nCREATE TABLE a (note text DEFAULT '→');\n-- DOWN Migration\nDROP TABLE a;\n");

      assertThat(project.apply().failure()).isNull();
      assertThat(project.rollback("base").failure()).isNull();
    } finally {
      server.execute("DROP DATABASE %s_ascii".formatted(latin1.name()));
    }
  }
}
