package dev.deed.lint.facts;

import dev.deed.lint.rule.RuleView;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.RowsEffect.ReadsRows;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.effect.RowsEffect.Writing;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.And;
import dev.deed.sql.expression.Expression.ArrayOf;
import dev.deed.sql.expression.Expression.Between;
import dev.deed.sql.expression.Expression.Binary;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.In;
import dev.deed.sql.expression.Expression.Or;
import dev.deed.sql.expression.Expression.Parameter;
import dev.deed.sql.expression.Expression.Prefix;
import dev.deed.sql.expression.Expression.Quantified;
import dev.deed.sql.expression.Expression.Special;
import dev.deed.sql.expression.Expression.Subquery;
import dev.deed.sql.schema.Relation.Index;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// How many rows an `UPDATE` or `DELETE` may reach, judged by its condition and the table's keys.
public enum RowsReached {
  /// A batch: selected by a key, a range of a key, or a `LIMIT`.
  FEW,

  /// All rows with a certain value, which may be most of the table.
  OF_A_VALUE,

  ANY_NUMBER;

  private static final Pattern LIMIT =
      Pattern.compile("\\b(limit|fetch\\s+(first|next))\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern WHERE = Pattern.compile("\\bwhere\\b", Pattern.CASE_INSENSITIVE);
  private static final Set<String> LOWER = Set.of(">", ">=");
  private static final Set<String> UPPER = Set.of("<", "<=");

  public static RowsReached by(WritesRows writes, RuleView view) {
    var atOnce = atOnce(writes, view);
    return atOnce == FEW && Block.of(view).keepsAll(writes) ? ANY_NUMBER : atOnce;
  }

  /// The rows that one run of the statement reaches, even if it runs in a loop.
  private static RowsReached atOnce(WritesRows writes, RuleView view) {
    if (!writes.filtered()) {
      return ANY_NUMBER;
    }
    var where = writes.where();
    var text = view.text(view.statement().span());
    if (LIMIT.matcher(text).find() || view.runsInBatches()) {
      return FEW;
    }
    if (writes.writing() == Writing.MERGE) {
      return WHERE.matcher(text).find() ? OF_A_VALUE : ANY_NUMBER;
    }
    // A filter without a condition is WHERE CURRENT OF cursor.
    if (where == null) {
      return FEW;
    }
    return Condition.on(view.relation(writes.relation()), view).judge(where.tree());
  }

  /// The condition of one statement on one table.
  private static final class Condition {

    private final RuleView view;
    private final List<Index> indexes;
    private final Set<String> columns;
    private final boolean isKnown;
    private final Set<String> equal = new HashSet<>();
    private final Set<String> above = new HashSet<>();
    private final Set<String> below = new HashSet<>();

    static Condition on(QualifiedName table, RuleView view) {
      var columns = new HashSet<String>();
      view.catalog().columns(table).forEach(c -> columns.add(c.part()));
      return new Condition(view, view.catalog().indexes(table), columns, !columns.isEmpty());
    }

    private Condition(RuleView view, List<Index> indexes, Set<String> columns, boolean isKnown) {
      this.view = view;
      this.indexes = indexes;
      this.columns = columns;
      this.isKnown = isKnown;
    }

    RowsReached judge(Expression where) {
      if (where instanceof Constant(var _, var value) && value.equals("false")) {
        return FEW;
      }
      see(where);
      var between = new HashSet<>(above);
      between.retainAll(below);
      if (equal.contains("ctid") || between.contains("ctid")) {
        return FEW;
      }
      if (!isKnown) {
        return equal.isEmpty() && between.isEmpty() ? ANY_NUMBER : FEW;
      }
      var isKey = indexes.stream().anyMatch(i -> i.unique() && isMet(i, between));
      return isKey ? FEW : equal.isEmpty() ? ANY_NUMBER : OF_A_VALUE;
    }

    /// Whether the condition fixes the first column of the key; for a composite key, that leaves
    /// few rows.
    private boolean isMet(Index index, Set<String> between) {
      var first = index.elements().getFirst().column();
      return first != null && (equal.contains(first) || between.contains(first));
    }

    private void see(Expression condition) {
      switch (condition) {
        case And and -> and.operands().forEach(this::see);
        case Or or -> equal.addAll(equalInEach(or));
        case Binary binary -> seeBinary(binary);
        case Between between
            when !between.negated() && isConstant(between.low()) && isConstant(between.high()) -> {
          add(above, between.operand());
          add(below, between.operand());
        }
        case In in when !in.negated() && in.values().stream().allMatch(this::isConstant) ->
            add(equal, in.operand());
        case Quantified any
            when !any.all() && any.operator().name().equals("=") && isConstant(any.array()) ->
            add(equal, any.left());
        default -> {
          // narrows the rows, but it is unknown by how much
        }
      }
    }

    /// The columns that every operand compares by `=`: `id = 1 OR id = 2` means `id IN (1, 2)`.
    private Set<String> equalInEach(Or or) {
      var common = new HashSet<String>();
      for (var i = 0; i < or.operands().size(); i++) {
        var one = new Condition(view, indexes, columns, isKnown);
        one.see(or.operands().get(i));
        if (i == 0) {
          common.addAll(one.equal);
        } else {
          common.retainAll(one.equal);
        }
      }
      return common;
    }

    private void seeBinary(Binary binary) {
      var operator = binary.operator().name();
      var isTurned = !isConstant(binary.right()) && isConstant(binary.left());
      var column = isTurned ? binary.right() : binary.left();
      var value = isTurned ? binary.left() : binary.right();
      if (operator.equals("=") && (isConstant(value) || isOfFewRows())) {
        add(equal, column);
        add(equal, value);
      } else if (isConstant(value)) {
        var isLower = isTurned ? UPPER.contains(operator) : LOWER.contains(operator);
        var isUpper = isTurned ? LOWER.contains(operator) : UPPER.contains(operator);
        if (isLower) {
          add(above, column);
        } else if (isUpper) {
          add(below, column);
        }
      }
    }

    /// Whether the statement reads no other table, as in `UPDATE ... FROM (VALUES ...)`, so that a
    /// join is with few rows.
    private boolean isOfFewRows() {
      return view.statement().effects().stream().noneMatch(ReadsRows.class::isInstance)
          && !view.isInBlock();
    }

    private void add(Set<String> names, Expression expression) {
      if (expression instanceof Cast(var value, var _)) {
        add(names, value);
      } else if (expression instanceof Column column) {
        names.add(column.name().toLowerCase(Locale.ROOT));
        names.add(column.name());
      }
    }

    /// Whether the expression is a single value; in a `DO` block, a name that is not a column is a
    /// variable.
    private boolean isConstant(Expression expression) {
      return switch (expression) {
        case Constant _, Parameter _, Subquery _ -> true;
        case Cast cast -> isConstant(cast.value());
        case Prefix prefix -> isConstant(prefix.operand());
        case Binary binary -> isConstant(binary.left()) && isConstant(binary.right());
        case Call call -> call.arguments().stream().allMatch(a -> isConstant(a.value()));
        case Special special -> special.arguments().stream().allMatch(this::isConstant);
        case ArrayOf array -> array.elements().stream().allMatch(this::isConstant);
        case Column column when view.isInBlock() ->
            (isKnown && !columns.contains(column.name()))
                || Block.of(view).hasVariable(column.path().getFirst());
        default -> false;
      };
    }
  }
}
