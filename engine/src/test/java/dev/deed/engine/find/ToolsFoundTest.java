package dev.deed.engine.find;

import static dev.deed.engine.find.SmallRepository.TABLE;
import static dev.deed.engine.find.SmallRepository.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.deed.sql.Tool;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// By which signs the tool of a folder is known.
class ToolsFoundTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "flyway | db/migration | db/migration/V1__init.sql | CREATE TABLE t (a int);",
        "flyway | db/migration | db/migration/sub/V1.1__init.sql | CREATE TABLE t (a int);",
        "liquibase | db/changelog | db/changelog/1.sql | --liquibase formatted sql",
        "liquibase | db/changelog | db/changelog/master.xml | <databaseChangeLog>",
        "liquibase | db/changelog | db/changelog/a/1.yaml | databaseChangeLog:",
        "alembic | alembic/versions | alembic/versions/1_a.py | down_revision = None",
        "knex | migrations | migrations/2024_a.js | exports.up = (knex) => 1",
        "node-pg-migrate | migrations | migrations/1_a.js | exports.up = (pgm) => 1",
        "node-pg-migrate | migrations | migrations/1_a.sql | -- Up Migration",
        "rails | db/migrate | db/migrate/1_a.rb | class A < ActiveRecord::Migration[7.0]",
        "django | app/migrations | app/migrations/0001_a.py | class Migration(migrations.Migration):",
        "dbmate | db/migrations | db/migrations/1_a.sql | -- migrate:up",
        "goose | sql | sql/1_a.sql | -- +goose Up",
        "golang-migrate | m | m/000001_a.up.sql | CREATE TABLE t (a serial);",
        "diesel | migrations | migrations/2024-01-01-000000_a/up.sql | CREATE TABLE t (a serial);",
        "prisma | prisma/migrations | prisma/migrations/20240101_a/migration.sql | CREATE TABLE t (a serial);",
        "graphile-migrate | migrations | migrations/committed/000001.sql | --! Previous: -",
        "sql | sql | sql/001_a.sql | CREATE TABLE t (a serial);",
        "typeorm | src/migrations | src/migrations/1-a.ts | class A implements MigrationInterface {",
        "mikro-orm | src/migrations | src/migrations/Migration1.ts | class A extends Migration { up() { this.addSql(`x`); } }",
        "an unknown tool | db/migrations/pg | db/migrations/pg/17-a.js | class A { async up({ runQuery }) {} }",
        "an unknown tool | alterations | alterations/1.0.0-17-a.ts | const a: Script = { up: async (pool) => {} };",
        "an unknown tool | migrations | migrations/0001_a.py | step('CREATE TABLE t (a int)')",
        "an unknown tool | migrations | migrations/202107281619.js | module.exports = { sql: 'alter table t add a int' };",
        "db-migrate | migrations | migrations/1-a.js | exports.up = (db, cb) => db.runSql(`x`, cb)",
        "ecto | priv/repo/migrations | priv/repo/migrations/1_a.exs | use Ecto.Migration",
      })
  void recognises_a_tool_by_what_is_in_its_files(
      String tool, String folder, String path, String text) {
    assertThat(in(path, text).folders())
        .extracting(found -> found.tool().word(), FoundFolder::path, FoundFolder::size)
        .containsExactly(tuple(tool, folder, 1));
  }

  /// Its files are read as Diesel's.
  @Test
  void names_hasura_by_its_configuration() {
    var up = "api/migrations/default/1610000000000_a/up.sql";
    var configuration = "version: 3\nmetadata_directory: metadata\n";
    assertThat(in(up, TABLE, "api/config.yaml", configuration).folders())
        .extracting(FoundFolder::tool, FoundFolder::runner, FoundFolder::reason)
        .containsExactly(
            tuple(
                FoundTool.DIESEL,
                "hasura",
                "a folder with up.sql for each migration, as Hasura has it"));
    assertThat(in(up, TABLE, "other/config.yaml", configuration).folders())
        .extracting(FoundFolder::runner)
        .containsExactly("diesel");
    assertThat(MigrationSearch.isRead("api/config.yaml")).isTrue();
  }

  @Test
  void recognises_tools_by_their_own_files() {
    assertThat(in("drizzle/0000_a.sql", TABLE, "drizzle/meta/_journal.json", "{}").folders())
        .extracting(FoundFolder::tool)
        .containsExactly(FoundTool.DRIZZLE);
    assertThat(in("rs/Cargo.toml", "sqlx = 1", "rs/migrations/1_a.sql", TABLE).folders())
        .extracting(FoundFolder::tool)
        .containsExactly(FoundTool.SQLX);
    assertThat(in("sqitch.plan", "", "deploy/a.sql", TABLE, "revert/a.sql", "").folders())
        .extracting(FoundFolder::tool, FoundFolder::path, FoundFolder::scripts)
        .containsExactly(tuple(FoundTool.SQITCH, "", List.of("deploy/a.sql")));
    assertThat(
            in("api/alembic/env.py", "", "api/alembic/versions/a.py", "down_revision = 'x'")
                .folders())
        .extracting(FoundFolder::path)
        .containsExactly("api/alembic");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flyway/readme.md",
        "alembic/config.py",
        "migrations/readme.sql",
        "prisma/schema.prisma",
        "src/V1_api.sql",
      })
  void finds_no_tool_in_a_folder_that_is_only_named_like_one(String path) {
    assertThat(in(path, "SELECT 1;").folders()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "migrations/0001_a.js | export const routes = [];",
        "src/1-a.js | exports.up = () => {};",
        "migrations/1-a.test.ts | up()",
        "migrations/index.js | up()",
      })
  void takes_no_other_program_for_a_migration(String path, String text) {
    assertThat(in(path, text).folders()).isEmpty();
  }

  @Test
  void names_upgrades_that_are_scripts_of_the_shell() {
    var shell = "psql \"$@\" <<EOF\n" + TABLE + "\nEOF\n";
    var found =
        in(
            "db/pgsql/upgrade_1.0_to_2.0.sh.in", shell,
            "db/pgsql/upgrade_2.0_to_3.0.sh.in", shell,
            "db/pgsql/wipe.sh", shell,
            "db/pgsql/create.pgsql", TABLE);
    assertThat(found.folders())
        .extracting(FoundFolder::tool, FoundFolder::path, FoundFolder::others)
        .containsExactly(
            tuple(
                FoundTool.UNKNOWN,
                "db/pgsql",
                List.of("db/pgsql/upgrade_1.0_to_2.0.sh.in", "db/pgsql/upgrade_2.0_to_3.0.sh.in")));
    assertThat(MigrationSearch.isRead("db/pgsql/upgrade_1.0_to_2.0.sh.in")).isTrue();
    assertThat(in("x/up_1_to_2.sh", "mysql < a", "x/up_2_to_3.sh", "mysql < b").folders())
        .isEmpty();
  }

  @Test
  void counts_no_sql_that_no_changelog_names() {
    var found =
        in(
            "db/changelog/master.xml", "<databaseChangeLog><sqlFile path=\"a.sql\"/>",
            "db/changelog/a.sql", TABLE,
            "db/changelog/tables_h2.sql", TABLE);
    assertThat(found.folders())
        .extracting(FoundFolder::tool, FoundFolder::scripts)
        .containsExactly(tuple(FoundTool.LIQUIBASE, List.of("db/changelog/a.sql")));
    assertThat(found.leftOut())
        .extracting(LeftOut::reason)
        .containsExactly("named by no changelog next to them");
  }

  @Test
  void knows_the_tools_of_the_ownership_file() {
    assertThat(Arrays.stream(FoundTool.values()).filter(FoundTool::isReadable).map(FoundTool::word))
        .containsExactlyInAnyOrderElementsOf(Tool.keys());
  }

  @Test
  void needs_no_definition_where_the_names_are_those_of_a_tool() {
    var rows = "UPDATE t SET a = 1;";
    assertThat(in("m/1_a.up.sql", rows, "m/1_a.down.sql", rows).folders())
        .extracting(FoundFolder::tool)
        .containsExactly(FoundTool.GOLANG_MIGRATE);
    assertThat(in("m/0_init/migration.sql", rows).folders())
        .extracting(FoundFolder::tool)
        .containsExactly(FoundTool.PRISMA);
    assertThat(in("m/20260101120000_a.sql", rows).folders())
        .extracting(FoundFolder::tool)
        .containsExactly(FoundTool.SQL);
    assertThat(
            in("m/1700000000000_a.sql", rows, "package.json", "{\"node-pg-migrate\": \"8\"}")
                .folders())
        .extracting(FoundFolder::tool)
        .containsExactly(FoundTool.NODE_PG_MIGRATE);
    assertThat(in("reports/1_a.sql", rows).folders()).isEmpty();
  }

  @Test
  void counts_programs_whose_sign_is_far_below() {
    var found =
        in(
            "shop/migrations/0001_a.py", "class Migration(migrations.Migration):",
            "shop/migrations/0002_b.py", "def helper(): pass",
            "shop/migrations/__init__.py", "",
            "web/migrations/20260101000000_a.js", "exports.up = knex => {}",
            "web/migrations/20260102000000_b.js", "const rows = [];",
            "web/migrations/20260102000000_b.test.js", "const rows = [];");
    assertThat(found.folders())
        .extracting(FoundFolder::path, FoundFolder::size)
        .containsExactly(tuple("shop/migrations", 2), tuple("web/migrations", 2));
  }

  @Test
  void finds_java_of_flyway_that_is_alone_in_its_folder() {
    var found =
        in(
            "src/main/resources/db/migration/V1__a.sql", TABLE,
            "src/main/java/db/migration/V2__b.java", "",
            "src/main/java/db/Migrations.java", "");
    assertThat(found.folders())
        .extracting(FoundFolder::tool, FoundFolder::path)
        .containsExactly(
            tuple(FoundTool.FLYWAY, "src/main/java/db/migration"),
            tuple(FoundTool.FLYWAY, "src/main/resources/db/migration"));
  }

  /// refinery's migrations have Flyway's names.
  @Test
  void counts_rust_between_the_files_of_flyway() {
    assertThat(in("m/V1__a.sql", TABLE, "m/V2__b.rs", "pub fn migration()").folders())
        .extracting(FoundFolder::tool, FoundFolder::others)
        .containsExactly(tuple(FoundTool.FLYWAY, List.of("m/V2__b.rs")));
  }

  @Test
  void counts_programs_between_migrations_in_sql() {
    var found =
        in(
            "m/1_a.up.sql", TABLE,
            "m/2_b.up.go", "func up() {}",
            "m/2_b.down.go", "func down() {}",
            "m/migrate.go", "",
            "p/1_a.sql", TABLE,
            "p/2_b.py", "def run(): pass",
            "p/2_b_test.py", "",
            "p/README.md", "");
    assertThat(found.folders())
        .extracting(FoundFolder::path, FoundFolder::others)
        .containsExactly(tuple("m", List.of("m/2_b.up.go")), tuple("p", List.of("p/2_b.py")));
  }

  @Test
  void leaves_plain_scripts_to_the_changelog_above_them() {
    var found =
        in("db/master.xml", "<databaseChangeLog>", "db/sql/1_a.sql", TABLE, "other/1_a.sql", TABLE);
    assertThat(found.folders())
        .extracting(FoundFolder::tool, FoundFolder::path)
        .containsExactly(tuple(FoundTool.LIQUIBASE, "db"), tuple(FoundTool.SQL, "other"));
    assertThat(found.leftOut())
        .extracting(LeftOut::reason)
        .containsExactly("run by the changelog above them, if it names them");
  }

  @Test
  void names_operations_that_are_no_sql_and_the_scripts_of_extensions() {
    var pgroll = "{\"name\": \"a\", \"operations\": [{\"create_table\": {}}]}";
    assertThat(
            in(
                    "m/migrations/01_a.json", pgroll,
                    "y/migrations/01_a.yaml", "operations:\n- add_column:\n    table: t\n",
                    "r/migrations/1_a.toml", "[[actions]]\ntype = \"create_table\"\n",
                    "z/migrations/1.json", "{\"operations\": [1]}")
                .folders())
        .extracting(found -> found.tool().word(), FoundFolder::path)
        .containsExactly(
            tuple("pgroll", "m/migrations"),
            tuple("reshape", "r/migrations"),
            tuple("pgroll", "y/migrations"));
    var extension = in("thing--1.0.sql", TABLE, "thing--1.0--1.1.sql", TABLE);
    assertThat(extension.folders()).isEmpty();
    assertThat(extension.leftOut())
        .extracting(LeftOut::reason)
        .containsExactly("scripts of an extension, which CREATE EXTENSION runs");
  }

  @Test
  void knows_mikro_orm_by_any_package() {
    var text = "import { Migration } from '@acme/framework/mikro-orm/migrations'";
    assertThat(in("src/migrations/Migration20260101000000.ts", text).folders())
        .extracting(FoundFolder::tool)
        .containsExactly(FoundTool.MIKRO_ORM);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rails | db/migrate/1_a.rb | class A < Shop::Database::Migration[2.1]",
        "phinx | db/migrations/1_a.php | use Phinx\\Migration\\AbstractMigration; class A extends AbstractMigration",
        "kysely | src/migrations/1-a.ts | import { Kysely } from 'kysely'; export async function up() {}",
      })
  void tells_tools_apart_that_look_alike(String tool, String path, String text) {
    assertThat(in(path, text).folders())
        .extracting(found -> found.tool().word())
        .containsExactly(tool);
  }

  @Test
  void finds_the_plan_of_pgpm() {
    assertThat(in("p/a/pgpm.plan", "", "p/a/deploy/s/a.sql", TABLE).folders())
        .extracting(FoundFolder::path, FoundFolder::tool, FoundFolder::reason)
        .containsExactly(tuple("p/a", FoundTool.SQITCH, "pgpm.plan"));
  }
}
