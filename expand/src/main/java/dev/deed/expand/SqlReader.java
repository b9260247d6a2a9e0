package dev.deed.expand;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TableEffect.AltersColumnType;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.expression.Expression.Prefix;
import dev.deed.sql.expression.ExpressionMap;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.schema.Schema;
import java.util.List;

/// Reads the expressions and types of a request. Names without a schema are looked for in the
/// search path now: a trigger runs with any.
record SqlReader(Schema schema, List<String> searchPath) {

  private static final SourceFile ARGUMENT = new SourceFile("argument");

  /// @param what the option that it comes from, for the message
  Expression expression(String text, String what) {
    var alter = read("integer USING (" + text + "\n)", text, what);
    var using = alter.using();
    if (using == null) {
      throw unreadable(what, text, "this is not an expression");
    }
    return qualified(using.tree());
  }

  TypeName type(String text, String what) {
    var alter = read(text, text, what);
    if (alter.using() != null || alter.collation() != null) {
      throw unreadable(what, text, "this is more than a type");
    }
    var name = alter.type().name();
    if (name.name().endsWith("serial") && name.schema() == null) {
      throw new NotExpanded(
          "%s %s is not a type, but a default and a sequence".formatted(what, text),
          "name the type: bigint, and the column keeps its sequence");
    }
    return qualified(alter.type());
  }

  private static AltersColumnType read(String end, String text, String what) {
    var script = ScriptReader.read(ARGUMENT, "ALTER TABLE t ALTER COLUMN c TYPE " + end);
    if (!script.problems().isEmpty()) {
      throw unreadable(what, text, script.problems().getFirst().message());
    }
    if (script.statements().size() == 1) {
      // Calls of functions are effects, too.
      var changes =
          script.statements().getFirst().effects().stream()
              .filter(TableEffect.class::isInstance)
              .toList();
      if (changes.size() == 1 && changes.getFirst() instanceof AltersColumnType alter) {
        return alter;
      }
    }
    throw unreadable(what, text, "this is more than one");
  }

  private static NotExpanded unreadable(String what, String text, String why) {
    return new NotExpanded(
        "%s cannot be read: %s: %s".formatted(what, text.strip(), why),
        "write it as in SQL, in quotes of the shell: \"lower(name)\", \"varchar(20)\"");
  }

  private Expression qualified(Expression expression) {
    return ExpressionMap.apply(
        expression,
        e ->
            switch (e) {
              case Cast(var value, var type) -> new Cast(value, qualified(type));
              case Prefix(var operator, Constant(var kind, var number))
                  when kind == ConstantKind.NUMBER && operator.name().equals("-") ->
                  new Constant(kind, "-" + number);
              case Call call ->
                  new Call(
                      qualifiedRoutine(call.function()),
                      call.arguments(),
                      call.star(),
                      call.trailer());
              default -> e;
            });
  }

  private TypeName qualified(TypeName type) {
    if (type.name().schema() != null) {
      return type;
    }
    for (var schemaName : searchPath) {
      var name = type.name().in(schemaName);
      if (schema.find(ObjectName.of(ObjectKind.TYPE, name)).isPresent()
          || schema.find(ObjectName.of(ObjectKind.DOMAIN, name)).isPresent()) {
        return new TypeName(
            name, type.modifiers(), type.arrayDimensions(), type.setOf(), type.columnOf());
      }
    }
    return type;
  }

  private QualifiedName qualifiedRoutine(QualifiedName function) {
    if (function.schema() != null) {
      return function;
    }
    for (var schemaName : searchPath) {
      var name = function.in(schemaName);
      if (schema.names().stream().anyMatch(n -> n.kind().isRoutine() && n.name().equals(name))) {
        return name;
      }
    }
    return function;
  }
}
