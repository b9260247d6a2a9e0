package dev.deed.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectName;
import org.junit.jupiter.api.Test;

class SideBySideTest {

  private static final String TABLES =
      """
      CREATE TABLE public.a (x integer, y integer);
      ALTER TABLE public.a OWNER TO app;
      GRANT SELECT ON TABLE public.a TO reader;
      CREATE TABLE public.b (x integer, CONSTRAINT b_pkey PRIMARY KEY (x));
      ALTER TABLE public.b OWNER TO app;
      """;

  @Test
  void keeps_only_what_differs() {
    var changed = TABLES.replace("y integer", "y text");

    assertThat(names(TABLES, changed)).containsExactly("column public.a.y");
    assertThat(names(changed, TABLES)).containsExactly("column public.a.y");
  }

  @Test
  void keeps_nothing_where_both_sides_are_the_same() {
    assertThat(names(TABLES, TABLES)).isEmpty();
  }

  /// A dump without owners differs in every object, but no owner is compared.
  @Test
  void leaves_out_what_one_side_does_not_know() {
    var silent = TABLES.replaceAll("(?m)^(ALTER|GRANT).*\n", "");

    assertThat(names(TABLES, silent)).isEmpty();
    assertThat(names(silent, TABLES)).isEmpty();
    assertThat(SideBySide.read(side(TABLES), side(silent)).unknowns())
        .isEqualTo(new Unknowns(true, true));
  }

  @Test
  void knows_what_a_different_object_belongs_to() {
    var changed = TABLES.replace("y integer", "y text");
    var from = SideBySide.read(side(TABLES), side(changed)).from();

    assertThat(from.objects().stream().map(o -> o.name().words()))
        .containsExactly("table public.a", "column public.a.x", "column public.a.y");
  }

  /// A view's column is an object only where a statement says something about it.
  @Test
  void knows_that_a_view_exists_whose_column_has_a_comment_on_one_side() {
    var view = "CREATE VIEW public.v AS SELECT 1 AS x;\n";
    var commented = view + "COMMENT ON COLUMN public.v.x IS 'one';\n";

    assertThat(differences(view, commented)).containsExactly("Changed");
    assertThat(differences(commented, view)).containsExactly("Changed");
    assertThat(differences("SELECT 1;", commented)).containsExactly("Added");
  }

  /// `CREATE EXTENSION` gives a comment that only a database shows.
  @Test
  void compares_comments_of_extensions_where_both_sides_know_them() {
    var bare = "CREATE EXTENSION IF NOT EXISTS pgcrypto WITH SCHEMA public;\n";
    var usual = bare + "COMMENT ON EXTENSION pgcrypto IS 'cryptographic functions';\n";
    var own = bare + "COMMENT ON EXTENSION pgcrypto IS 'ours';\n";

    assertThat(differences(usual, own)).containsExactly("Changed");
    assertThat(differences(bare, usual)).isEmpty();
    assertThat(differences(usual, bare)).isEmpty();
    assertThat(ofDatabases(usual, bare)).containsExactly("extension pgcrypto");
    assertThat(ofDatabases(usual, usual)).isEmpty();
  }

  private static Iterable<String> ofDatabases(String from, String to) {
    return DriftCheck.between(Owners.DATABASE, database(from), database(to), Owners::of)
        .drifts()
        .stream()
        .map(d -> d.difference().object().words())
        .toList();
  }

  private static Side database(String sql) {
    return Side.ofDatabase("x", new SourceFile("x.sql"), DumpText.of(sql));
  }

  private static Iterable<String> differences(String from, String to) {
    var sides = read(from, to);
    return SchemaDiff.between(sides.from(), sides.to(), sides.unknowns()).stream()
        .map(d -> d.getClass().getSimpleName())
        .toList();
  }

  private static Iterable<String> names(String from, String to) {
    var sides = read(from, to);
    assertThat(sides.from().names()).isEqualTo(sides.to().names());
    return sides.from().names().stream().map(ObjectName::words).toList();
  }

  /// The same, whether both are kept or read again.
  private static SideBySide read(String from, String to) {
    var kept = SideBySide.read(side(from), side(to));
    var again = SideBySide.read(side(from), side(to), 3);
    assertThat(again.from().names()).isEqualTo(kept.from().names());
    assertThat(again.to().names()).isEqualTo(kept.to().names());
    assertThat(again.unknowns()).isEqualTo(kept.unknowns());
    assertThat(again.notCompared()).isEqualTo(kept.notCompared());
    return kept;
  }

  private static Side side(String sql) {
    var dump = "-- PostgreSQL database dump\n" + sql + "\n-- PostgreSQL database dump complete\n";
    return new Side("x", new SourceFile("x.sql"), DumpText.of(dump), 15, 15, false, true, null);
  }
}
