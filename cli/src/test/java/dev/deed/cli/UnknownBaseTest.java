package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Migrations that begin after a schema that no file holds: what is missing is not known, which is
/// said once. One name alone is a mistake.
class UnknownBaseTest {

  @TempDir private Path folder;

  @Test
  void says_once_that_tables_existed_before() throws IOException {
    write("1_invoice.sql", "CREATE TABLE invoice (id bigint PRIMARY KEY, customer bigint);");
    write("2_orders.sql", "ALTER TABLE orders ADD COLUMN note text;");
    write("3_users.sql", "CREATE INDEX CONCURRENTLY users_name ON users (name);");
    write("4_both.sql", "UPDATE invoice SET customer = 1 WHERE id IN (SELECT id FROM payments);");

    var check = check("[]");

    assertThat(check).doesNotContain("[will-fail]");
    assertThat(check.split("unknown-base", -1)).hasSize(2);
    assertThat(check)
        .contains(
            "2_orders.sql",
            "the migrations of main change orders, users, which none of them creates");
  }

  @Test
  void says_so_of_a_history_whose_first_statement_changes_a_table() throws IOException {
    write(
        "1_orders.sql", "ALTER TABLE orders ADD COLUMN note text; CREATE TABLE invoice (id int);");

    assertThat(check("[]")).contains("[unknown-base]").doesNotContain("[will-fail]");
    assertThat(check("[orders]")).doesNotContain("[unknown-base]");
  }

  @Test
  void takes_one_missing_table_for_a_mistake() throws IOException {
    write("1_invoice.sql", "CREATE TABLE invoice (id bigint PRIMARY KEY);");
    write("2_orders.sql", "ALTER TABLE orders ADD COLUMN note text;");
    write("3_more.sql", "ALTER TABLE invioce ADD COLUMN note text;");

    assertThat(check("[]"))
        .contains("public.orders does not exist", "public.invioce does not exist")
        .doesNotContain("[unknown-base]");
  }

  private String check(String outside) throws IOException {
    write(
        "../../../schema-ownership.yaml",
        """
        version: 1
        databases: {main: {outside: %s}}
        services:
          web: {owns: {main: ["*"]}}
        """
            .formatted(outside));
    return Console.in(folder).run("check").screen();
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve("migrations/main/web").resolve(name).normalize();
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
