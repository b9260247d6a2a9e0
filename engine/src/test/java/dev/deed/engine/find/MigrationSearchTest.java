package dev.deed.engine.find;

import static dev.deed.engine.find.SmallRepository.TABLE;
import static dev.deed.engine.find.SmallRepository.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationSearchTest {

  @Test
  void takes_no_tests_of_pgtap_for_migrations() {
    var found = in("sql/1_a.sql", TABLE, "xt/42-admin.pg", TABLE, "t/43-users.pg", TABLE);
    assertThat(found.folders()).extracting(FoundFolder::path).containsExactly("sql");
  }

  @Test
  void leaves_out_the_data_of_tests_where_there_are_others() {
    var tests = in("app/testdata/1_a.sql", TABLE);
    assertThat(tests.folders()).hasSize(1);

    var both = in("app/testdata/1_a.sql", TABLE, "app/db/1_a.sql", TABLE);
    assertThat(both.folders()).extracting(FoundFolder::path).containsExactly("app/db");
    assertThat(both.leftOut()).hasSize(1);
  }

  @Test
  void takes_pairs_and_single_files_for_what_can_read_both() {
    assertThat(in("m/1_a.up.sql", TABLE, "m/2_b.sql", TABLE).folders())
        .extracting(FoundFolder::tool)
        .containsExactly(FoundTool.SQLX);
    assertThat(in("m/1_a.sql", TABLE, "m/1_a.down.sql", TABLE).folders())
        .extracting(FoundFolder::tool, FoundFolder::size)
        .containsExactly(tuple(FoundTool.SQL, 1));
  }

  @Test
  void joins_a_folder_with_those_below_it() {
    assertThat(
            in(
                    "db/1.sql", "--liquibase formatted sql",
                    "db/sub/2.sql", "--liquibase formatted sql")
                .folders())
        .extracting(FoundFolder::path, FoundFolder::size)
        .containsExactly(tuple("db", 2));
  }

  @Test
  void reads_other_encodings_and_line_ends() {
    assertThat(in("db/1_a.sql", "\r\n-- migrate:up\r\nCREATE TABLE t (a int);\r\n").folders())
        .extracting(FoundFolder::tool)
        .containsExactly(FoundTool.DBMATE);
  }

  @Test
  void takes_the_samples_of_a_repository_for_samples() {
    var create = "class Create < ActiveRecord::Migration[7.1]";
    var found = in("db/migrate/1_a.rb", create, "extra/sample_plugin/db/migrate/1_a.rb", create);
    assertThat(found.folders()).extracting(FoundFolder::path).containsExactly("db/migrate");
  }

  /// Long helpers come before the class.
  @Test
  void takes_no_way_back_for_migrations() {
    var drop = "DROP TABLE t;";
    for (var folder : List.of("m/down", "m/rollback", "m/undo")) {
      var found = in("m/1_a.sql", TABLE, folder + "/1_a.sql", drop);
      assertThat(found.folders()).extracting(FoundFolder::path).containsExactly("m");
      assertThat(found.leftOut())
          .extracting(LeftOut::reason)
          .containsExactly("the way back of other files");
    }
    var apart = in("m/up/1_a.sql", TABLE, "m/down/1_a.sql", drop);
    assertThat(apart.folders()).extracting(FoundFolder::path).containsExactly("m/up");
    var alone = in("undo/1_a.sql", TABLE);
    assertThat(alone.folders()).hasSize(1);
    var beside = in("m/1_a.sql", TABLE, "m/1_a.rollback.sql", drop);
    assertThat(beside.folders().getFirst().scripts()).containsExactly("m/1_a.sql");
  }

  @Test
  void counts_no_file_of_types() {
    var text = "class A implements MigrationInterface { up() {} }";
    assertThat(in("src/migrations/1-a.js", text, "src/migrations/1-a.d.ts", text).folders())
        .extracting(FoundFolder::others)
        .containsExactly(List.of("src/migrations/1-a.js"));
  }

  @Test
  void takes_no_step_back_for_a_migration() {
    var found =
        in(
            "db/9-10.sql", "ALTER TABLE t ADD COLUMN name text;",
            "db/10-9.sql", "ALTER TABLE t DROP COLUMN name;",
            "db/10-11.sql", "ALTER TABLE t ADD COLUMN phone text;",
            "up/1.9_to_1.10.sql", "ALTER TABLE u ADD COLUMN name text;",
            "up/1.10_to_1.9.sql", "ALTER TABLE u DROP COLUMN name;",
            "up/1.10_to_1.11.sql", "ALTER TABLE u ADD COLUMN phone text;");

    assertThat(found.folders())
        .flatExtracting(FoundFolder::scripts)
        .containsExactlyInAnyOrder(
            "db/9-10.sql", "db/10-11.sql", "up/1.9_to_1.10.sql", "up/1.10_to_1.11.sql");
    assertThat(found.leftOut())
        .extracting(left -> left.folder().scripts(), LeftOut::reason)
        .containsExactly(
            tuple(
                List.of("db/10-9.sql"),
                "which leads back from 10 to 9, and is the down of 9-10.sql"),
            tuple(
                List.of("up/1.10_to_1.9.sql"),
                "which leads back from 1.10 to 1.9, and is the down of 1.9_to_1.10.sql"));
  }

  @Test
  void joins_plain_folders_with_those_below_as_they_are_read() {
    var found =
        in(
            "m/20260101_a.sql", TABLE,
            "m/big/12.first.sql", TABLE,
            "m/big/12.second.sql", TABLE,
            "m/code/f.sql", "CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1;",
            "m/queries/get.sql", "SELECT 1",
            "m/seeds/rows.sql", "INSERT INTO t VALUES (1);",
            "m/goose/1_a.sql", "-- +goose Up");
    assertThat(found.folders())
        .extracting(FoundFolder::tool, FoundFolder::path, FoundFolder::size)
        .containsExactly(tuple(FoundTool.SQL, "m", 4), tuple(FoundTool.GOOSE, "m/goose", 1));
    assertThat(found.leftOut())
        .extracting(left -> left.folder().path(), LeftOut::reason)
        .containsExactly(
            tuple("m/queries", "queries: they define nothing, and their names have no number"),
            tuple("m/seeds", "for tests, examples or first rows"));
  }

  @Test
  void takes_no_down_for_a_migration_wherever_its_name_says_so() {
    var drop = "DROP TABLE t;";
    assertThat(
            in(
                    "m/1.do.a.sql", TABLE,
                    "m/1.undo.a.sql", drop,
                    "m/up_2_b.sql", "CREATE TABLE u (id bigserial);",
                    "m/down_2_b.sql", "DROP TABLE u;",
                    "m/3_c.do.sql", TABLE,
                    "m/3_c.undo.sql", drop,
                    "m/4_undo_rename.sql", TABLE,
                    "m/5_up_to_date.sql", TABLE)
                .folders())
        .extracting(FoundFolder::scripts)
        .containsExactly(
            List.of(
                "m/1.do.a.sql",
                "m/3_c.do.sql",
                "m/4_undo_rename.sql",
                "m/5_up_to_date.sql",
                "m/up_2_b.sql"));
  }
}
