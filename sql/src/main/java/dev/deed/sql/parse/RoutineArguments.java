package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.Keyword.Category;
import dev.deed.sql.effect.RoutineEffect.Argument;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Arguments of functions, procedures and aggregates, in definitions and in references.
final class RoutineArguments {

  private final ParserState parsing;
  private final Cursor cursor;

  RoutineArguments(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
  }

  /// `( [argument [DEFAULT value], ...] )`
  List<Argument> withDefaults() {
    cursor.open();
    var arguments = new ArrayList<Argument>();
    if (!cursor.at(Sign.CLOSE)) {
      do {
        arguments.add(argument(true));
      } while (cursor.accept(Sign.COMMA));
    }
    cursor.close();
    return arguments;
  }

  /// `( [argument, ...] )`, with the types that identify the routine.
  String signature() {
    cursor.open();
    var arguments = cursor.at(Sign.CLOSE) ? List.<Argument>of() : list();
    cursor.close();
    return signatureOf(arguments);
  }

  /// `( * )`, `( argument, ... )` or `( [argument, ...] ORDER BY argument, ... )`
  AggregateArguments aggregate() {
    cursor.open();
    if (cursor.accept(Sign.STAR)) {
      cursor.close();
      return new AggregateArguments(true, List.of(), List.of());
    }
    var direct = cursor.at(Keyword.ORDER) ? List.<Argument>of() : list();
    var ordered = cursor.accept(Keyword.ORDER, Keyword.BY) ? list() : List.<Argument>of();
    if (direct.isEmpty() && ordered.isEmpty()) {
      throw cursor.unexpected("*, an argument or ORDER BY");
    }
    cursor.close();
    var arguments = new AggregateArguments(false, direct, ordered);
    arguments.check(cursor);
    return arguments;
  }

  /// The arguments of an aggregate.
  ///
  /// @param ordered those after `ORDER BY`
  record AggregateArguments(boolean star, List<Argument> direct, List<Argument> ordered) {

    /// `(*)`, `(integer, text)`, `(double precision ORDER BY anyelement)`, `(VARIADIC text[])`: the
    /// server calls a variadic one otherwise, and `CREATE AGGREGATE` has no other place for it.
    String signature() {
      if (star) {
        return "(*)";
      }
      if (ordered.isEmpty()) {
        return "(" + withVariadic(direct) + ")";
      }
      var behind = "ORDER BY " + withVariadic(ordered);
      return direct.isEmpty()
          ? "(" + behind + ")"
          : "(" + withVariadic(direct) + " " + behind + ")";
    }

    private static String withVariadic(List<Argument> arguments) {
      return arguments.stream()
          .map(a -> (a.mode().equals("variadic") ? "VARIADIC " : "") + bare(a.type()))
          .collect(Collectors.joining(", "));
    }

    private void check(Cursor cursor) {
      if (Stream.concat(direct.stream(), ordered.stream())
          .anyMatch(a -> a.mode().contains("out"))) {
        throw cursor.error("aggregates cannot have output arguments");
      }
      var variadic = !direct.isEmpty() && direct.getLast().mode().equals("variadic");
      if (variadic && !ordered.isEmpty() && !isVariadicToo()) {
        throw cursor.error(
            "an ordered-set aggregate with a VARIADIC direct argument must have one VARIADIC"
                + " aggregated argument of the same data type");
      }
    }

    List<TypeName> all() {
      return Stream.concat(direct.stream(), ordered.stream()).map(Argument::type).toList();
    }

    private boolean isVariadicToo() {
      var first = ordered.getFirst();
      return ordered.size() == 1
          && first.mode().equals("variadic")
          && first.type().equals(direct.getLast().type());
    }
  }

  /// Input types only: they identify a routine in PostgreSQL.
  static String signatureOf(List<Argument> arguments) {
    return "(" + types(arguments) + ")";
  }

  private static String types(List<Argument> arguments) {
    return arguments.stream()
        .filter(a -> !a.mode().equals("out") && !a.mode().equals("table"))
        .map(a -> bare(a.type()))
        .collect(Collectors.joining(", "));
  }

  /// Without modifiers, which are ignored: `numeric(10,2)` is `numeric`.
  static String bare(TypeName type) {
    return new TypeName(
            type.name(), List.of(), type.arrayDimensions() > 0 ? 1 : 0, false, type.columnOf())
        .text();
  }

  private List<Argument> list() {
    var arguments = new ArrayList<Argument>();
    do {
      arguments.add(argument(false));
    } while (cursor.accept(Sign.COMMA));
    return arguments;
  }

  /// `[mode] [name] type` or `[name] [mode] type`
  private Argument argument(boolean withDefault) {
    var mode = mode();
    var name = name();
    if (mode == null && name != null) {
      mode = mode();
    }
    var type = parsing.types.type();
    var value = withDefault ? defaultValue() : null;
    return new Argument(name, mode == null ? "in" : mode, type, value);
  }

  private @Nullable String mode() {
    if (cursor.accept(Keyword.IN)) {
      return cursor.accept(Keyword.OUT) ? "inout" : "in";
    }
    if (cursor.accept(Keyword.OUT)) {
      return "out";
    }
    if (cursor.accept(Keyword.INOUT)) {
      return "inout";
    }
    return cursor.accept(Keyword.VARIADIC) ? "variadic" : null;
  }

  /// A word is the argument's name if a type (or a mode) follows it.
  private @Nullable String name() {
    if (!cursor.atTypeOrFunctionName() || cursor.at(Keyword.DOUBLE, Keyword.PRECISION)) {
      return null;
    }
    return startsType(1) ? cursor.takeName() : null;
  }

  private boolean startsType(int distance) {
    var sign = cursor.signAfter(distance);
    if (sign == Sign.QUOTED) {
      return true;
    }
    if (sign != Sign.WORD) {
      return false;
    }
    var keyword = cursor.keywordAfter(distance);
    return keyword == null
        || keyword == Keyword.IN
        || keyword == Keyword.VARIADIC
        || keyword.category() != Category.RESERVED;
  }

  private @Nullable ExpressionText defaultValue() {
    return cursor.accept(Keyword.DEFAULT) || cursor.accept(Sign.EQUAL)
        ? parsing.expressionText()
        : null;
  }

  /// `( name type, ... )` after `RETURNS TABLE`
  List<Argument> tableColumns() {
    cursor.open();
    var columns = new ArrayList<Argument>();
    do {
      var name = cursor.typeOrFunctionName("a column name");
      columns.add(new Argument(name, "table", parsing.types.type(), null));
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
    return columns;
  }
}
