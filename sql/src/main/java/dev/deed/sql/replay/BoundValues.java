package dev.deed.sql.replay;

import dev.deed.sql.effect.TableDefinition.PartitionBy;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.NormalForm;
import dev.deed.sql.expression.QueryTree.Select;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.parse.QueryTrees;
import dev.deed.sql.schema.PartitionBound;
import dev.deed.sql.schema.Relation.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The bound of a partition with its values as their types print them.
final class BoundValues {

  private static final Pattern RANGE =
      Pattern.compile("for values from ?\\((.*)\\) to ?\\((.*)\\)");
  private static final Pattern LIST = Pattern.compile("for values in ?\\((.*)\\)");

  private final SchemaState state;
  private final Table parent;

  private BoundValues(SchemaState state, Table parent) {
    this.state = state;
    this.parent = parent;
  }

  /// @param bound canonical
  static String normal(SchemaState state, Table parent, String bound) {
    var own = new BoundValues(state, parent);
    var range = RANGE.matcher(bound);
    if (range.matches()) {
      var low = own.values(range.group(1), false);
      var high = own.values(range.group(2), false);
      return low == null || high == null
          ? PartitionBound.normal(bound)
          : PartitionBound.normal("for values from (" + low + ") to (" + high + ")");
    }
    var list = LIST.matcher(bound);
    var values = list.matches() ? own.values(list.group(1), true) : null;
    return PartitionBound.normal(values == null ? bound : "for values in (" + values + ")");
  }

  /// Null if one of them is not a constant.
  private @Nullable String values(String list, boolean isOfOneKey) {
    if (!(QueryTrees.of("select " + list).orElse(null) instanceof Select select)) {
      return null;
    }
    var texts = new ArrayList<String>();
    for (var i = 0; i < select.targets().size(); i++) {
      var text = value(select.targets().get(i).value(), type(isOfOneKey ? 0 : i));
      if (text == null) {
        return null;
      }
      texts.add(text);
    }
    return String.join(", ", texts);
  }

  private static @Nullable String value(Expression value, @Nullable TypeName type) {
    if (value instanceof Column(var path)
        && (path.equals(List.of("minvalue")) || path.equals(List.of("maxvalue")))) {
      return path.getFirst();
    }
    var normal = new NormalForm(_ -> null);
    var isConstant =
        normal.of(value) instanceof Constant
            || (normal.of(value) instanceof Cast cast && cast.value() instanceof Constant);
    if (!isConstant || type == null) {
      return null;
    }
    var text = normal.text(value, type);
    return text == null ? "null" : text;
  }

  /// Of a key that is a column; null otherwise.
  private @Nullable TypeName type(int key) {
    PartitionBy by = parent.partitionBy();
    var column = by == null || key >= by.keys().size() ? null : by.keys().get(key).column();
    var known = column == null ? null : state.column(parent.qualifiedName(), column);
    return known == null ? null : BaseType.of(state, known.type());
  }
}
