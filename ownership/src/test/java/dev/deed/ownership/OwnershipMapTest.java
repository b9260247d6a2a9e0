package dev.deed.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.ownership.file.OwnershipFile;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.SourceFile;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnershipMapTest {

  private static final DatabaseName MAIN = new DatabaseName("main");
  private static final OwnershipMap MAP =
      map(
          """
          version: 1
          databases:
            main: {search_path: [public, app]}
          services:
            all: {owns: {main: ["*"]}}
            users: {owns: {main: [users, "user_*"]}}
            items: {owns: {main: ["user_items_*", "user_*_old"]}}
            billing: {owns: {main: [billing.*, public.invoices]}}
            invoices: {owns: {main: [invoices]}}
            quoted: {owns: {main: ['"a.b"', 'app."x*y"', User]}}
            archive: {owns: {main: ["arch*.users", "*.old"]}}
          """);

  @ParameterizedTest
  @CsvSource({
    "public, users, users",
    "app, users, users",
    ", users, users",
    "other, users, ",
    "public, user_x, users",
    "public, user_items_x, items",
    "public, user_x_old, items",
    "public, orders, all",
    "other, orders, ",
    "billing, anything, billing",
    "public, invoices, billing",
    "app, invoices, invoices",
    "public, a.b, quoted",
    "public, a_b, all",
    "app, x*y, quoted",
    "app, xzy, all",
    "public, User, quoted",
    "public, user, all",
    "archive, users, archive",
    "arch, users, archive",
    "elsewhere, old, archive",
    "billing, old, archive",
  })
  void the_most_specific_claim_decides(
      @Nullable String schema, String table, @Nullable String expected) {
    var owner = MAP.ownerOf(MAIN, QualifiedName.of(schema, table));

    var service = owner instanceof Owner.OwnedBy owned ? owned.service().text() : null;
    assertThat(service).isEqualTo(expected);
  }

  @Test
  void equal_claims_of_two_services_leave_a_table_contested() {
    var map =
        map(
            """
            version: 1
            databases: {main: }
            services:
              a: {owns: {main: ["user_*"]}}
              b: {owns: {main: ["*_user"]}}
            """);

    assertThat(map.ownerOf(MAIN, QualifiedName.of("user_user")))
        .isInstanceOfSatisfying(Owner.Contested.class, c -> assertThat(c.claims()).hasSize(2));
    assertThat(map.ownerOf(MAIN, QualifiedName.of("user_x"))).isInstanceOf(Owner.OwnedBy.class);
  }

  @Test
  void another_database_has_other_owners() {
    assertThat(MAP.ownerOf(new DatabaseName("auth"), QualifiedName.of("users")))
        .isInstanceOf(Owner.Unowned.class);
  }

  private static OwnershipMap map(String yaml) {
    return OwnershipFile.of(
            new SourceFile("schema-ownership.yaml"), yaml.getBytes(StandardCharsets.UTF_8))
        .map();
  }
}
