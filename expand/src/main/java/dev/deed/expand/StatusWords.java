package dev.deed.expand;

import dev.deed.expand.Request.ToStatus;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Case;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.expression.Expression.When;
import dev.deed.sql.schema.RelationPart.TableColumn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A flag or a number becomes words: `true=completed`, `0=new`.
record StatusWords(TargetTable target, ExpandSettings settings, ToStatus request) {

  Story story() {
    check(target.column(request.column()));
    return change().story();
  }

  TypeChange change() {
    var column = target.column(request.column());
    var type =
        new SqlReader(target.schema(), settings.searchPath()).type(request.type(), "the type");
    var name = request.newName() == null ? column.part() : request.newName();
    return new TypeChange(
        target,
        settings,
        request.operation(),
        column,
        type,
        new Conversion(forth(column), back(column, name)),
        request.newName(),
        TypeChange.Around.NOTHING);
  }

  private void check(TableColumn column) {
    var obstacles = new Obstacles(target, settings);
    if (request.words().isEmpty()) {
      obstacles.add("no value is mapped", "name each: --map true=completed --map false=pending");
    }
    for (var value : request.words().keySet()) {
      var fits =
          isFlag(column)
              ? value.equals("true") || value.equals("false")
              : !isNumber(column) || value.matches("-?[0-9]+");
      if (!fits) {
        obstacles.add(
            "%s is not a value of %s".formatted(value, column.type().text()),
            "name values as SQL prints them: true, false, 0, 1");
      }
    }
    if (new LinkedHashSet<>(request.words().values()).size() < request.words().size()) {
      obstacles.add(
          "two values become the same word, so the way back is not known",
          "map each value to a word of its own, or use deed expand change-type with --back");
    }
    obstacles.refuse();
  }

  private static boolean isFlag(TableColumn column) {
    return column.type().isBuiltIn("boolean");
  }

  private static boolean isNumber(TableColumn column) {
    return column.type().isBuiltIn("smallint")
        || column.type().isBuiltIn("integer")
        || column.type().isBuiltIn("bigint");
  }

  private Expression forth(TableColumn column) {
    var whens = new ArrayList<When>();
    request.words().forEach((old, word) -> whens.add(new When(value(column, old), word(word))));
    var other = request.other();
    return new Case(Conversion.column(column.part()), whens, other == null ? null : word(other));
  }

  /// What new code writes beyond the words gets a value that a column without `NULL` can have.
  private Expression back(TableColumn column, String name) {
    var whens = new ArrayList<When>();
    request.words().forEach((old, word) -> whens.add(new When(word(word), value(column, old))));
    return new Case(Conversion.column(name), whens, column.notNull() ? usual(column) : null);
  }

  private @Nullable Expression usual(TableColumn column) {
    return column.defaultValue() == null
        ? value(column, List.copyOf(request.words().keySet()).getLast())
        : column.defaultValue().tree();
  }

  private static Expression value(TableColumn column, String text) {
    if (isFlag(column)) {
      return new Constant(ConstantKind.BOOLEAN, text);
    }
    return isNumber(column) && !text.startsWith("-")
        ? new Constant(ConstantKind.NUMBER, text)
        : new Constant(ConstantKind.STRING, text);
  }

  private static Expression word(String text) {
    return new Constant(ConstantKind.STRING, text);
  }
}
