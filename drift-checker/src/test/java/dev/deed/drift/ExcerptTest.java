package dev.deed.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deed.drift.close.Reconciler;
import dev.deed.sql.SourceFile;
import dev.deed.sql.golden.Cases;
import dev.deed.sql.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is not parsed changes no answer.
class ExcerptTest {

  private static final String HEAD = "SELECT pg_catalog.set_config('search_path', '', false);\n";

  /// Of the statements of a rich schema, every one of so many is removed.
  private static final int STEP = Integer.getInteger("deed.excerpt.step", 7);

  static List<Path> cases() {
    return Cases.chosen(
        Golden.fixture("cases"),
        Golden.entries("cases").stream()
            .flatMap(kind -> Golden.entries("cases/" + kind.getFileName()).stream())
            .toList());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reports_the_same_differences_as_the_whole_dumps(Path folder) throws IOException {
    var from = side("expected", text(folder, "expected"));
    var to = side("actual", text(folder, "actual"));

    assertThat(report(excerpt(from, to), excerpt(to, from))).isEqualTo(report(from, whole(to)));
    assertThat(report(excerpt(to, from), excerpt(from, to))).isEqualTo(report(to, whole(from)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void closes_them_by_the_same_statements(Path folder) throws IOException {
    var from = side("expected", text(folder, "expected"));
    var to = side("actual", text(folder, "actual"));

    assertThat(closed(excerpt(from, to), excerpt(to, from))).isEqualTo(closed(from, whole(to)));
    assertThat(closed(excerpt(to, from), excerpt(from, to))).isEqualTo(closed(to, whole(from)));
  }

  /// A rich schema without one of its statements, there and back.
  @Test
  void finds_what_goes_with_each_statement() throws IOException {
    var dump = Files.readString(Golden.fixture("versions/rich-15-by-15.sql"));
    var whole = side("whole", dump);
    var statements = DumpText.of(dump).words();
    var compared = 0;
    for (var i = 0; i < statements.statements(); i += STEP) {
      var place = statements.place(i);
      var start = (int) place.offset();
      var less = new StringBuilder(dump).delete(start, start + place.length() + 1).toString();
      var without = side("without", less);
      var statement = dump.substring(start, start + place.length());
      String expected;
      try {
        expected = both(whole, whole(without));
      } catch (DumpNotReadable outOfOrder) {
        continue;
      }
      compared++;
      assertThat(both(excerpt(whole, without), excerpt(without, whole)))
          .as(statement)
          .isEqualTo(expected);
    }
    assertThat(compared).isGreaterThan(statements.statements() / STEP / 2);
  }

  private static String both(Side one, Side other) {
    return report(one, other) + report(other, one) + closed(one, other) + closed(other, one);
  }

  @Test
  void leaves_out_most_of_two_large_dumps() {
    var from = side("from", HEAD + tables(100, ""));
    var to = side("to", HEAD + tables(100, "").replace("t7_a CHECK (a > 0)", "t7_a CHECK (a > 1)"));
    var excerpts = Excerpt.of(from.text(), to.text()).orElseThrow();

    assertThat(text(from, excerpts.from()))
        .contains("public.t7 (", "t7_a CHECK (a > 0)", "FROM public.t7")
        .doesNotContain("public.t8 (", "public.t6 (");
    assertThat(text(to, excerpts.to())).contains("t7_a CHECK (a > 1)");
  }

  /// A table that others refer to does not bring what else refers to it.
  @Test
  void takes_no_more_of_a_neighbour_than_that_it_exists() {
    var others = "CREATE TABLE public.base (id integer);\nCOMMENT ON TABLE public.base IS 'x';\n";
    var from = side("from", HEAD + others + tables(50, " REFERENCES public.base"));
    var to =
        side(
            "to",
            HEAD
                + others
                + tables(50, " REFERENCES public.base")
                + "CREATE INDEX i ON public.t3 USING btree (a);\n");
    var excerpts = Excerpt.of(from.text(), to.text()).orElseThrow();

    assertThat(text(to, excerpts.to()))
        .contains("CREATE TABLE public.base", "public.t3 (")
        .doesNotContain("COMMENT ON TABLE public.base", "public.t4 (");
  }

  @Test
  void is_none_where_statements_are_not_those_of_pg_dump() {
    var dump = HEAD + tables(50, "");
    for (var other :
        List.of(
            "ALTER TABLE public.t1 RENAME TO t0;\n",
            "DROP TABLE public.t1;\n",
            "SET search_path = public;\n",
            "SET SESSION AUTHORIZATION app;\n",
            "DO $$ BEGIN END $$;\n",
            "CREATE TABLE public.\"it's\" (a integer);\n",
            "CREATE TABLE public.t0 (a text DEFAULT 'x);\n")) {
      assertThat(Excerpt.of(DumpText.of(dump), DumpText.of(dump + other))).as(other).isEmpty();
    }
    assertThat(Excerpt.of(DumpText.of(tables(50, "")), DumpText.of(tables(50, "")))).isEmpty();
  }

  @Test
  void still_names_the_line_that_cannot_be_read() {
    var dump = HEAD + tables(50, "");
    var broken = side("broken", dump + "CREATE TABLE public.t0 (a integer;\n");

    assertThatThrownBy(() -> report(side("whole", dump), broken))
        .isInstanceOf(DumpNotReadable.class)
        .hasMessageContaining("broken:152:34");
  }

  private static String tables(int count, String column) {
    var text = new StringBuilder();
    for (var i = 1; i <= count; i++) {
      text.append(
          """
          CREATE TABLE public.t%1$d (a integer%2$s);
          ALTER TABLE ONLY public.t%1$d ADD CONSTRAINT t%1$d_a CHECK (a > 0);
          CREATE VIEW public.v%1$d AS SELECT a FROM public.t%1$d;
          """
              .formatted(i, column));
    }
    return text.toString();
  }

  private static String text(Side side, Excerpt excerpt) {
    var source = excerpt.of(side.text().reader());
    var text = new StringBuilder();
    var buffer = new char[100];
    for (var read = source.read(buffer); read >= 0; read = source.read(buffer)) {
      text.append(buffer, 0, read);
    }
    return text.toString();
  }

  private static String text(Path folder, String name) throws IOException {
    var text = Files.readString(folder.resolve(name + ".sql"));
    return text.contains("'search_path'") ? text : HEAD + text;
  }

  private static Side side(String name, String dump) {
    return new Side(name, new SourceFile(name), DumpText.of(dump), 15, 15, false, true, null);
  }

  /// As another pg_dump could have written it: it is read as a whole.
  private static Side whole(Side side) {
    return new Side(
        side.name(), side.file(), side.text(), 15, 16, side.complete(), side.owned(), null);
  }

  private static Side excerpt(Side side, Side other) {
    return Excerpt.ofAny(side.text(), other.text())
        .map(both -> side.only(both.from()))
        .orElse(side);
  }

  private static String report(Side from, Side to) {
    return PlainReport.of(DriftCheck.between(Owners.DATABASE, from, to, Owners::of));
  }

  private static String closed(Side from, Side to) {
    return PlainSql.of(Reconciler.withOrder(from, to, true));
  }
}
