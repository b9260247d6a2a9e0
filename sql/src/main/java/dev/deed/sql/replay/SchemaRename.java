package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.expression.ExpressionMap;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.schema.RelationLiteral;
import java.util.ArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Renames a schema, in every name.
final class SchemaRename implements NameMap {

  private final String before;
  private final String after;

  private SchemaRename(String before, String after) {
    this.before = before;
    this.after = after;
  }

  static void apply(SchemaState state, String before, String after) {
    var rewriting = new ObjectRewriter(new SchemaRename(before, after));
    var objects = new ArrayList<>(state.objects());
    state.replace(objects, objects.stream().map(rewriting::of).toList());
  }

  @Override
  public QualifiedName relation(QualifiedName name) {
    return before.equals(name.schema()) ? name.in(after) : name;
  }

  @Override
  public QualifiedName type(QualifiedName name) {
    return relation(name);
  }

  @Override
  public QualifiedName routine(QualifiedName name) {
    return relation(name);
  }

  @Override
  public ObjectName object(ObjectName name) {
    if (name.kind() == ObjectKind.SCHEMA) {
      return name.name().name().equals(before) ? ObjectName.of(ObjectKind.SCHEMA, after) : name;
    }
    return name.named(relation(name.name()));
  }

  @Override
  public String column(QualifiedName table, String column) {
    return column;
  }

  @Override
  public ExpressionText expression(QualifiedName table, ExpressionText expression) {
    var tree = ExpressionMap.apply(expression.tree(), this::step);
    return new ExpressionText(tree, expression.text(), expression.canonical(), expression.span());
  }

  private Expression step(Expression expression) {
    return switch (expression) {
      case Call call ->
          new Call(routine(call.function()), call.arguments(), call.star(), call.trailer());
      case Cast(Constant constant, var type)
          when type.isBuiltIn("regclass") && constant.kind() == ConstantKind.STRING ->
          new Cast(
              new Constant(
                  ConstantKind.STRING, relation(RelationLiteral.parse(constant.value())).quoted()),
              type);
      case Cast cast -> new Cast(cast.value(), type(cast.type()));
      default -> expression;
    };
  }

  @Override
  public String text(String canonical) {
    return canonical.replaceAll(
        "(?<![\\w\".])" + Pattern.quote(before) + "\\.", Matcher.quoteReplacement(after) + ".");
  }
}
