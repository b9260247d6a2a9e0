package dev.deed.sql.parse;

import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Depth;
import dev.deed.sql.lex.Shown;
import dev.deed.sql.lex.StrayDirective;
import dev.deed.sql.lex.SyntaxError;
import dev.deed.sql.lex.Tokens;
import dev.deed.sql.parse.advice.MetaCommand;
import dev.deed.sql.parse.advice.SyntaxAdvice;
import dev.deed.sql.script.Directive;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One reading of one script: statement by statement, continuing after the next semicolon if one
/// cannot be read.
final class ScriptParser {

  private static final RuleName SYNTAX_ERROR = new RuleName("syntax-error");
  private static final RuleName UNREADABLE_DIRECTIVE = new RuleName("unreadable-directive");
  private static final String DIRECTIVE_FORM =
      "write it as `-- deed: <name> <arguments>`, in small letters and one to a line; or begin the comment with another word";
  private static final RuleName IDENTIFIER_TOO_LONG = new RuleName("identifier-too-long");

  private final SourceFile file;
  private final Tokens tokens;
  private final Cursor cursor;
  private final Depth depth;
  private final ParserState parsing;
  private final StatementParser parser;
  private final List<Statement> statements = new ArrayList<>();
  private final List<Finding> problems = new ArrayList<>();

  ScriptParser(SourceFile file, Tokens tokens, Depth depth) {
    this.file = file;
    this.tokens = tokens;
    this.cursor = new Cursor(tokens);
    this.depth = depth;
    this.parsing = new ParserState(cursor, depth);
    this.parser = new StatementParser(parsing);
  }

  /// @param end the token after the last statement
  Script script(int end) {
    while (cursor.position() < end) {
      switch (cursor.sign()) {
        case SEMICOLON, COPY_DATA -> cursor.advance();
        case META -> metaCommand();
        default -> statement();
      }
    }
    var after = end < tokens.count() - 1 ? tokens.start(end) : Integer.MAX_VALUE;
    tokens.longNames().stream().filter(n -> n.start() < after).forEach(this::longName);
    tokens.strayDirectives().stream().filter(s -> s.start() < after).forEach(this::strayDirective);
    problems.sort(Comparator.comparingInt(p -> p.span().start()));
    return new Script(file, tokens.text(), statements, directives(), problems);
  }

  private void statement() {
    var first = cursor.position();
    try {
      var parsed = parser.statement();
      if (!cursor.atEnd()) {
        throw cursor.unexpected("the end of the statement");
      }
      var span = cursor.spanFrom(first);
      statements.add(
          new Statement(
              parsed.command(),
              span,
              parsing.takeEffects(),
              parsed.runsAlone(),
              parsing.takeNewerSyntax()));
    } catch (SyntaxError error) {
      parsing.takeEffects();
      parsing.takeNewerSyntax();
      depth.reset();
      problems.add(syntaxError(error, first));
      cursor.moveTo(StatementEnd.of(tokens, first));
    }
  }

  private Finding syntaxError(SyntaxError error, int first) {
    var at = tokens.tokenAt(error.offset());
    var advice =
        StrayDirective.isAt(tokens.text(), tokens.start(first))
            ? DIRECTIVE_FORM
            : SyntaxAdvice.of(tokens, first, at, error.text());
    return problem(SYNTAX_ERROR, tokens.span(at), error.text(), advice);
  }

  private void metaCommand() {
    var command = tokens.raw(cursor.position());
    var advice = MetaCommand.advice(command);
    if (advice != null) {
      problems.add(
          problem(
              new RuleName("psql-meta-command"),
              cursor.span(),
              "psql's meta-command " + Shown.of(command) + " is not SQL",
              advice));
    }
    cursor.advance();
  }

  private void longName(Tokens.Stretch name) {
    problems.add(
        new Finding(
            IDENTIFIER_TOO_LONG,
            Severity.WARNING,
            file,
            tokens.spanOf(name.start(), name.end()),
            "the name exceeds 63 bytes; PostgreSQL will truncate it",
            "choose a name of at most 63 bytes",
            List.of()));
  }

  private void strayDirective(Tokens.Stretch comment) {
    problems.add(
        problem(
            UNREADABLE_DIRECTIVE,
            tokens.spanOf(comment.start(), comment.end()),
            "this comment looks like a directive, but it is not written as one and has no effect",
            DIRECTIVE_FORM));
  }

  private Finding problem(RuleName rule, Span span, String message, String advice) {
    return Finding.error(rule, file, span, message, advice);
  }

  private List<Directive> directives() {
    var directives = new ArrayList<Directive>();
    var next = 0;
    for (var found : tokens.directives()) {
      while (next < statements.size() && statements.get(next).span().start() < found.start()) {
        next++;
      }
      directives.add(directive(found, next));
    }
    return directives;
  }

  private Directive directive(Tokens.Stretch found, int next) {
    var text = tokens.text().substring(found.start(), found.end()).strip();
    var space = 0;
    while (space < text.length() && !Character.isWhitespace(text.charAt(space))) {
      space++;
    }
    var start = tokens.text().lastIndexOf("--", found.start());
    return new Directive(
        text.substring(0, space),
        text.substring(space).strip(),
        tokens.spanOf(start, found.end()),
        next);
  }
}
