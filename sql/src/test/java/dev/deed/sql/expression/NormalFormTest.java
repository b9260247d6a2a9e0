package dev.deed.sql.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.parse.ScriptReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a person writes on the left, what `pg_dump` 15 made of it on the right.
class NormalFormTest {

  private static final Map<String, TypeName> TYPES =
      Map.of(
          "name", TypeName.of("character varying", "50"),
          "note", TypeName.of("text"),
          "price", TypeName.of("numeric", "10", "2"),
          "n", TypeName.of("integer"),
          "big", TypeName.of("bigint"),
          "ok", TypeName.of("boolean"),
          "at", TypeName.of("timestamp with time zone"));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      textBlock =
          """
          n > 0 and n < 9                 ; ((n > 0) AND (n < 9))
          n > 0 and n < 9 and ok          ; (((n > 0) AND (n < 9)) AND ok)
          n != 3                          ; (n <> 3)
          n = -1                          ; (n = '-1'::integer)
          price > 0                       ; (price > (0)::numeric)
          price > -1.5                    ; (price > '-1.5'::numeric)
          big > 0                         ; (big > 0)
          n in (1, 2, 3)                  ; (n = ANY (ARRAY[1, 2, 3]))
          n not in (1, 2)                 ; (n <> ALL (ARRAY[1, 2]))
          n in (1)                        ; (n = 1)
          name in ('a', 'b')              ; ((name)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))
          note in ('a', 'b')              ; (note = ANY (ARRAY['a'::text, 'b'::text]))
          name = 'x'                      ; ((name)::text = 'x'::text)
          name like 'a%'                  ; ((name)::text ~~ 'a%'::text)
          note not ilike 'a%'             ; (note !~~* 'a%'::text)
          n between 1 and 5               ; ((n >= 1) AND (n <= 5))
          n not between 1 and 5           ; ((n < 1) OR (n > 5))
          ok = 't'                        ; (ok = true)
          lower(name) = note              ; (lower((name)::text) = note)
          name || ' ' || note             ; (((name)::text || ' '::text) || note)
          at > current_timestamp          ; (at > now())
          at > now() - interval '1 day'   ; (at > (now() - '1 day'::interval))
          at at time zone 'utc' > '2020-01-01 10:00:00' ; ((at AT TIME ZONE 'utc'::text) > '2020-01-01 10:00:00'::timestamp without time zone)
          coalesce(note, '') <> ''        ; (COALESCE(note, ''::text) <> ''::text)
          case when ok then 1 else null end > 0 ; (CASE WHEN ok THEN 1 ELSE NULL::integer END > 0)
          not ok or n is null             ; ((NOT ok) OR (n IS NULL))
          n is distinct from 3            ; (n IS DISTINCT FROM 3)
          note ~ '^a'                     ; (note ~ '^a'::text)
          pg_catalog.length(note) > 1e1   ; (length(note) > 10)
          (n + 1) * 2 > 3                 ; (((n + 1) * 2) > 3)
          n / 2.0 > price * n             ; (((n)::numeric / 2.0) > (price * (n)::numeric))
          n::numeric / 2 > price          ; (((n)::numeric / (2)::numeric) > price)
          n / 2::numeric > price          ; (((n)::numeric / (2)::numeric) > price)
          at + '1 day' > '2020-01-01 10:00+01' ; ((at + '1 day'::interval) > '2020-01-01 09:00:00+00'::timestamp with time zone)
          at > now() - interval '90 minutes' ; (at > (now() - '01:30:00'::interval))
          note = coalesce(name, '') || 'x' ; (note = ((COALESCE(name, ''::character varying))::text || 'x'::text))
          """)
  void spells_alike_what_postgresql_reads_alike(String written, String dumped) {
    assertThat(normal(dumped)).isEqualTo(normal(written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      textBlock =
          """
          n > 0 and n < 9 or ok   ; n > 0 and (n < 9 or ok)
          (n + 1) * 2 > 3         ; n + 1 * 2 > 3
          n in (1, 2)             ; n in (2, 1)
          name = 'x'              ; name = 'X'
          n::text = '5'           ; n = 5
          name = 'x'              ; name like 'x'
          date '2020-01-01' < at  ; timestamp '2020-01-01 01:00' < at
          not (ok or n = 1)       ; not ok or n = 1
          n::numeric / 2 > price  ; n / 2 > price
          n / 2::numeric > price  ; n / 2 > price
          price > n::bigint / 2   ; price > n / 2::float
          at > now() - interval '90 minutes' ; at > now() - interval '91 minutes'
          """)
  void keeps_apart_what_differs(String one, String other) {
    assertThat(normal(one)).isNotEqualTo(normal(other));
  }

  @Test
  void says_its_normal_text_in_sql_with_the_parentheses_it_needs() {
    assertThat(normal("((n > 0) and (ok or (n in (1, 2))))"))
        .isEqualTo("(n > 0) AND (ok OR (n = ANY (ARRAY[1, 2])))");
  }

  @Test
  void takes_a_default_for_a_value_of_its_column() {
    assertThat(value("'5'", TypeName.of("integer"))).isEqualTo("5");
    assertThat(value("'f'", TypeName.of("boolean"))).isEqualTo("false");
    assertThat(value("'x'::character varying", TypeName.of("character varying", "9")))
        .isEqualTo("'x'");
    assertThat(value("B'101'", TypeName.of("bit", "3"))).isEqualTo("'101'");
    assertThat(value("null::text", TypeName.of("text"))).isNull();
  }

  @Test
  void bears_a_chain_of_ten_thousand_operators() {
    var chain = "n" + " + 1".repeat(10_000) + " > 0";
    assertThat(normal(chain)).startsWith("(((").endsWith("+ 1) > 0");
  }

  private static String normal(String expression) {
    return form().text(tree(expression));
  }

  private static @Nullable String value(String expression, TypeName type) {
    return form().text(tree(expression), type);
  }

  private static NormalForm form() {
    return new NormalForm(NormalFormTest::type);
  }

  private static @Nullable TypeName type(Column column) {
    return TYPES.get(column.name());
  }

  private static Expression tree(String expression) {
    var sql = "create table t (x int, check (" + expression + "))";
    var script = ScriptReader.read(new SourceFile("x.sql"), sql);
    assertThat(script.problems()).isEmpty();
    var creates = (CreatesTable) script.statements().getFirst().effects().getFirst();
    var check = (Check) creates.definition().constraints().getFirst().rule();
    return check.condition().tree();
  }
}
