package dev.deed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.PrivilegeEffect.ChangesDefaultPrivileges;
import dev.deed.sql.effect.PrivilegeEffect.ChangesMembership;
import dev.deed.sql.effect.PrivilegeEffect.ChangesPrivileges;
import org.junit.jupiter.api.Test;

final class PrivilegeStatementsTest {

  @Test
  void reads_privileges_with_their_columns() {
    var grant =
        EffectsOf.first(
            ChangesPrivileges.class,
            "GRANT SELECT (a, \"B\"), Insert ON s.t TO x, GROUP y, PUBLIC WITH GRANT OPTION");

    assertThat(grant.revokes()).isFalse();
    assertThat(grant.privileges()).containsExactly("select (a, \"B\")", "insert");
    assertThat(grant.objects()).extracting(ObjectName::words).containsExactly("table s.t");
    assertThat(grant.roles()).containsExactly("x", "y", "public");
    assertThat(grant.grantOption()).isTrue();
  }

  @Test
  void reads_all_of_a_kind_in_schemas() {
    var revoke =
        EffectsOf.first(
            ChangesPrivileges.class,
            "REVOKE ALL PRIVILEGES ON ALL SEQUENCES IN SCHEMA s, t FROM x CASCADE");

    assertThat(revoke.revokes()).isTrue();
    assertThat(revoke.privileges()).containsExactly("all");
    assertThat(revoke.allKind()).isEqualTo(ObjectKind.SEQUENCE);
    assertThat(revoke.allInSchemas()).containsExactly("s", "t");
    assertThat(revoke.cascade()).isTrue();
  }

  @Test
  void takes_a_table_called_like_a_kind_for_a_table() {
    var grant = EffectsOf.first(ChangesPrivileges.class, "GRANT SELECT ON sequence, type TO x");

    assertThat(grant.objects())
        .extracting(ObjectName::words)
        .containsExactly("table sequence", "table type");
  }

  @Test
  void tells_memberships_from_privileges() {
    var grant =
        EffectsOf.first(
            ChangesMembership.class, "GRANT a, b TO c WITH INHERIT FALSE, ADMIN OPTION");
    assertThat(grant.granted()).containsExactly("a", "b");
    assertThat(grant.options()).isEqualTo("admin true, inherit false");

    var revoke = EffectsOf.first(ChangesMembership.class, "REVOKE ADMIN OPTION FOR a FROM c");
    assertThat(revoke.revokes()).isTrue();
    assertThat(revoke.options()).isEqualTo("admin");
  }

  @Test
  void reads_default_privileges() {
    var grant =
        EffectsOf.first(
            ChangesDefaultPrivileges.class,
            "ALTER DEFAULT PRIVILEGES IN SCHEMA s FOR ROLE a, b GRANT EXECUTE ON FUNCTIONS TO x");

    assertThat(grant.kind()).isEqualTo(ObjectKind.ROUTINE);
    assertThat(grant.schemas()).containsExactly("s");
    assertThat(grant.forRoles()).containsExactly("a", "b");
  }

  @Test
  void says_what_was_expected() {
    assertThat(EffectsOf.error("GRANT SELECT ON ALL VIEWS IN SCHEMA s TO x"))
        .contains("\"VIEWS\"", "TABLES, SEQUENCES, FUNCTIONS, PROCEDURES or ROUTINES");
    assertThat(EffectsOf.error("DROP CONSTRAINT c")).contains("DROP cannot drop a constraint");
    assertThat(EffectsOf.error("COMMENT ON TABLE t IS x")).contains("a comment in quotes or NULL");
  }
}
