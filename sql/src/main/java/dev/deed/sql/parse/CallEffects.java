package dev.deed.sql.parse;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.RowsEffect.NamesRelation;
import dev.deed.sql.effect.SessionEffect.SetsParameter;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Argument;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What calls of PostgreSQL's own functions reveal by their constant arguments: the relation they
/// refer to, the setting they change.
final class CallEffects {

  private CallEffects() {}

  static void add(
      ParserState parsing, QualifiedName function, List<Argument> arguments, Span span) {
    var schema = function.schema();
    if (arguments.isEmpty() || (schema != null && !schema.equals("pg_catalog"))) {
      return;
    }
    switch (function.name()) {
      case "nextval", "setval" -> names(parsing, arguments, 0, Access.WRITES, span);
      case "currval",
          "to_regclass",
          "pg_get_serial_sequence",
          "pg_sequence_last_value",
          "pg_relation_size",
          "pg_total_relation_size",
          "pg_table_size",
          "pg_indexes_size",
          "pg_relation_filepath",
          "pg_relation_filenode",
          "pg_partition_tree",
          "pg_partition_ancestors",
          "pg_partition_root",
          "row_security_active" ->
          names(parsing, arguments, 0, Access.READS, span);
      case "has_table_privilege",
          "has_any_column_privilege",
          "has_column_privilege",
          "has_sequence_privilege" ->
          names(
              parsing,
              arguments,
              arguments.size() - (function.name().equals("has_column_privilege") ? 3 : 2),
              Access.READS,
              span);
      case "set_config" -> setsParameter(parsing, arguments, span);
      default -> {}
    }
  }

  private static void names(
      ParserState parsing, List<Argument> arguments, int index, Access access, Span span) {
    var text = index < 0 ? null : named(arguments.get(index).value(), access);
    var relation = text == null ? null : RegclassText.of(text);
    if (relation != null) {
      parsing.add(new NamesRelation(relation, access, span));
    }
  }

  /// The sequence may be given through its table: `setval(pg_get_serial_sequence('t', 'c'), 7)`.
  private static @Nullable String named(Expression value, Access access) {
    return access == Access.WRITES
            && value instanceof Call call
            && call.function().name().equals("pg_get_serial_sequence")
            && !call.arguments().isEmpty()
        ? constant(call.arguments().getFirst().value())
        : constant(value);
  }

  private static void setsParameter(ParserState parsing, List<Argument> arguments, Span span) {
    if (arguments.size() != 3) {
      return;
    }
    var parameter = constant(arguments.get(0).value());
    var value = constant(arguments.get(1).value());
    if (parameter == null || value == null) {
      return;
    }
    var local =
        arguments.get(2).value() instanceof Constant constant && constant.value().equals("true");
    var name = parameter.toLowerCase(Locale.ROOT);
    var values = name.equals("search_path") ? names(value) : List.of(value);
    parsing.add(new SetsParameter(name, values, local, span));
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

  private static @Nullable String constant(Expression value) {
    return switch (value) {
      case Constant constant when constant.kind() == ConstantKind.STRING -> constant.value();
      case Cast cast -> constant(cast.value());
      default -> null;
    };
  }
}
