package dev.deed.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.drift.close.Reconciler;
import dev.deed.ownership.DriftIgnore;
import dev.deed.ownership.DriftIgnore.What;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AcceptedDriftTest {

  private static final String FROM =
      """
      CREATE TABLE public.t (a integer, b text);
      ALTER TABLE public.t OWNER TO app;
      GRANT SELECT ON TABLE public.t TO reader;
      CREATE VIEW public.v AS SELECT t.a FROM public.t;
      ALTER VIEW public.v OWNER TO app;
      """;

  private static final String TO =
      """
      CREATE TABLE public.t (a bigint, b text DEFAULT 'x'::text NOT NULL);
      ALTER TABLE public.t OWNER TO app;
      COMMENT ON TABLE public.t IS 'ours';
      COMMENT ON COLUMN public.t.b IS 'b';
      GRANT UPDATE ON TABLE public.t TO reader;
      CREATE VIEW public.v AS SELECT t.a, t.b FROM public.t;
      COMMENT ON VIEW public.v IS 'view';
      ALTER VIEW public.v OWNER TO app;
      """;

  @Test
  void is_not_in_the_sql() {
    assertThat(sql(entry("t", "comment")))
        .contains("COMMENT ON VIEW", "ALTER COLUMN a TYPE bigint", "GRANT UPDATE")
        .doesNotContain("COMMENT ON TABLE", "COMMENT ON COLUMN");
    assertThat(sql(entry("t", "privileges of *")))
        .contains("COMMENT ON TABLE", "COMMENT ON COLUMN")
        .doesNotContain("GRANT", "REVOKE");
  }

  /// Nothing is done because of it, either.
  @Test
  void creates_no_object_again() {
    assertThat(sql(entry("v", "*")))
        .contains("CREATE VIEW public.v AS", "SELECT t.a, t.b FROM public.t")
        .contains("ALTER COLUMN a TYPE bigint");
    assertThat(sql(entry("t", "type"), entry("v", "*")))
        .doesNotContain("VIEW", "bigint")
        .contains("SET NOT NULL", "COMMENT ON TABLE");
  }

  /// A facet that is not accepted is closed next to one that is.
  @Test
  void leaves_the_rest_of_an_object() {
    assertThat(sql(entry("t.b", "default")))
        .contains("SET NOT NULL", "COMMENT ON COLUMN public.t.b")
        .doesNotContain("SET DEFAULT");
    assertThat(sql(entry("t.b", "not null"), entry("t.b", "comment")))
        .contains("SET DEFAULT 'x'")
        .doesNotContain("NOT NULL", "NOT VALID", "COMMENT ON COLUMN");
  }

  @Test
  void leaves_nothing_that_is_reported() {
    var accepted =
        new AcceptedDrift(Owners.DATABASE, List.of(entry("*", "comment")), List.of("public"));
    var closed = Reconciler.between(side(FROM), side(TO), true, accepted);

    assertThat(closed.left()).isEmpty();
  }

  private static DriftIgnore entry(String object, String facet) {
    return new DriftIgnore(
        new What(null, object, null, facet), "by the operators", null, new Span(0, 0, 1, 1));
  }

  private static String sql(DriftIgnore... entries) {
    var accepted =
        new AcceptedDrift(Owners.DATABASE, Stream.of(entries).toList(), List.of("public"));
    return PlainSql.of(Reconciler.between(side(FROM), side(TO), true, accepted));
  }

  private static Side side(String sql) {
    return new Side("x", new SourceFile("x.sql"), DumpText.of(sql), 15, 15, true, true, null);
  }
}
