package dev.deed.sql.replay;

import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Argument;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Collate;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.expression.ExpressionMap;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.RelationLiteral;
import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Qualifies the names in an expression, so that it means the same with any search path.
final class ExpressionResolution {

  private static final TypeName REGCLASS = TypeName.of("regclass");
  private static final Set<String> OF_SEQUENCES = Set.of("nextval", "currval", "setval");

  private final NameResolution names;

  ExpressionResolution(NameResolution names) {
    this.names = names;
  }

  @Nullable ExpressionText optional(@Nullable ExpressionText text) {
    return text == null ? null : resolve(text);
  }

  ExpressionText resolve(ExpressionText text) {
    var tree = ExpressionMap.apply(text.tree(), this::step);
    return new ExpressionText(tree, text.text(), text.canonical(), text.span());
  }

  private Expression step(Expression expression) {
    return switch (expression) {
      case Call call -> call(call);
      case Cast(Constant constant, var type) when type.isBuiltIn("regclass") -> literal(constant);
      case Cast(var value, var type) -> new Cast(value, names.type(type));
      case Collate(var value, var collation) -> new Collate(value, names.collation(collation));
      default -> expression;
    };
  }

  private Expression call(Call call) {
    var function = names.function(call.function());
    var arguments = new ArrayList<>(call.arguments());
    if (function.schema() == null
        && OF_SEQUENCES.contains(function.name())
        && !arguments.isEmpty()
        && arguments.getFirst().value() instanceof Constant constant) {
      arguments.set(0, new Argument(null, literal(constant), false));
    }
    return new Call(function, arguments, call.star(), call.trailer());
  }

  private Expression literal(Constant constant) {
    if (constant.kind() != ConstantKind.STRING) {
      return new Cast(constant, REGCLASS);
    }
    var relation = names.relation(RelationLiteral.parse(constant.value()));
    return new Cast(new Constant(ConstantKind.STRING, relation.quoted()), REGCLASS);
  }
}
