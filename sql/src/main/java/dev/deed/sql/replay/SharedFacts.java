package dev.deed.sql.replay;

import dev.deed.sql.Span;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.Attributes;
import dev.deed.sql.schema.Privileges;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.SchemaObject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps one copy of the types, defaults and privileges that come again in many objects. It keeps a
/// certain number of each, so it does not grow with the schema.
final class SharedFacts {

  private static final int MOST = 1 << 12;

  private final Map<TypeName, TypeName> types = new HashMap<>();
  private final Map<ExpressionText, ExpressionText> defaults = new HashMap<>();
  private final Map<Privileges, Privileges> privileges = new HashMap<>();

  /// An equal object, except that its default may have the place of another one.
  SchemaObject of(SchemaObject object) {
    var attributes = object.attributes();
    var with =
        attributes.equals(Attributes.NONE)
            ? object
            : object.with(attributes.withPrivileges(one(privileges, attributes.privileges())));
    return with instanceof TableColumn column
        ? column
            .copy()
            .type(one(types, column.type()))
            .defaultValue(defaultValue(column.defaultValue()))
            .column()
        : with;
  }

  private @Nullable ExpressionText defaultValue(@Nullable ExpressionText value) {
    return value == null
        ? null
        : one(
            defaults, new ExpressionText(value.tree(), value.text(), value.canonical(), Span.NONE));
  }

  private static <T> T one(Map<T, T> known, T fact) {
    var found = known.get(fact);
    if (found != null) {
      return found;
    }
    if (known.size() < MOST) {
      known.put(fact, fact);
    }
    return fact;
  }
}
