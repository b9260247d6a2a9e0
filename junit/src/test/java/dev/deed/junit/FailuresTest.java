package dev.deed.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a test fails with that cannot have its database. The nested classes are run by `TestRun`.
class FailuresTest {

  @TempDir private Path folder;

  @MigratedDatabase(database = "main")
  static class OnMain {
    @Test
    void first(Connection connection) {
      assertThat(connection).isNotNull();
    }

    @Test
    void second(Connection connection) {
      assertThat(connection).isNotNull();
    }
  }

  private static final String BROKEN =
      """
      CREATE TABLE carts (id int);

      ALTER TABLE carts
        ALTER COLUMN total SET NOT NULL;
      """;

  @Test
  void shows_the_line_of_the_migration_that_fails_and_tries_it_once() throws Exception {
    var file = "migrations/main/shop/20260102090000_create_carts.sql";
    var project = ShopProject.in(folder).file(file, BROKEN);
    var message =
        """
        %s:3:1: column "total" of relation "carts" does not exist (42703)
          ALTER TABLE carts
            ALTER COLUMN total SET NOT NULL
        """
            .formatted(file);
    assertThat(TestRun.of(OnMain.class, project.folder()).failures())
        .hasSize(2)
        .allSatisfy(
            failure -> assertThat(failure).contains(message).contains("and run the tests again"));

    // Another try would succeed.
    project.file(file, "CREATE TABLE carts (id int);");
    assertThat(TestRun.of(OnMain.class, project.folder()).failures())
        .hasSize(2)
        .allSatisfy(failure -> assertThat(failure).contains(message));
  }

  @Test
  void marks_the_place_in_a_line() throws Exception {
    var project =
        ShopProject.in(folder)
            .file(
                "migrations/main/shop/20260102090000_more.sql",
                "INSERT INTO orders (id, amount) VALUES (2, 3);\n");
    assertThat(TestRun.of(OnMain.class, project.folder()).failures())
        .hasSize(2)
        .allSatisfy(failure ->
            assertThat(failure)
                .contains("20260102090000_more.sql:1:25: column \"amount\"")
                .contains(
                    """
                      INSERT INTO orders (id, amount) VALUES (2, 3);
                                              ^
                    """));
  }

  @Test
  void refuses_a_file_that_deed_would_not_apply() throws Exception {
    var project =
        ShopProject.in(folder).file("migrations/main/shop/carts.sql", "CREATE TABLE carts ();");
    assertThat(TestRun.of(OnMain.class, project.folder()).failures())
        .hasSize(2)
        .allSatisfy(failure ->
            assertThat(failure).contains("migrations/main/shop/carts.sql").contains("help: "));
  }

  @Test
  void marks_mistakes_of_the_ownership_file() throws Exception {
    var project =
        ShopProject.in(folder)
            .file(
                "schema-ownership.yaml",
                """
                version: 1
                databases:
                  main: {}
                service:
                  shop: {}
                """);
    assertThat(TestRun.of(OnMain.class, project.folder()).failures())
        .hasSize(2)
        .allSatisfy(failure ->
            assertThat(failure)
                .contains("schema-ownership.yaml:4:1: the file has no key \"service\"")
                .contains("\n    service:\n    ^")
                .contains("help: did you mean \"services\"?"));
  }

  /// Python that has no SQL yet: its tables would be missing without a word.
  @Test
  void refuses_migrations_whose_sql_is_not_known() throws Exception {
    var project =
        ShopProject.in(folder)
            .file(
                "schema-ownership.yaml",
                """
                version: 1
                databases:
                  auth: {}
                  main: {tool: alembic, migrations: alembic/versions, service: shop}
                services:
                  shop: {owns: {main: ["*"]}}
                """)
            .file(
                "alembic/versions/0001_orders.py",
                "revision = '0001'\ndown_revision = None\n\ndef upgrade():\n    op.create_table('orders')\n");
    assertThat(TestRun.of(OnMain.class, project.folder()).failures())
        .hasSize(2)
        .allSatisfy(failure -> assertThat(failure).contains("0001_orders.py"));
  }

  @MigratedDatabase
  static class WithoutName {
    @Test
    void test(Connection connection) {
      assertThat(connection).isNotNull();
    }
  }

  @MigratedDatabase(database = "mian")
  static class Misspelt {
    @Test
    void test(Connection connection) {
      assertThat(connection).isNotNull();
    }
  }

  @MigratedDatabase(database = "main")
  static class InBeforeAll {
    @BeforeAll
    static void begin(Connection connection) {
      assertThat(connection).isNotNull();
    }

    @Test
    void test() {}
  }

  @MigratedDatabase(database = "main", file = "no/such/schema-ownership.yaml")
  static class WithoutFile {
    @Test
    void test(Connection connection) {
      assertThat(connection).isNotNull();
    }
  }

  @Test
  void says_what_is_wrong_with_the_annotation() throws Exception {
    var project = ShopProject.in(folder).folder();
    assertThat(TestRun.of(WithoutName.class, project).failures())
        .singleElement()
        .asString()
        .contains("schema-ownership.yaml has 2 databases: auth, main")
        .contains("help: say which: @MigratedDatabase(database = \"auth\")");
    assertThat(TestRun.of(Misspelt.class, project).failures())
        .singleElement()
        .asString()
        .contains("has no database 'mian'")
        .contains("help: did you mean main?");
    assertThat(TestRun.of(InBeforeAll.class, project).failures())
        .singleElement()
        .asString()
        .contains("@MigratedDatabase(per = CLASS)");
    assertThat(TestRun.of(WithoutFile.class, project).failures())
        .singleElement()
        .asString()
        .contains("there is no file schema-ownership.yaml");
  }

  @Test
  void says_why_a_server_cannot_be_used() throws Exception {
    var url = TestServers.at("").server().url().of("no_such").toString();
    var run =
        TestRun.of(
            List.of(OnMain.class), ShopProject.in(folder).folder(), Map.of(TestSettings.URL, url));
    assertThat(run.failures())
        .hasSize(2)
        .allSatisfy(failure ->
            assertThat(failure)
                .contains("there is no database `no_such` at localhost:")
                .contains("help: "));
  }
}
