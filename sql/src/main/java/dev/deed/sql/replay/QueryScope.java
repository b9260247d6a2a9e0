package dev.deed.sql.replay;

import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the names in one query mean: the items of its `FROM`, its common table expressions, and
/// what is around it.
final class QueryScope {

  /// A name that this cannot place for certain.
  static final class Unclear extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unclear() {
      super(null, null, false, false);
    }
  }

  /// @param type null if unknown
  record Output(String name, @Nullable TypeName type) {}

  /// An item of `FROM`.
  ///
  /// @param tag its name in the normal text, which no other item of the whole query has
  /// @param name by which the query knows it
  /// @param isAlias whether the name is an alias, which no schema qualifies
  /// @param isValue whether its name stands for its only column: a function that returns no rows
  record Item(String tag, String name, boolean isAlias, boolean isValue, List<Output> outputs) {
    Item {
      outputs = List.copyOf(outputs);
    }

    @Nullable Output find(String column) {
      return outputs.stream().filter(o -> o.name().equals(column)).findFirst().orElse(null);
    }

    List<Visible> visible() {
      return outputs.stream().map(o -> new Visible(this, o)).toList();
    }
  }

  /// A column without a qualifier: that of a join by `USING` is one of two.
  record Visible(Item item, Output output) {
    Column column() {
      return new Column(List.of(item.tag(), output.name()));
    }
  }

  private final @Nullable QueryScope outer;
  private final List<Item> items = new ArrayList<>();
  private final List<Visible> visible = new ArrayList<>();
  private final Map<String, Item> commonTables = new HashMap<>();

  QueryScope(@Nullable QueryScope outer) {
    this.outer = outer;
  }

  @Nullable QueryScope outer() {
    return outer;
  }

  void add(Item item) {
    items.add(item);
  }

  void show(List<Visible> columns) {
    visible.addAll(columns);
  }

  List<Visible> visible() {
    return visible;
  }

  void define(String commonTable, Item item) {
    commonTables.put(commonTable, item);
  }

  @Nullable Item commonTable(String name) {
    var own = commonTables.get(name);
    return own != null || outer == null ? own : outer.commonTable(name);
  }

  /// The item of that name, innermost first.
  Item item(String name) {
    var found = items.stream().filter(i -> i.name().equals(name)).toList();
    if (found.size() > 1 || (found.isEmpty() && outer == null)) {
      throw new Unclear();
    }
    return found.isEmpty() && outer != null ? outer.item(name) : found.getFirst();
  }

  /// A column by its name only; null if nothing has that name.
  @Nullable Column unqualified(String name) {
    var found = visible.stream().filter(v -> v.output().name().equals(name)).toList();
    if (found.size() > 1) {
      throw new Unclear();
    }
    if (found.size() == 1) {
      return found.getFirst().column();
    }
    return outer == null ? null : outer.unqualified(name);
  }

  /// What an expression's column means.
  Column resolved(Column column) {
    var path = column.path();
    return switch (path.size()) {
      case 1 -> {
        var plain = unqualified(path.getFirst());
        yield plain == null ? whole(item(path.getFirst())) : plain;
      }
      case 2 -> qualified(item(path.getFirst()), path.getLast());
      case 3 -> {
        var item = item(path.get(1));
        if (item.isAlias()) {
          throw new Unclear();
        }
        yield qualified(item, path.getLast());
      }
      default -> throw new Unclear();
    };
  }

  private static Column whole(Item item) {
    var column = item.isValue() ? item.outputs().getFirst().name() : "*";
    return new Column(List.of(item.tag(), column));
  }

  private static Column qualified(Item item, String column) {
    if (!column.equals("*") && item.find(column) == null) {
      throw new Unclear();
    }
    return new Column(List.of(item.tag(), column));
  }
}
