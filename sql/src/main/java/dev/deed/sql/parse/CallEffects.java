package dev.deed.sql.parse;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.RowsEffect.NamesRelation;
import dev.deed.sql.effect.RowsEffect.ReadsRows;
import dev.deed.sql.effect.SessionEffect.SetsParameter;
import dev.deed.sql.effect.SettingMeaning;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Argument;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.StringBody;
import dev.deed.sql.lex.Tokens;
import dev.deed.sql.parse.FunctionMeanings.Meaning;
import dev.deed.sql.parse.FunctionMeanings.Use;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a call of a function reveals by its constant arguments: the relation that it uses, the SQL
/// that it runs, the parameter that it sets. Where the text does not show them, the call is opaque.
final class CallEffects {

  private final ParserState parsing;
  private final QualifiedName function;
  private final List<Argument> arguments;
  private final int first;
  private final Span span;

  private CallEffects(
      ParserState parsing, QualifiedName function, List<Argument> arguments, int first, Span span) {
    this.parsing = parsing;
    this.function = function;
    this.arguments = arguments;
    this.first = first;
    this.span = span;
  }

  /// @param first the first token of the function's name
  static void add(
      ParserState parsing, QualifiedName function, List<Argument> arguments, int first, Span span) {
    var meanings = FunctionMeanings.of(function, arguments.size());
    if (!meanings.isEmpty()) {
      var call = new CallEffects(parsing, function, arguments, first, span);
      meanings.forEach(call::add);
    }
  }

  private void add(Meaning meaning) {
    switch (meaning.use()) {
      case OPAQUE -> opaque(function + " " + meaning.reason());
      case SETS -> setsParameter();
      case RUNS -> runs(meaning);
      case NAMES, READS, WRITES, DEFINES -> names(meaning);
    }
  }

  private void opaque(String reason) {
    parsing.add(new Effect.Opaque(reason, span));
  }

  private void names(Meaning meaning) {
    var value = value(meaning);
    var text = value == null ? null : named(value, meaning.use());
    var relation = text == null ? null : RegclassText.of(text);
    if (relation != null) {
      parsing.add(
          switch (meaning.use()) {
            case READS -> new ReadsRows(relation, false, LockMode.ACCESS_SHARE, span);
            case WRITES -> new NamesRelation(relation, Access.WRITES, span);
            case DEFINES -> new NamesRelation(relation, Access.DEFINES, span);
            case NAMES, RUNS, SETS, OPAQUE -> new NamesRelation(relation, Access.READS, span);
          });
    } else if (text == null && meaning.use() != Use.NAMES && !arguments.isEmpty()) {
      opaque(function + " uses a relation whose name is computed when it runs");
    }
  }

  /// The sequence may be given through its table: `setval(pg_get_serial_sequence('t', 'c'), 7)`.
  private static @Nullable String named(Expression value, Use use) {
    return use == Use.WRITES
            && value instanceof Call call
            && call.function().name().equals("pg_get_serial_sequence")
            && !call.arguments().isEmpty()
        ? constant(call.arguments().getFirst().value())
        : constant(value);
  }

  private void runs(Meaning meaning) {
    var value = value(meaning);
    if (value == null || isNumber(value)) {
      if (arguments.size() > meaning.argument() && value == null) {
        opaque(function + " runs SQL that its text does not show");
      }
      return;
    }
    var sql = constant(value);
    if (sql == null) {
      opaque(function + " runs SQL that is computed when it runs");
    } else {
      run(sql);
    }
  }

  private static boolean isNumber(Expression value) {
    return value instanceof Constant constant && constant.kind() == ConstantKind.NUMBER;
  }

  private void run(String sql) {
    var inner = parsing.inside(StringBody.at(parsing.cursor.tokens().start(first), sql));
    if (inner.bodies() > Bodies.MOST_BODIES) {
      opaque("SQL in strings nested too deeply");
    } else {
      Bodies.statements(inner).forEach(parsing::add);
    }
  }

  // set_config

  private void setsParameter() {
    var parameter = constant(argument(0, "setting_name"));
    if (parameter == null) {
      opaque("set_config sets a parameter whose name is computed when it runs");
      return;
    }
    var name = Settings.canonical(parameter);
    var value = constant(argument(1, "new_value"));
    var local =
        argument(2, "is_local") instanceof Constant constant && constant.value().equals("true");
    if (value != null) {
      var values = name.equals("search_path") ? names(value) : List.of(value);
      parsing.add(new SetsParameter(name, values, local, span));
    } else if (name.equals("search_path")) {
      opaque("search_path gets a value that is computed when this runs");
    } else if (SettingMeaning.of(name).isDecisive()) {
      parsing.add(new SetsParameter(name, List.of(), local, span));
    }
  }

  /// Splits `a, "B"` into a list of names.
  private static List<String> names(String value) {
    var cursor = new Cursor(Tokens.of(value));
    var names = new ArrayList<String>();
    while (cursor.atLabel()) {
      names.add(cursor.takeName());
      cursor.accept(Sign.COMMA);
    }
    return names;
  }

  // Arguments

  private @Nullable Expression value(Meaning meaning) {
    var index = meaning.argument();
    return argument(index < 0 ? arguments.size() + index : index, meaning.name());
  }

  /// By name or by position; null if there is none.
  private @Nullable Expression argument(int index, @Nullable String name) {
    for (var argument : arguments) {
      if (argument.name() != null && argument.name().equals(name)) {
        return argument.value();
      }
    }
    if (index < 0 || index >= arguments.size()) {
      return null;
    }
    var argument = arguments.get(index);
    return argument.name() != null || argument.variadic() ? null : argument.value();
  }

  private static @Nullable String constant(@Nullable Expression value) {
    return switch (value) {
      case null -> null;
      case Constant constant when constant.kind() == ConstantKind.STRING -> constant.value();
      case Cast cast -> constant(cast.value());
      default -> DynamicSql.constant(value);
    };
  }
}
