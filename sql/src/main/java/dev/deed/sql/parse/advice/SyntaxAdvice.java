package dev.deed.sql.parse.advice;

import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Advice for a statement that cannot be read. Empty if there is no good guess: a wrong one is
/// worse than none.
public final class SyntaxAdvice {

  private static final Set<String> BEGINNINGS =
      Set.of(
          "alter",
          "analyze",
          "begin",
          "call",
          "comment",
          "commit",
          "copy",
          "create",
          "delete",
          "do",
          "drop",
          "grant",
          "insert",
          "revoke",
          "select",
          "set",
          "truncate",
          "update",
          "with");
  private static final Set<String> CLAUSES =
      Set.of("from", "where", "returning", "having", "limit", "values", "set", ")", ";", "");
  private static final String RESERVED = "a reserved word can be a name only in double quotes";

  private final Tokens tokens;
  private final int first;
  private final int at;
  private final String message;

  /// @param first token of the statement
  /// @param at the token that could not be read
  private SyntaxAdvice(Tokens tokens, int first, int at, String message) {
    this.tokens = tokens;
    this.first = first;
    this.at = at;
    this.message = message;
  }

  public static String of(Tokens tokens, int first, int at, String message) {
    var advice = new SyntaxAdvice(tokens, first, at, message);
    return tokens.sign(at) == Sign.BROKEN ? advice.onBroken() : advice.onToken();
  }

  private String onBroken() {
    var raw = tokens.raw(at);
    if (message.startsWith("unterminated")) {
      return onUnterminated(raw);
    }
    if (message.startsWith("trailing junk")) {
      return "put a name that begins with a digit in double quotes: \"%s\"".formatted(word(at));
    }
    var isTemplate = raw.startsWith("{") || (raw.startsWith("$") && word(at + 1).startsWith("{"));
    return isTemplate ? "this is a template, not SQL: write out its value" : "";
  }

  private static String onUnterminated(String raw) {
    return switch (raw.charAt(0)) {
      case '/' -> "close it with */, once for each /* within it";
      case '"' -> "close it with \"";
      case '$' -> "close it with the same tag: " + raw.substring(0, raw.indexOf('$', 1) + 1);
      default -> "close it with '; a quote inside a string is written twice: 'it''s'";
    };
  }

  private String onToken() {
    return List.of(
            mark(),
            invisible(),
            foreign(),
            existence(),
            comma(),
            semicolon(),
            parenthesis(),
            name(),
            value(),
            MisspeltKeyword.of(tokens, at, message))
        .stream()
        .filter(advice -> !advice.isEmpty())
        .findFirst()
        .orElse("");
  }

  /// Merge conflict markers, or another language's comment.
  private String mark() {
    var raw = tokens.raw(at);
    if (raw.startsWith("<<<<<<<") || raw.startsWith("=======") || raw.startsWith(">>>>>>>")) {
      return "this is a git merge conflict: resolve it, and remove the lines with <<<, === and >>>";
    }
    return at == first && (raw.startsWith("#") || raw.startsWith("//"))
        ? "begin a comment with --"
        : "";
  }

  /// PostgreSQL treats the spaces that word processors write as parts of names.
  private String invisible() {
    return tokens
        .raw(at)
        .codePoints()
        .filter(
            c -> c > 0x7F && (Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT))
        .mapToObj("there is an invisible character here, U+%04X: delete it"::formatted)
        .findFirst()
        .orElse("");
  }

  private String foreign() {
    return new ForeignSql(tokens, first, at, message).advice();
  }

  private String existence() {
    var kind = kind();
    if (word(at).equals("not") && word(at - 1).equals("if")) {
      return word(at + 1).equals("exists")
          ? "%s does not support IF NOT EXISTS: leave it out, because a migration runs only once"
              .formatted(kind)
          : "";
    }
    if (word(at).equals("exists") && word(at - 1).equals("if")) {
      return "IF EXISTS is not supported here: leave it out, because a migration runs only once";
    }
    if (word(at - 1).equals("exists") && word(at).equals("on")) {
      return "IF NOT EXISTS needs an index name: write one before ON";
    }
    return word(first + 1).equals("or") && word(first + 2).equals("replace") && at <= first + 3
        ? "OR REPLACE is not supported for %s: change it with ALTER, or drop it first"
            .formatted(word(first + 3).toUpperCase(Locale.ROOT))
        : "";
  }

  /// `CREATE TYPE`, or `ADD CONSTRAINT`.
  private String kind() {
    var start = Math.max(first, at - 3);
    return (word(start) + " " + word(at - 2)).toUpperCase(Locale.ROOT);
  }

  private String comma() {
    if (at > first && tokens.sign(at - 1) == Sign.COMMA) {
      var isClause = CLAUSES.contains(word(at)) || word(at + 1).equals("by");
      var isSecond = tokens.sign(at) == Sign.COMMA;
      return isClause ? "remove the comma before it" : isSecond ? "one comma is enough" : "";
    }
    var isColumn = tokens.sign(at) == Sign.WORD && word(at + 1).matches("\\p{L}.*");
    var isMissing =
        isColumn
            && message.contains("expected a comma")
            && MisspeltKeyword.of(tokens, at, message).isEmpty();
    return isMissing
        ? "put a comma before %s, if a new column begins there".formatted(word(at))
        : "";
  }

  private String semicolon() {
    if (!message.endsWith("expected the end of the statement")) {
      return "";
    }
    if (tokens.sign(at) == Sign.CLOSE) {
      return "it closes no open parenthesis: remove it";
    }
    return BEGINNINGS.contains(word(at)) && startsLine()
        ? "end the statement before it with a semicolon"
        : "";
  }

  private boolean startsLine() {
    return tokens.text().substring(tokens.end(at - 1), tokens.start(at)).indexOf('\n') >= 0;
  }

  private String parenthesis() {
    if (tokens.sign(at) != Sign.SEMICOLON && tokens.sign(at) != Sign.END) {
      return "";
    }
    var closed = 0;
    for (var i = at - 1; i >= first; i--) {
      if (tokens.sign(i) == Sign.CLOSE) {
        closed++;
      } else if (tokens.sign(i) == Sign.OPEN && --closed < 0) {
        var place = tokens.span(i);
        return "close the parenthesis at line %d, column %d"
            .formatted(place.line(), place.column());
      }
    }
    return "";
  }

  private String name() {
    var raw = tokens.raw(at);
    if (message.endsWith(RESERVED) && tokens.keyword(at) != null) {
      return "write \"%s\", here and everywhere it is used, or choose another name"
          .formatted(word(at));
    }
    var isDashed =
        raw.equals("-") && touches(at - 1) && touches(at) && tokens.sign(at + 1) == Sign.WORD;
    return isDashed
        ? "put a name with a dash in double quotes: \"%s-%s\""
            .formatted(tokens.raw(at - 1), tokens.raw(at + 1))
        : "";
  }

  private String value() {
    if (at > first && tokens.sign(at - 1) == Sign.STRING && touches(at - 1)) {
      return "a quote inside a string is written twice: 'it''s'";
    }
    var isParameter = word(at - 1).equals("?") || (word(at).equals("%") && touches(at));
    return isParameter ? "a script has no parameters: write the value" : "";
  }

  /// True if nothing is between this token and the next.
  private boolean touches(int token) {
    return token >= 0 && token + 1 < tokens.count() && tokens.end(token) == tokens.start(token + 1);
  }

  /// In lower case; empty before the statement and at its end.
  private String word(int token) {
    return token < first || token >= tokens.count() || tokens.sign(token) == Sign.END
        ? ""
        : tokens.raw(token).toLowerCase(Locale.ROOT);
  }
}
