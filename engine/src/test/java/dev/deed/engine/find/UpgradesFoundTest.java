package dev.deed.engine.find;

import static dev.deed.engine.find.SmallRepository.TABLE;
import static dev.deed.engine.find.SmallRepository.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Upgrade scripts of programs: their order, and the whole schemas that lie next to them.
class UpgradesFoundTest {

  @Test
  void takes_folders_that_are_named_for_versions_together() {
    var found =
        in(
            "schema/versioned/v1.0/schema.sql", TABLE,
            "schema/versioned/v1.1/users.sql", "CREATE TABLE users (id bigserial);",
            "schema/versioned/v1.1/manifest.json", "{}",
            "schema/versioned/v1.10/rows.sql", "UPDATE users SET id = 1;");
    assertThat(found.folders())
        .extracting(FoundFolder::tool, FoundFolder::path, FoundFolder::size)
        .containsExactly(tuple(FoundTool.SQL, "schema/versioned", 3));
  }

  @Test
  void leaves_out_the_whole_schema_of_each_version() {
    var found =
        in(
            "db/deploy/1/001.sql",
            TABLE,
            "db/deploy/2/001.sql",
            TABLE,
            "db/upgrade/1-2/001.sql",
            "ALTER TABLE t ADD COLUMN b jsonb;",
            "db/upgrade/2-3/001.sql",
            "ALTER TABLE t ADD COLUMN c jsonb;");
    assertThat(found.folders())
        .extracting(FoundFolder::path, FoundFolder::size)
        .containsExactly(tuple("db/upgrade", 2));
    assertThat(found.leftOut())
        .extracting(left -> left.folder().path(), LeftOut::reason)
        .containsExactly(tuple("db/deploy", "each folder has the whole schema of one version"));
  }

  @Test
  void finds_upgrades_between_two_versions_without_a_word() {
    assertThat(
            in(
                    "sql/Chart-a.sql", TABLE,
                    "sql/Chart-b.sql", TABLE,
                    "sql/Chart-c.sql", TABLE,
                    "sql/Shop-upgrade-2.6.2-2.6.12.sql", "ALTER TABLE t ADD COLUMN name text;",
                    "sql/Shop-upgrade-2.6.12-2.7.0.sql", "ALTER TABLE t ADD COLUMN phone text;")
                .folders()
                .getFirst()
                .scripts())
        .containsExactlyInAnyOrder(
            "sql/Shop-upgrade-2.6.2-2.6.12.sql", "sql/Shop-upgrade-2.6.12-2.7.0.sql");
  }

  @Test
  void takes_no_schema_for_a_migration_that_has_what_the_upgrades_add() {
    var found =
        in(
            "db/schema.pgsql.sql", "CREATE TABLE t (id bigserial, name text, phone text);",
            "db/extras.pgsql.sql", "CREATE TABLE extra (id bigserial);",
            "db/1.0_to_1.1_schema.mysql.sql", "ALTER TABLE t ADD COLUMN name text;",
            "db/1.0_to_1.1_schema.pgsql.sql", "ALTER TABLE t ADD COLUMN name text;",
            "db/1.1_to_1.2_schema.pgsql.sql", "ALTER TABLE t ADD COLUMN phone text;");

    assertThat(found.folders().getFirst().scripts())
        .containsExactly(
            "db/1.0_to_1.1_schema.pgsql.sql",
            "db/1.1_to_1.2_schema.pgsql.sql",
            "db/extras.pgsql.sql");
    assertThat(found.leftOut())
        .extracting(left -> left.folder().scripts(), LeftOut::reason)
        .contains(
            tuple(
                List.of("db/schema.pgsql.sql"),
                "which has already what the upgrades add (column t.phone), so it is the schema that they lead to"));
  }

  /// Most of what the upgrades add is new to it.
  @Test
  void takes_a_schema_before_the_upgrades_for_a_migration() {
    var found =
        in(
            "db/1_name.sql", "ALTER TABLE t ADD COLUMN name text;",
            "db/2_phone.sql", "ALTER TABLE t ADD COLUMN phone text, ADD COLUMN city text;",
            "db/schema.sql", "CREATE TABLE t (id bigserial, name text);");

    assertThat(found.folders().getFirst().size()).isEqualTo(3);
    assertThat(found.leftOut()).isEmpty();
  }

  @Test
  void names_scripts_whose_order_their_names_do_not_say() {
    var found =
        in(
            "db/create/shop.postgres.create.sql", TABLE,
            "db/create/shop.mysql.create.sql", "CREATE TABLE t (id int);",
            "db/upgrade/shop.postgres.step.53.to.54.sql", "ALTER TABLE t ADD a int;",
            "db/upgrade/shop.postgres.step.54.to.55.sql", "ALTER TABLE t ADD b int;",
            "db/upgrade/shop.mysql.step.53.to.54.sql", "ALTER TABLE t ADD a int;",
            "queries/report.postgres.sql", "SELECT 1",
            "queries/report.mysql.sql", "SELECT 1");

    assertThat(found.folders())
        .extracting(FoundFolder::tool, FoundFolder::path, FoundFolder::scripts)
        .containsExactly(
            tuple(
                FoundTool.SQL,
                "db/upgrade",
                List.of(
                    "db/upgrade/shop.postgres.step.53.to.54.sql",
                    "db/upgrade/shop.postgres.step.54.to.55.sql")));
    assertThat(found.leftOut())
        .extracting(left -> left.folder().path(), left -> left.folder().size(), LeftOut::reason)
        .containsExactly(
            tuple(
                "db/create",
                2,
                "scripts for several products (1 for PostgreSQL): no version is at the beginning of the names"),
            tuple("db/upgrade", 1, "for MySQL"));
  }

  @Test
  void finds_numbers_behind_the_same_word_or_before_any_sign() {
    assertThat(in("s/Script0001 - a.sql", TABLE, "s/Script0002 - b.sql", TABLE).folders())
        .extracting(FoundFolder::size)
        .containsExactly(2);
    assertThat(in("s/script1.sql", TABLE).folders()).isEmpty();
    assertThat(in("s/0001##a.sql", TABLE, "s/002 - b.sql", TABLE).folders())
        .extracting(FoundFolder::size)
        .containsExactly(2);
  }

  @Test
  void takes_folders_of_versions_together_whose_files_have_the_same_numbers() {
    var found =
        in(
            "m/1.0/0000##a.sql",
            TABLE,
            "m/1.1/0000##b.sql",
            "CREATE TABLE u (id bigserial);",
            "m/1.1/0001##c.sql",
            "ALTER TABLE u ADD c text;",
            "m/LATEST.sql",
            TABLE + " CREATE TABLE u (id bigserial, c text);");
    assertThat(found.folders())
        .extracting(FoundFolder::path, FoundFolder::size)
        .containsExactly(tuple("m", 3));
    assertThat(found.leftOut())
        .extracting(left -> left.folder().scripts())
        .containsExactly(List.of("m/LATEST.sql"));
  }

  @Test
  void finds_scripts_that_a_file_lists_in_order() {
    var found =
        in(
            "sql/changes/LOADORDER",
            "# comment\n1.4/menu.sql\n!mc/new-tables.sql\n",
            "sql/changes/1.4/menu.sql",
            TABLE,
            "sql/changes/mc/new-tables.sql",
            "CREATE TABLE u (id bigint);",
            "sql/changes/mc/forgotten.sql",
            "CREATE TABLE v (id bigint);",
            "doc/order",
            "first\nsecond\n");
    assertThat(found.folders())
        .extracting(FoundFolder::path, FoundFolder::reason, FoundFolder::scripts)
        .containsExactly(
            tuple(
                "sql/changes",
                "order in LOADORDER",
                List.of("sql/changes/1.4/menu.sql", "sql/changes/mc/new-tables.sql")));
    assertThat(found.leftOut())
        .extracting(LeftOut::reason)
        .containsExactly("which is not listed in LOADORDER");
  }

  @Test
  void reads_one_step_next_to_the_schema_that_it_leads_to() {
    var found =
        in(
            "db/shop-schema-4.0.0.postgres.sql",
            TABLE,
            "db/upgrade-3.0.0-to-4.0.0.postgres.sql",
            "ALTER TABLE t ADD COLUMN a text;");
    assertThat(found.folders())
        .extracting(FoundFolder::scripts)
        .containsExactly(List.of("db/upgrade-3.0.0-to-4.0.0.postgres.sql"));
    assertThat(found.leftOut())
        .extracting(LeftOut::reason)
        .containsExactly("which is the schema of version 4.0.0, to which a step leads");
  }

  @Test
  void names_scripts_in_no_order_where_nothing_else_is_found() {
    assertThat(in("db/users.sql", TABLE, "db/mysql/users.sql", TABLE).leftOut())
        .extracting(left -> left.folder().path(), LeftOut::reason)
        .containsExactly(
            tuple("db", "scripts whose names say no order"), tuple("db/mysql", "for MySQL"));
    assertThat(in("db/users.sql", TABLE, "m/1_a.sql", TABLE).leftOut()).isEmpty();
  }

  @Test
  void names_patches_in_no_order() {
    assertThat(in("m/1_a.sql", TABLE, "p/patch-a.sql", TABLE, "p/patch-b.sql", TABLE).leftOut())
        .extracting(left -> left.folder().path(), LeftOut::reason)
        .containsExactly(tuple("p", "scripts whose names say no order"));
  }

  @Test
  void finds_steps_that_are_a_chain_of_numbers() {
    assertThat(
            in("u/pg.11_12.sql", TABLE, "u/pg.12_14.sql", TABLE, "u/pg.14_2001.sql", TABLE)
                .folders())
        .extracting(FoundFolder::path, FoundFolder::size)
        .containsExactly(tuple("u", 3));
    assertThat(
            in("u/of.2011_2012.sql", TABLE, "u/of.2015_2016.sql", TABLE, "u/of.1_2.sql", TABLE)
                .folders())
        .isEmpty();
  }

  @Test
  void leaves_out_folders_without_a_version_next_to_those_of_versions() {
    var found =
        in(
            "up/1.3.0/update.sql",
            "CREATE TABLE a (id int);",
            "up/1.10.0/update.sql",
            "CREATE TABLE b (id int);",
            "up/2.0/update.sql",
            "CREATE TABLE c (id int);",
            "up/basic/update.sql",
            TABLE);
    assertThat(found.folders())
        .extracting(FoundFolder::path, FoundFolder::size)
        .containsExactly(tuple("up", 3));
    assertThat(found.leftOut())
        .extracting(left -> left.folder().path(), LeftOut::reason)
        .containsExactly(
            tuple("up/basic", "in no folder of a version, unlike files of the same name"));
  }
}
