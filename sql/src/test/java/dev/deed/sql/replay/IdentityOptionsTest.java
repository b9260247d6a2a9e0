package dev.deed.sql.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.schema.Relation.Sequence;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The options of identity columns in every spelling of a number.
class IdentityOptionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MINVALUE -4                                       | 1  -4 9223372036854775807 -4
          SEQUENCE NAME s START WITH -2 INCREMENT BY -1     | -1 -9223372036854775808 -1 -2
          MINVALUE - 4 MAXVALUE +7 CACHE 1                  | 1  -4 7 -4
          INCREMENT BY 1_000 START WITH 0x10                | 1000 1 9223372036854775807 16
          START WITH 5 NO MINVALUE NO MAXVALUE CACHE 1      | 1  1 9223372036854775807 5
          MAXVALUE 99999999999999999999                     | 1  1 9223372036854775807 1
          """)
  void are_read_in_every_statement(String options, String expected) {
    var added =
        "CREATE TABLE t (id bigint NOT NULL);\n"
            + "ALTER TABLE t ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (%s);"
                .formatted(options);
    var created =
        "CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY (%s));".formatted(options);
    var sequence = sequence(added);
    assertThat(
            "%d %d %d %d"
                .formatted(
                    sequence.increment(),
                    sequence.range().minimum(),
                    sequence.range().maximum(),
                    sequence.range().start()))
        .isEqualTo(expected.replaceAll(" +", " "));
    assertThat(sequence(created)).isEqualTo(sequence);
  }

  @ParameterizedTest
  @CsvSource({
    "RESTART, 1",
    "RESTART WITH -3, 1",
    "SET MINVALUE -7 SET START -5, -5",
    "SET START WITH -5 SET MINVALUE -7 RESTART, -5"
  })
  void are_changed_by_alter_column(String change, long start) {
    var sequence =
        sequence(
            "CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY);\n"
                + "ALTER TABLE t ALTER COLUMN id %s;".formatted(change));
    assertThat(sequence.range().start()).isEqualTo(start);
  }

  private static Sequence sequence(String sql) {
    var script = ScriptReader.read(new SourceFile("a.sql"), sql);
    assertThat(script.problems()).isEmpty();
    var reader = new SchemaReader(List.of("public"));
    reader.read(script);
    return reader.objects().names().stream()
        .map(n -> reader.catalog().find(n).orElseThrow())
        .filter(Sequence.class::isInstance)
        .map(Sequence.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
