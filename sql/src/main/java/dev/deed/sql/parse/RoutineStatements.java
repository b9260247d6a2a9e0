package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.ALTER;
import static dev.deed.sql.Keyword.AS;
import static dev.deed.sql.Keyword.ATOMIC;
import static dev.deed.sql.Keyword.BEGIN;
import static dev.deed.sql.Keyword.CALL;
import static dev.deed.sql.Keyword.CREATE;
import static dev.deed.sql.Keyword.DO;
import static dev.deed.sql.Keyword.END;
import static dev.deed.sql.Keyword.FUNCTION;
import static dev.deed.sql.Keyword.LANGUAGE;
import static dev.deed.sql.Keyword.OR;
import static dev.deed.sql.Keyword.PROCEDURE;
import static dev.deed.sql.Keyword.REPLACE;
import static dev.deed.sql.Keyword.RESTRICT;
import static dev.deed.sql.Keyword.RETURN;
import static dev.deed.sql.Keyword.RETURNS;
import static dev.deed.sql.Keyword.SCHEMA;
import static dev.deed.sql.Keyword.SET;
import static dev.deed.sql.Keyword.TABLE;
import static dev.deed.sql.Keyword.WINDOW;

import dev.deed.sql.Keyword;
import dev.deed.sql.Span;
import dev.deed.sql.effect.CreatesRoutineDraft;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect;
import dev.deed.sql.effect.RoutineEffect.Argument;
import dev.deed.sql.effect.RoutineEffect.Body;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import dev.deed.sql.effect.RoutineOption;
import dev.deed.sql.effect.SessionEffect.ControlsTransaction;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.parse.Bodies.Code;
import dev.deed.sql.script.CommandTag;
import dev.deed.sql.script.CommandTag.Verb;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Functions and procedures, `DO` and `CALL`.
final class RoutineStatements {

  private final ParserState parsing;
  private final StatementParser statements;
  private final Cursor cursor;
  private final RoutineArguments arguments;
  private final ObjectNames names;
  private final Bodies bodies;

  RoutineStatements(ParserState parsing, StatementParser statements) {
    this.parsing = parsing;
    this.statements = statements;
    this.cursor = parsing.cursor;
    this.arguments = new RoutineArguments(parsing);
    this.names = new ObjectNames(parsing);
    this.bodies = new Bodies(parsing);
  }

  /// `CREATE [OR REPLACE] FUNCTION | PROCEDURE`
  Parsed create() {
    var place = parsing.effectCount();
    cursor.expect(CREATE);
    var orReplace = cursor.accept(OR, REPLACE);
    var kind = cursor.at(PROCEDURE) ? ObjectKind.PROCEDURE : ObjectKind.FUNCTION;
    cursor.expect(kind == ObjectKind.PROCEDURE ? PROCEDURE : FUNCTION);
    var first = cursor.position();
    var name = names.routineName();
    var span = cursor.spanFrom(first);
    var takes = arguments.withDefaults();
    var gives = kind == ObjectKind.FUNCTION ? returns() : Returns.NOTHING;
    var options = new RoutineOptions(parsing);
    var code = Code.NONE;
    while (!cursor.atEnd() && !atOwnBody()) {
      code = option(options, code);
    }
    var routine = ObjectName.routine(kind, name, RoutineArguments.signatureOf(takes));
    var argumentNames = namesOf(takes, gives);
    var body = atOwnBody() ? ownBody(argumentNames) : bodies.read(code, takes, argumentNames);
    var language = body.atomic() && code.language().isEmpty() ? "sql" : code.language();
    parsing.addAt(
        place,
        new CreatesRoutineDraft(routine, language, body, span)
            .orReplace(orReplace)
            .arguments(takes)
            .returns(gives.type)
            .returnsTable(gives.columns)
            .options(options.options())
            .configuration(options.configuration())
            .effect());
    return Parsed.of(Verb.CREATE, kind);
  }

  private static List<String> namesOf(List<Argument> takes, Returns gives) {
    return Stream.concat(takes.stream(), gives.columns.stream())
        .map(Argument::name)
        .flatMap(Stream::ofNullable)
        .toList();
  }

  private record Returns(@Nullable TypeName type, List<Argument> columns) {
    static final Returns NOTHING = new Returns(null, List.of());
  }

  private Returns returns() {
    // RETURNS NULL ON NULL INPUT is an option.
    if (!cursor.at(RETURNS) || cursor.at(RETURNS, Keyword.NULL)) {
      return Returns.NOTHING;
    }
    cursor.advance();
    if (cursor.accept(TABLE)) {
      return new Returns(null, arguments.tableColumns());
    }
    return new Returns(parsing.types.type(), List.of());
  }

  private Code option(RoutineOptions options, Code code) {
    if (cursor.accept(AS)) {
      var string = cursor.position();
      cursor.string("the routine's body");
      var symbol = cursor.accept(Sign.COMMA) ? cursor.string("the symbol name") : "";
      return new Code(code.language(), string, symbol);
    }
    if (cursor.accept(LANGUAGE)) {
      return code.in(language());
    }
    if (cursor.accept(WINDOW)) {
      options.add(RoutineOption.WINDOW, "");
    } else if (!options.acceptTransform() && !options.accept()) {
      throw cursor.unexpected("an option of the routine");
    }
    return code;
  }

  private String language() {
    return cursor.at(Sign.STRING)
        ? cursor.string("a language")
        : cursor.nonReservedName("a language");
  }

  private boolean atOwnBody() {
    return cursor.at(RETURN) || cursor.at(BEGIN, ATOMIC);
  }

  /// `RETURN expression` or `BEGIN ATOMIC ... END`
  private Body ownBody(List<String> argumentNames) {
    var first = cursor.position();
    argumentNames.forEach(parsing.scopes.fields::unclear);
    var effects = parsing.effectsOf(this::statementOfBody);
    return new Body(cursor.canonicalFrom(first), true, effects, true);
  }

  private void statementOfBody() {
    if (cursor.accept(BEGIN, ATOMIC)) {
      while (!cursor.accept(END)) {
        if (!cursor.at(Sign.SEMICOLON)) {
          parsing.<Void>nested(() -> {
            atomicStatement();
            return null;
          });
        }
        cursor.expect(Sign.SEMICOLON, ";");
      }
    } else {
      cursor.expect(RETURN);
      parsing.expressions.expression();
    }
  }

  private void atomicStatement() {
    if (cursor.accept(RETURN)) {
      parsing.expressions.expression();
    } else {
      statements.statement();
    }
  }

  /// `ALTER FUNCTION | PROCEDURE | ROUTINE`
  Parsed alter() {
    cursor.expect(ALTER);
    var kind =
        switch (cursor.keyword()) {
          case FUNCTION -> ObjectKind.FUNCTION;
          case PROCEDURE -> ObjectKind.PROCEDURE;
          case null, default -> ObjectKind.ROUTINE;
        };
    cursor.advance();
    var first = cursor.position();
    var routine = names.name(kind);
    var span = cursor.spanFrom(first);
    if (atSettingOfSchema() || !new ObjectChanges(parsing).accept(routine, false, span)) {
      alterOptions(routine, span);
    }
    return Parsed.of(Verb.ALTER, kind);
  }

  /// `SET SCHEMA 'name'` and `SET schema = name` set a parameter; `SET SCHEMA name` moves the
  /// routine.
  private boolean atSettingOfSchema() {
    return cursor.at(SET, SCHEMA)
        && (cursor.signAfter(2) == Sign.STRING
            || cursor.signAfter(2) == Sign.EQUAL
            || cursor.keywordAfter(2) == Keyword.TO);
  }

  private void alterOptions(ObjectName routine, Span span) {
    var options = new RoutineOptions(parsing);
    do {
      if (!options.accept()) {
        throw cursor.unexpected("what to alter");
      }
    } while (!cursor.atEnd() && !cursor.at(RESTRICT));
    cursor.accept(RESTRICT);
    parsing.add(
        new RoutineEffect.AltersRoutine(routine, options.options(), options.configuration(), span));
  }

  /// `DO [LANGUAGE language] 'code'`
  Parsed runBlock() {
    var span = cursor.span();
    cursor.expect(DO);
    var language = "plpgsql";
    var string = -1;
    do {
      if (cursor.accept(LANGUAGE)) {
        language = language();
      } else {
        string = cursor.position();
        cursor.string("the code of the block");
      }
    } while (!cursor.atEnd());
    var body = bodies.read(new Code(language, string, ""), List.of(), List.of());
    parsing.add(new RunsBlock(language, body, span));
    return new Parsed(CommandTag.DO, endsTransaction(body.effects()));
  }

  private static boolean endsTransaction(List<Effect> effects) {
    return effects.stream()
        .anyMatch(e ->
            e instanceof ControlsTransaction
                || (e instanceof RunsBlock block && endsTransaction(block.body().effects())));
  }

  /// `CALL procedure(arguments)`
  Parsed call() {
    cursor.expect(CALL);
    var start = cursor.span().start();
    var effects = parsing.effectsOf(() -> parsing.expressions.functionCall());
    effects.forEach(e -> parsing.add(asProcedure(e, start)));
    return Parsed.of(CommandTag.CALL);
  }

  /// The called routine is a procedure, although the syntax is that of a function.
  private static Effect asProcedure(Effect effect, int start) {
    return effect instanceof CallsRoutine call && call.span().start() == start
        ? new CallsRoutine(
            ObjectKind.PROCEDURE, call.routine(), call.arguments(), call.named(), call.span())
        : effect;
  }
}
