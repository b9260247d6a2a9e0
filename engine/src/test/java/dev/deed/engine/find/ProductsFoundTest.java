package dev.deed.engine.find;

import static dev.deed.engine.find.SmallRepository.TABLE;
import static dev.deed.engine.find.SmallRepository.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files for several database products: those for PostgreSQL are found, the others left out.
class ProductsFoundTest {

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
}
