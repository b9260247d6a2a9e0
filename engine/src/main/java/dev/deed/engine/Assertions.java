package dev.deed.engine;

import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.script.CommandTag;
import dev.deed.sql.script.Directive;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.List;

/// Reads the `expect` directives of a script.
final class Assertions {

  static final RuleName UNREADABLE = new RuleName("unreadable-directive");
  static final String NAME = "expect";

  private static final String FORM =
      "write `-- deed: expect <query> = <value>` after the statement that makes it true";

  private final Script script;
  private final List<Statement> statements;
  private final List<Assertion> assertions = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private Assertions(Script script, List<Statement> statements) {
    this.script = script;
    this.statements = statements;
  }

  /// @param statements the statements of the script that are sent
  static Assertions of(Script script, List<Statement> statements) {
    var assertions = new Assertions(script, statements);
    for (var directive : script.directives()) {
      if (directive.name().equals(NAME)) {
        assertions.read(directive);
      }
    }
    return assertions;
  }

  /// In the order of the text.
  List<Assertion> all() {
    return List.copyOf(assertions);
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  private void read(Directive directive) {
    var text = directive.arguments();
    var equals = lastEquals(text);
    var behind = statementBefore(directive);
    if (equals < 0 || text.substring(0, equals).isBlank()) {
      refuse(directive.span(), "no `<query> = <value>` follows `expect`", FORM);
    } else if (behind < 0) {
      refuse(directive.span(), "there is no statement before this `expect`", FORM);
    } else {
      var query = text.substring(0, equals).strip();
      var value = unquoted(text.substring(equals + 1).strip());
      if (isQuery(directive, query)) {
        assertions.add(new Assertion(behind, directive.span(), query, value));
      }
    }
  }

  /// `BEGIN` and `COMMIT` around the statements are not sent.
  private int statementBefore(Directive directive) {
    var last = statements.size() - 1;
    while (last >= 0 && statements.get(last).span().end() > directive.span().start()) {
      last--;
    }
    return last;
  }

  private boolean isQuery(Directive directive, String query) {
    var read = ScriptReader.read(script.file(), query);
    if (!read.problems().isEmpty() || read.statements().size() != 1) {
      var why =
          read.problems().isEmpty()
              ? "`expect` takes exactly one query"
              : "the query of `expect` cannot be read: " + read.problems().getFirst().message();
      refuse(directive.span(), why, FORM);
      return false;
    }
    if (!onlyReads(read.statements().getFirst())) {
      var message = "the query of `expect` does more than read";
      var advice = "put changes into the migration's statements";
      refuse(directive.span(), message, advice);
      return false;
    }
    return true;
  }

  private static boolean onlyReads(Statement statement) {
    return (statement.command() == CommandTag.SELECT || statement.command() == CommandTag.SHOW)
        && statement.effects().stream()
            .flatMap(effect -> effect.touches().stream())
            .noneMatch(touch -> isChange(touch.access()));
  }

  private static boolean isChange(Access access) {
    return switch (access) {
      case DEFINES, WRITES -> true;
      case REFERENCES, READS -> false;
    };
  }

  private void refuse(Span span, String message, String advice) {
    findings.add(Finding.error(UNREADABLE, script.file(), span, message, advice));
  }

  /// The query may contain a comparison: the expected value comes after the last `=` that is not in
  /// quotes or parentheses.
  private static int lastEquals(String text) {
    var last = -1;
    var depth = 0;
    var quote = ' ';
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (quote != ' ') {
        quote = c == quote ? ' ' : quote;
      } else {
        switch (c) {
          case '\'', '"' -> quote = c;
          case '(', '[' -> depth++;
          case ')', ']' -> depth--;
          case '=' -> last = depth == 0 && isAlone(text, i) ? i : last;
          default -> {}
        }
      }
    }
    return last;
  }

  /// True for an `=` that is not part of `<=`, `>=`, `!=`, `=>` or another operator.
  private static boolean isAlone(String text, int at) {
    var operators = "<>!=:~*/+-&|^%@#?";
    var before = at == 0 ? ' ' : text.charAt(at - 1);
    var after = at + 1 == text.length() ? ' ' : text.charAt(at + 1);
    return operators.indexOf(before) < 0
        && (after == '-' || after == '+' || operators.indexOf(after) < 0);
  }

  /// A value that is empty or begins or ends with a blank is written in quotes.
  private static String unquoted(String value) {
    return value.length() > 1 && value.startsWith("'") && value.endsWith("'")
        ? value.substring(1, value.length() - 1).replace("''", "'")
        : value;
  }
}
