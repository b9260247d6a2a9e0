package dev.deed.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.QualifiedName;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class TablePatternTest {

  private static final List<String> SEARCH_PATH = List.of("a", "ab");

  @Property
  void matches_what_a_star_that_tries_every_length_matches(
      @ForAll("globs") Glob glob, @ForAll("names") String name) {
    assertThat(glob.matches(name)).isEqualTo(matches(signs(glob), name));
  }

  @Property
  void overlaps_in_both_directions_and_with_itself(
      @ForAll("globs") Glob one, @ForAll("globs") Glob other, @ForAll("names") String name) {
    assertThat(one.overlaps(one)).isTrue();
    assertThat(one.overlaps(other)).isEqualTo(other.overlaps(one));
    if (one.matches(name) && other.matches(name)) {
      assertThat(one.overlaps(other)).isTrue();
    }
  }

  @Property
  void takes_a_pattern_without_a_schema_for_the_search_path(
      @ForAll("patterns") TablePattern pattern, @ForAll("tables") QualifiedName table) {
    var schema = table.schema() == null ? SEARCH_PATH.getFirst() : table.schema();
    var isInSchema =
        pattern.schema() == null
            ? SEARCH_PATH.contains(schema)
            : matches(signs(pattern.schema()), schema);

    assertThat(pattern.matches(table, SEARCH_PATH))
        .isEqualTo(isInSchema && matches(signs(pattern.table()), table.name()));
  }

  /// The plain definition, however slow: a star is nothing, or a letter and a star.
  private static boolean matches(String signs, String name) {
    if (signs.isEmpty()) {
      return name.isEmpty();
    }
    var rest = signs.substring(1);
    if (signs.charAt(0) == '*') {
      return matches(rest, name) || (!name.isEmpty() && matches(signs, name.substring(1)));
    }
    return !name.isEmpty() && signs.charAt(0) == name.charAt(0) && matches(rest, name.substring(1));
  }

  private static String signs(Glob glob) {
    return String.join("*", glob.pieces());
  }

  @Provide
  Arbitrary<Glob> globs() {
    return text("ab", 3).list().ofMinSize(1).ofMaxSize(5).map(Glob::new);
  }

  @Provide
  Arbitrary<String> names() {
    return text("ab", 12);
  }

  @Provide
  Arbitrary<TablePattern> patterns() {
    return pattern(globs());
  }

  @Provide
  Arbitrary<QualifiedName> tables() {
    return Combinators.combine(text("ab", 3).injectNull(0.3), names())
        .as((@Nullable String schema, String name) -> QualifiedName.of(schema, name));
  }

  private static Arbitrary<TablePattern> pattern(Arbitrary<Glob> globs) {
    return Combinators.combine(globs.injectNull(0.3), globs)
        .as((@Nullable Glob schema, Glob table) -> new TablePattern(schema, table));
  }

  private static Arbitrary<String> text(String letters, int most) {
    return Arbitraries.strings().withChars(letters.toCharArray()).ofMaxLength(most);
  }
}
