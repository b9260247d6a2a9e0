package dev.deed.ownership.file;

import dev.deed.ownership.Glob;
import dev.deed.ownership.TablePattern;
import dev.deed.ownership.file.YamlValue.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads patterns of tables and of columns character by character.
final class PatternReader {

  private final Text source;
  private final Problems problems;
  private final int most;
  private final String form;
  private final List<Glob> parts = new ArrayList<>();
  private List<String> pieces = new ArrayList<>();
  private StringBuilder piece = new StringBuilder();
  private boolean quoted;
  private boolean anything;

  private PatternReader(Text source, Problems problems, int most, String form) {
    this.source = source;
    this.problems = problems;
    this.most = most;
    this.form = form;
  }

  /// Empty if the text is not a pattern; it is reported then.
  static Optional<TablePattern> read(Text source, Problems problems) {
    return new PatternReader(source, problems, 2, "a table, or schema.table")
        .parts()
        .map(parts ->
            new TablePattern(parts.size() == 2 ? parts.getFirst() : null, parts.getLast()));
  }

  /// One to three parts: `column`, `table.column` or `schema.table.column`.
  static Optional<List<Glob>> columns(Text source, Problems problems) {
    return new PatternReader(source, problems, 3, "a column as schema.table.column").parts();
  }

  private Optional<List<Glob>> parts() {
    var text = source.text();
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        i++;
        append('"');
      } else if (c == '"') {
        quoted = !quoted;
        anything = true;
      } else if (quoted) {
        append(c);
      } else if (!plain(c)) {
        return refuse("%s is not allowed in a table pattern".formatted(shown(c)), adviceOn(c));
      }
    }
    return quoted ? refuse("a double quote is not closed", "close it") : finish();
  }

  private boolean plain(char c) {
    switch (c) {
      case '*' -> {
        anything = true;
        pieces.add(piece.toString());
        piece = new StringBuilder();
      }
      case '.' -> endPart();
      default -> {
        append(c);
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || "_$-".indexOf(c) >= 0;
      }
    }
    return true;
  }

  private void append(char c) {
    anything = true;
    piece.append(c);
  }

  private void endPart() {
    pieces.add(piece.toString());
    parts.add(anything ? new Glob(pieces) : new Glob(List.of("")));
    pieces = new ArrayList<>();
    piece = new StringBuilder();
    anything = false;
  }

  private Optional<List<Glob>> finish() {
    endPart();
    if (parts.stream().anyMatch(p -> p.isExact() && p.literalLength() == 0)) {
      return refuse("a part of the pattern is empty", "write " + form);
    }
    if (parts.size() > most) {
      return refuse(
          most == 2
              ? "a pattern has at most two parts, schema.table"
              : "a pattern of columns has at most three parts, schema.table.column",
          most == 2
              ? "the database is the key above the pattern"
              : "leave out the database: a mask is for all databases of the environment");
    }
    return Optional.of(List.copyOf(parts));
  }

  private Optional<List<Glob>> refuse(String message, String advice) {
    problems.error(source.span(), "\"" + source.text() + "\": " + message, advice);
    return Optional.empty();
  }

  private static String shown(char c) {
    return c == ' ' ? "a space" : Character.isISOControl(c) ? "a control character" : "" + c;
  }

  private static String adviceOn(char c) {
    return switch (c) {
      case '%', '?', '[', '^', '+', '|', '(', '{' ->
          "* matches any text; no other character is special";
      case '/' -> "the database is the key above the pattern";
      case ',' -> "write one pattern per item: [users, sessions]";
      default -> "put the part into double quotes if the table really has this name";
    };
  }
}
