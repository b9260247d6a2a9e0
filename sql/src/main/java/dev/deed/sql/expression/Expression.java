package dev.deed.sql.expression;

import dev.deed.sql.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A value expression. Parentheses are not kept: the tree expresses them.
public sealed interface Expression {

  enum ConstantKind {
    STRING,
    NUMBER,
    BITS,
    BOOLEAN,
    NULL
  }

  /// @param value decoded: `it's`, `1e3`, `true`, and `""` for `NULL`
  record Constant(ConstantKind kind, String value) implements Expression {}

  /// `$1`
  record Parameter(int number) implements Expression {}

  /// `column`, `table.column`, `schema.table.*`: the folded parts, `"*"` for a star.
  record Column(List<String> path) implements Expression {
    public Column {
      path = List.copyOf(path);
    }

    public String name() {
      return path.getLast();
    }
  }

  /// A function call with parentheses, including aggregates and window functions.
  ///
  /// @param star `count(*)`
  /// @param trailer the parts of the call other than arguments, in and after its parentheses
  ///   (`DISTINCT`, `ORDER BY`, `FILTER`, `OVER`, `WITHIN GROUP`), canonical, `""` if none
  /// @param inTrailer the expressions in the trailer, in whose place it has `PLACE`; none if the
  ///   trailer is the whole text
  record Call(
      QualifiedName function,
      List<Argument> arguments,
      boolean star,
      String trailer,
      List<Expression> inTrailer)
      implements Expression {

    public static final String PLACE = "\u0001";

    public Call {
      arguments = List.copyOf(arguments);
      inTrailer = List.copyOf(inTrailer);
    }

    public Call(QualifiedName function, List<Argument> arguments, boolean star, String trailer) {
      this(function, arguments, star, trailer, List.of());
    }
  }

  record Argument(@Nullable String name, Expression value, boolean variadic) {}

  /// A construct with its own grammar: `CURRENT_TIMESTAMP`, `EXTRACT(year FROM x)`, `COALESCE`,
  /// `XMLELEMENT`, `JSON_VALUE`.
  ///
  /// @param word its key word, lower case
  /// @param canonical its tokens in normal spelling
  record Special(String word, List<Expression> arguments, String canonical) implements Expression {

    /// In place of a value.
    public static final Special DEFAULT = new Special("default", List.of(), "default");

    public static boolean isDefault(Expression expression) {
      return expression instanceof Special special && special.word.equals("default");
    }

    public Special {
      arguments = List.copyOf(arguments);
    }
  }

  /// `x::type`, `CAST(x AS type)`, `type 'text'`
  record Cast(Expression value, TypeName type) implements Expression {}

  /// A prefix operator; `operator` has a schema if written as `OPERATOR(s.+)`.
  record Prefix(QualifiedName operator, Expression operand) implements Expression {}

  record Binary(QualifiedName operator, Expression left, Expression right) implements Expression {}

  record And(List<Expression> operands) implements Expression {
    public And {
      operands = List.copyOf(operands);
    }
  }

  record Or(List<Expression> operands) implements Expression {
    public Or {
      operands = List.copyOf(operands);
    }
  }

  record Not(Expression operand) implements Expression {}

  /// `IS [NOT] NULL | TRUE | FALSE | UNKNOWN | DOCUMENT | NORMALIZED | JSON ...`
  ///
  /// @param test lower case, without `is` and `not`
  record Is(Expression operand, String test, boolean negated) implements Expression {}

  record IsDistinct(Expression left, Expression right, boolean negated) implements Expression {}

  record Between(
      Expression operand, Expression low, Expression high, boolean symmetric, boolean negated)
      implements Expression {}

  record In(Expression operand, List<Expression> values, boolean negated) implements Expression {
    public In {
      values = List.copyOf(values);
    }
  }

  record InQuery(Expression operand, Query query, boolean negated) implements Expression {}

  /// @param operator `like`, `ilike` or `similar to`
  record Like(
      String operator,
      Expression operand,
      Expression pattern,
      @Nullable Expression escape,
      boolean negated)
      implements Expression {}

  /// `x op ANY (array)`; `SOME` is `ANY`.
  record Quantified(Expression left, QualifiedName operator, boolean all, Expression array)
      implements Expression {}

  record QuantifiedQuery(Expression left, QualifiedName operator, boolean all, Query query)
      implements Expression {}

  record Case(@Nullable Expression operand, List<When> branches, @Nullable Expression otherwise)
      implements Expression {
    public Case {
      branches = List.copyOf(branches);
    }
  }

  record When(Expression condition, Expression result) {}

  record ArrayOf(List<Expression> elements) implements Expression {
    public ArrayOf {
      elements = List.copyOf(elements);
    }
  }

  record ArrayQuery(Query query) implements Expression {}

  record Row(List<Expression> fields) implements Expression {
    public Row {
      fields = List.copyOf(fields);
    }
  }

  record Subquery(Query query) implements Expression {}

  record Exists(Query query) implements Expression {}

  /// `(x).field`, `"*"` for a star
  record Field(Expression value, String name) implements Expression {}

  /// `x[i]`, `x[from:to]`; a missing bound is null
  record Subscript(
      Expression value, @Nullable Expression from, @Nullable Expression to, boolean slice)
      implements Expression {}

  record Collate(Expression value, QualifiedName collation) implements Expression {}

  /// @param zone null for `AT LOCAL`
  record AtTimeZone(Expression value, @Nullable Expression zone) implements Expression {}
}
