package dev.deed.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deed.drift.close.Reconciler;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectName;
import org.junit.jupiter.api.Test;

/// Kinds of objects that only another version, or another server, has.
class UnknownObjectsTest {

  private static final String HEAD = "--\n-- PostgreSQL database dump\n--\n\n";
  private static final String END = "--\n-- PostgreSQL database dump complete\n--\n";

  private static final String TABLE = "CREATE TABLE public.t (a integer);\n";

  private static final String POLICY =
      """
      CREATE MASKING POLICY app."M 1" ON public.t
          USING ((a > 1)); -- masked
      ALTER MASKING POLICY app."M 1" OWNER TO joe;
      COMMENT ON MASKING POLICY app."M 1" IS 'x; y';
      """;

  @Test
  void are_compared_as_text() {
    assertThat(drift(TABLE + POLICY, TABLE + POLICY)).isEqualTo("no drift\n");
    assertThat(drift(TABLE + POLICY, TABLE))
        .isEqualTo("missing object masking policy app.\"M 1\" [breaking, nobody]\n");
    assertThat(drift(TABLE, TABLE + POLICY))
        .isEqualTo("added object masking policy app.\"M 1\" [behaviour, nobody]\n");
    assertThat(drift(TABLE + POLICY, TABLE + POLICY.replace("a > 1", "a > 2")))
        .startsWith("changed object masking policy app.\"M 1\" [behaviour, nobody]\n  definition: ")
        .contains("( a > 1 )", "( a > 2 )");
  }

  @Test
  void differ_by_what_is_said_about_them() {
    assertThat(drift(TABLE + POLICY, TABLE + POLICY.replace("TO joe", "TO jane")))
        .startsWith("changed object masking policy app.\"M 1\" ")
        .contains("OWNER TO joe", "OWNER TO jane");
  }

  @Test
  void do_not_differ_by_white_space() {
    assertThat(drift(TABLE + POLICY, TABLE + POLICY.replace("    USING", " USING")))
        .isEqualTo("no drift\n");
  }

  @Test
  void are_left_to_a_person() {
    var closed = Reconciler.between(side(TABLE), side(TABLE + POLICY), true);

    assertThat(closed.closings()).isEmpty();
    assertThat(closed.left())
        .map(ObjectName::words)
        .containsExactly("object masking policy app.\"M 1\"");
    assertThat(Reconciler.between(side(TABLE + POLICY), side(TABLE), true).left())
        .map(ObjectName::words)
        .containsExactly("object masking policy app.\"M 1\"");
  }

  @Test
  void are_mistakes_in_what_a_person_wrote() {
    var byHand = new SourceFile("x.sql");
    var side =
        new Side(
            "x",
            byHand,
            DumpText.of(TABLE + "CREATE TABEL public.u ();"),
            15,
            15,
            false,
            true,
            null);

    assertThatThrownBy(() -> DriftCheck.between(Owners.DATABASE, side, side(TABLE), Owners::of))
        .isInstanceOf(DumpNotReadable.class)
        .hasMessageContaining("expected the kind of object to create");
  }

  @Test
  void hide_no_other_mistake() {
    var broken = side(TABLE + POLICY + "CREATE TABLE public.u (a integer;\n");

    assertThatThrownBy(() -> DriftCheck.between(Owners.DATABASE, broken, side(TABLE), Owners::of))
        .isInstanceOf(DumpNotReadable.class)
        .hasMessageContaining("syntax error");
  }

  private static String drift(String from, String to) {
    return PlainReport.of(DriftCheck.between(Owners.DATABASE, side(from), side(to), Owners::of));
  }

  private static Side side(String statements) {
    return new Side(
        "x",
        new SourceFile("x.sql"),
        DumpText.of(HEAD + statements + END),
        15,
        15,
        false,
        true,
        null);
  }
}
