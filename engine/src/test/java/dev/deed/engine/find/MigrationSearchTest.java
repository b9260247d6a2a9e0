package dev.deed.engine.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.deed.engine.find.MigrationSearch.Found;
import dev.deed.sql.Tool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationSearchTest {

  private static final String TABLE = "CREATE TABLE t (id bigserial PRIMARY KEY);";

  /// Paths and texts in turn.
  private static Found in(String... pathsAndTexts) {
    var files = new ArrayList<RepositoryFile>();
    for (var i = 0; i < pathsAndTexts.length; i += 2) {
      files.add(new RepositoryFile(pathsAndTexts[i], pathsAndTexts[i + 1]));
    }
    return MigrationSearch.in(files);
  }

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
  void finds_scripts_whose_ending_is_a_product() {
    var found =
        in(
            "up/4.0.0rc4/schema.Pg",
            TABLE,
            "up/4.0.1/schema.Pg",
            TABLE.replace("TABLE t", "TABLE u"),
            "up/4.0.1/acl.Pg",
            "sub acl { return 'GRANT SELECT ON t TO web'; }",
            "up/4.0.1/schema.mysql",
            TABLE);
    assertThat(found.folders())
        .extracting(FoundFolder::path, FoundFolder::scripts)
        .containsExactly(tuple("up", List.of("up/4.0.0rc4/schema.Pg", "up/4.0.1/schema.Pg")));
    assertThat(found.leftOut())
        .extracting(LeftOut::reason)
        .containsExactly("which is not SQL, in spite of its ending");
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
  void joins_files_for_every_product_with_those_that_postgresql_has_instead() {
    var found =
        in(
            "sql/common/migrations/v001__a.sql", TABLE,
            "sql/common/migrations/v002__b.sql", TABLE,
            "sql/postgres/migrations/v002__b.sql", TABLE,
            "sql/h2/migrations/v002__b.sql", TABLE);
    assertThat(found.folders())
        .extracting(FoundFolder::path, FoundFolder::scripts)
        .containsExactly(
            tuple(
                "sql",
                List.of(
                    "sql/common/migrations/v001__a.sql", "sql/postgres/migrations/v002__b.sql")));
  }

  @Test
  void finds_patches_that_a_program_runs_and_not_those_for_other_products() {
    var found =
        in(
            "m/postgres/archives/patch-a.sql",
            TABLE,
            "m/postgres/archives/patch-b.sql",
            TABLE,
            "m/postgres/archives/patch-c-2.sql",
            TABLE,
            "m/archives/patch-a.sql",
            "CREATE TABLE /*_*/t (id int);",
            "m/archives/patch-b.sql",
            "CREATE TABLE /*_*/t (id int);",
            "m/archives/patch-d.sql",
            "CREATE TABLE /*_*/t (id int);");
    assertThat(found.folders())
        .extracting(FoundFolder::path, FoundFolder::size)
        .containsExactly(tuple("m/postgres/archives", 3));
    assertThat(found.leftOut())
        .extracting(left -> left.folder().path(), LeftOut::reason)
        .containsExactly(tuple("m/archives", "for products without a folder of their own"));
  }

  @Test
  void takes_no_tests_of_pgtap_for_migrations() {
    var found = in("sql/1_a.sql", TABLE, "xt/42-admin.pg", TABLE, "t/43-users.pg", TABLE);
    assertThat(found.folders()).extracting(FoundFolder::path).containsExactly("sql");
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
  void leaves_out_what_is_for_another_product() {
    var found =
        in(
            "m/postgres/1_a.up.sql", TABLE,
            "m/mysql/1_a.up.sql", "CREATE TABLE t (a int);",
            "lite/1_a.sql", "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT);");
    assertThat(found.folders()).extracting(FoundFolder::path).containsExactly("m/postgres");
    assertThat(found.leftOut())
        .extracting(left -> left.folder().path(), LeftOut::reason)
        .containsExactly(tuple("lite", "for SQLite"), tuple("m/mysql", "for MySQL"));
  }

  @Test
  void takes_the_files_for_postgresql_where_their_names_say_so() {
    var found =
        in(
            "m/1_a.postgres.up.sql",
            TABLE,
            "m/1_a.mysql.up.sql",
            "CREATE TABLE t (a int) ENGINE=InnoDB;");
    assertThat(found.folders().getFirst().scripts()).containsExactly("m/1_a.postgres.up.sql");
    assertThat(found.leftOut()).hasSize(1);
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
  void keeps_a_flyway_folder_whole_and_its_products_apart() {
    var found =
        in(
            "db/migration/common/V1__a.sql", TABLE,
            "db/migration/V2__b.sql", TABLE,
            "db/migration/V3__c.java", "class V3__c",
            "db/migration/h2/V1__a.sql", TABLE);
    assertThat(found.folders())
        .extracting(FoundFolder::path, FoundFolder::size, folder -> folder.others().size())
        .containsExactly(tuple("db/migration", 3, 1));
    assertThat(found.leftOut())
        .extracting(left -> left.folder().path())
        .containsExactly("db/migration/h2");
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
  void knows_the_tools_of_the_ownership_file() {
    assertThat(Arrays.stream(FoundTool.values()).filter(FoundTool::isReadable).map(FoundTool::word))
        .containsExactlyInAnyOrderElementsOf(Tool.keys());
  }

  @Test
  void reads_other_encodings_and_line_ends() {
    assertThat(in("db/1_a.sql", "\r\n-- migrate:up\r\nCREATE TABLE t (a int);\r\n").folders())
        .extracting(FoundFolder::tool)
        .containsExactly(FoundTool.DBMATE);
  }

  @Test
  void reads_of_the_folders_for_several_products_only_those_for_postgresql() {
    var found =
        in(
            "db/migration/POSTGRESQL/V1__a.sql", TABLE,
            "db/migration/SQL_SERVER/V1__a.sql", "CREATE TABLE t (a int);",
            "db/migration/default/V1__a.sql", "CREATE TABLE t (a int);",
            "db/migration/default/V2__b.sql", "CREATE TABLE u (a int);",
            "db/migration/shared/V9__z.sql", "CREATE TABLE z (a int);");
    assertThat(found.folders())
        .extracting(FoundFolder::path, FoundFolder::size)
        .containsExactly(tuple("db/migration/POSTGRESQL", 1), tuple("db/migration/shared", 1));
    assertThat(found.leftOut())
        .extracting(left -> left.folder().path(), LeftOut::reason)
        .containsExactly(
            tuple("db/migration/SQL_SERVER", "for SQL Server"),
            tuple("db/migration/default", "for products without a folder of their own"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mysql", "mysql_migrations", "migrations-mysql", "mysqldb", "sqlite", "dsql"})
  void leaves_out_folders_of_up_sql_for_other_products(String product) {
    var found =
        in(
            "migrations/postgresql/2026-01-01-000000_a/up.sql",
            TABLE,
            "migrations/" + product + "/2026-01-01-000000_a/up.sql",
            "CREATE TABLE t (a int);");
    assertThat(found.folders())
        .extracting(FoundFolder::path)
        .containsExactly("migrations/postgresql");
    assertThat(found.leftOut())
        .extracting(left -> left.folder().path())
        .containsExactly("migrations/" + product);
  }

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
  void leaves_out_rails_for_other_products_and_its_changes_of_rows() {
    var create = "class Create < ActiveRecord::Migration[7.1]";
    var found =
        in(
            "app/db/migrate/20260101000000_create.rb",
            create,
            "app/db/data/20260102000000_fill.rb",
            create,
            "app/db/structure.sql",
            "CREATE TABLE t (a int, KEY k (a) USING BTREE) ENGINE=InnoDB;");
    assertThat(found.folders()).isEmpty();
    assertThat(found.leftOut())
        .extracting(left -> left.folder().path(), LeftOut::reason)
        .containsExactly(
            tuple("app/db/data", "changes of rows, which rails db:migrate does not run"),
            tuple("app/db/migrate", "for MySQL"));
  }

  @Test
  void takes_the_samples_of_a_repository_for_samples() {
    var create = "class Create < ActiveRecord::Migration[7.1]";
    var found = in("db/migrate/1_a.rb", create, "extra/sample_plugin/db/migrate/1_a.rb", create);
    assertThat(found.folders()).extracting(FoundFolder::path).containsExactly("db/migrate");
  }

  /// Long helpers come before the class.
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
  void reads_of_the_steps_those_for_all_products_too() {
    var found =
        in(
            "up/shop.all.step.9.to.10.sql", "ALTER TABLE t ADD b int;",
            "up/shop.postgres.step.8.to.9.sql", "ALTER TABLE t ADD a int;",
            "up/shop.postgres.step.8.to.fork9.sql", "ALTER TABLE t ADD a int;",
            "up/shop.mysql55.step.8.to.9.sql", "ALTER TABLE t ADD a int;",
            "up/shop.kingbase-mysql.step.8.to.9.sql", "ALTER TABLE t ADD a int;");

    assertThat(found.folders())
        .extracting(FoundFolder::scripts)
        .containsExactly(
            List.of("up/shop.all.step.9.to.10.sql", "up/shop.postgres.step.8.to.9.sql"));
    assertThat(found.leftOut())
        .extracting(left -> left.folder().size(), LeftOut::reason)
        .containsExactlyInAnyOrder(
            tuple(2, "for MySQL, kingbase"),
            tuple(1, "which is another way of the step of shop.postgres.step.8.to.9.sql"));
  }

  @Test
  void reads_no_files_for_other_products_below_or_between_the_migrations() {
    var mysql = "CREATE TABLE t (id int) ENGINE=InnoDB;";
    var below = in("m/1_a.sql", TABLE, "m/mysql/1_a.sql", mysql);
    assertThat(below.folders()).extracting(FoundFolder::size).containsExactly(1);
    assertThat(below.leftOut())
        .extracting(left -> left.folder().path(), LeftOut::reason)
        .containsExactly(tuple("m/mysql", "for MySQL"));

    var between =
        in(
            "m/1_a.postgres.up.sql", TABLE,
            "m/1_a.mysql.up.sql", mysql,
            "m/1_a.cockroach.up.sql", TABLE,
            "m/2_b.up.sql", TABLE,
            "m/3_c.up.sql", "ALTER TABLE t ADD c text;",
            "m/3_c.postgres.up.sql", "ALTER TABLE t ADD c jsonb;");
    assertThat(between.folders())
        .extracting(FoundFolder::scripts)
        .containsExactly(List.of("m/1_a.postgres.up.sql", "m/2_b.up.sql", "m/3_c.postgres.up.sql"));
    assertThat(between.leftOut())
        .extracting(LeftOut::reason)
        .containsExactly("for MySQL, cockroach, products without a file of their own");
  }

  /// `oracle` and `pg` are words of a program, too.
  @Test
  void takes_no_word_for_a_product_that_is_the_name_of_something_else() {
    var found =
        in(
            "m/1_a.sql", TABLE,
            "m/3_pg_trgm.sql", "CREATE EXTENSION pg_trgm;",
            "m/4_rows_from_mysql.sql", "ALTER TABLE t ADD m text;",
            "m/5_prices.oracle.sql", "CREATE TABLE prices (id bigserial);");
    assertThat(found.folders().getFirst().scripts())
        .contains("m/3_pg_trgm.sql", "m/4_rows_from_mysql.sql");
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

  @Test
  void reads_sql_whose_ending_names_the_product() {
    var found =
        in(
            "delta/71/01a.sql", TABLE,
            "delta/72/02b.sql.postgres", "ALTER TABLE t ADD b jsonb;",
            "delta/72/02b.sql.sqlite", "ALTER TABLE t ADD b text;",
            "delta/72/03c.py", "def run(): pass",
            "delta/72/03c_test.py", "");
    assertThat(found.folders())
        .extracting(FoundFolder::path, FoundFolder::scripts, FoundFolder::others)
        .containsExactly(
            tuple(
                "delta",
                List.of("delta/71/01a.sql", "delta/72/02b.sql.postgres"),
                List.of("delta/72/03c.py")));
  }

  @Test
  void leaves_out_plans_and_programs_for_other_products() {
    var efcore = "protected override void Up(MigrationBuilder migrationBuilder) {}";
    var found =
        in(
            "pg/sqitch.plan", "",
            "pg/deploy/a.sql", TABLE,
            "mysql/sqitch.plan", "",
            "mysql/deploy/a.sql", "CREATE TABLE t (a int);",
            "util/PostgresMigrations/Migrations/1_a.cs", efcore,
            "util/MySqlMigrations/Migrations/1_a.cs", efcore,
            "priv/events/migrations/1_a.exs",
                "use Ecto.Migration\ncreate table(:t, engine: \"MergeTree\")");
    assertThat(found.folders())
        .extracting(FoundFolder::path)
        .containsExactly("pg", "util/PostgresMigrations/Migrations");
    assertThat(found.leftOut())
        .extracting(left -> left.folder().path(), LeftOut::reason)
        .containsExactly(
            tuple("mysql", "for MySQL"),
            tuple("priv/events/migrations", "for ClickHouse"),
            tuple("util/MySqlMigrations/Migrations", "for MySQL"));
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
  void finds_the_plan_of_pgpm() {
    assertThat(in("p/a/pgpm.plan", "", "p/a/deploy/s/a.sql", TABLE).folders())
        .extracting(FoundFolder::path, FoundFolder::tool, FoundFolder::reason)
        .containsExactly(tuple("p/a", FoundTool.SQITCH, "pgpm.plan"));
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
