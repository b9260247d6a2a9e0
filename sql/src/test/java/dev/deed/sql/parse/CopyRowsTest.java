package dev.deed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.Finding;
import dev.deed.sql.SourceFile;
import dev.deed.sql.script.Script;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The rows after `COPY ... FROM stdin;`.
class CopyRowsTest {

  @ParameterizedTest
  @ValueSource(strings = {" DELETE FROM users;", " 1", "SELECT 1;", " \\."})
  void text_after_the_semicolon_on_the_same_line_is_an_error(String rest) {
    assertThat(messages("COPY t FROM stdin;" + rest + "\n1\n\\.\n"))
        .singleElement()
        .asString()
        .startsWith(
            "text after COPY ... FROM stdin; on the same line: the rows begin on the next at \"");
  }

  @Test
  void text_after_the_semicolon_on_the_last_line_is_an_error() {
    assertThat(messages("COPY t FROM stdin; DELETE FROM users;")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\. ", "\\.\t", " \\."})
  void a_blank_at_the_end_of_the_rows_is_an_error(String end) {
    var messages = messages("COPY t FROM stdin;\n1\n" + end + "\nSELECT 1;\n");
    assertThat(messages).isNotEmpty();
  }

  @Test
  void a_comment_and_blanks_after_the_semicolon_are_not_rows() {
    assertThat(messages("COPY t FROM stdin;  -- the rows\n1\n\\.\r\nSELECT 1;\n")).isEmpty();
  }

  private static List<String> messages(String text) {
    Script script = ScriptReader.read(new SourceFile("a.sql"), text);
    return script.problems().stream().map(Finding::message).toList();
  }
}
