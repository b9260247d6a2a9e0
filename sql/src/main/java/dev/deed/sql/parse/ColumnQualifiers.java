package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.ALWAYS;
import static dev.deed.sql.Keyword.AS;
import static dev.deed.sql.Keyword.BY;
import static dev.deed.sql.Keyword.CHECK;
import static dev.deed.sql.Keyword.COLLATE;
import static dev.deed.sql.Keyword.CONSTRAINT;
import static dev.deed.sql.Keyword.DEFAULT;
import static dev.deed.sql.Keyword.GENERATED;
import static dev.deed.sql.Keyword.IDENTITY;
import static dev.deed.sql.Keyword.INHERIT;
import static dev.deed.sql.Keyword.KEY;
import static dev.deed.sql.Keyword.NO;
import static dev.deed.sql.Keyword.NOT;
import static dev.deed.sql.Keyword.NULL;
import static dev.deed.sql.Keyword.PRIMARY;
import static dev.deed.sql.Keyword.REFERENCES;
import static dev.deed.sql.Keyword.STORED;
import static dev.deed.sql.Keyword.UNIQUE;
import static dev.deed.sql.Keyword.VIRTUAL;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Column;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.lex.Cursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The clauses after the type of a column or domain: default, constraints with their attributes,
/// collation, in any order.
final class ColumnQualifiers {

  private final ParserState parsing;
  private final Cursor cursor;
  private final Constraints constraintParser;
  private final List<String> column;
  private final List<Pending> pending = new ArrayList<>();
  // Attributes without a constraint before them; PostgreSQL refuses them later.
  private ConstraintAttributes attributes;

  @Nullable ExpressionText defaultValue;
  boolean notNull;
  Column.@Nullable Generated generated;
  Column.@Nullable Identity identity;
  @Nullable QualifiedName collation;

  /// @param column its name, or `value` in a domain
  ColumnQualifiers(ParserState parsing, Constraints constraintParser, String column) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.constraintParser = constraintParser;
    this.column = List.of(column);
    this.attributes = new ConstraintAttributes(parsing);
  }

  /// Reads all clauses, possibly none.
  ColumnQualifiers read() {
    while (acceptConstraint() || attributes.acceptInline() || acceptCollation()) {
      // each call takes one
    }
    return this;
  }

  /// The inline constraints, without a plain `NOT NULL`.
  List<Constraint> constraints() {
    return pending.stream().map(Pending::constraint).toList();
  }

  private boolean acceptConstraint() {
    var first = cursor.position();
    var name = cursor.accept(CONSTRAINT) ? cursor.name("the constraint name") : null;
    if (acceptValue() || acceptDemand(name, first)) {
      return true;
    }
    if (name != null) {
      throw cursor.unexpected("CHECK, NOT NULL, UNIQUE, PRIMARY KEY or REFERENCES");
    }
    return false;
  }

  private boolean acceptCollation() {
    if (collation != null || !cursor.accept(COLLATE)) {
      return false;
    }
    collation = cursor.qualifiedName("a collation name");
    return true;
  }

  /// Clauses that determine where the column's values come from.
  private boolean acceptValue() {
    if (cursor.accept(DEFAULT)) {
      var first = cursor.position();
      defaultValue = parsing.textOf(parsing.expressions.restricted(), first);
    } else if (cursor.accept(GENERATED)) {
      generated();
    } else if (!cursor.accept(NULL)) {
      return false;
    }
    attributes = new ConstraintAttributes(parsing);
    return true;
  }

  private void generated() {
    var always = cursor.accept(ALWAYS);
    if (!always) {
      cursor.expect(BY, DEFAULT);
    }
    cursor.expect(AS);
    if (cursor.accept(IDENTITY)) {
      var options = new SequenceOptionsParser(parsing).acceptInParentheses();
      identity = new Column.Identity(always, options);
      return;
    }
    if (!always) {
      throw cursor.unexpected("IDENTITY");
    }
    var expression = constraintParser.condition();
    var stored = cursor.accept(STORED);
    if (!stored) {
      cursor.accept(VIRTUAL);
    }
    generated = new Column.Generated(expression, stored);
  }

  private boolean acceptDemand(@Nullable String name, int first) {
    if (cursor.accept(NOT, NULL)) {
      notNull(name, first);
    } else if (cursor.accept(CHECK)) {
      add(name, new Constraint.Check(constraintParser.condition()), first);
      attributes.acceptNoInherit();
    } else if (cursor.accept(UNIQUE)) {
      var notDistinct = constraintParser.acceptNullsNotDistinct();
      var storage = constraintParser.acceptStorage();
      add(name, new Constraint.Unique(column, List.of(), notDistinct, false, null, storage), first);
    } else if (cursor.accept(PRIMARY)) {
      cursor.expect(KEY);
      var storage = constraintParser.acceptStorage();
      add(name, new Constraint.PrimaryKey(column, List.of(), false, null, storage), first);
    } else if (cursor.accept(REFERENCES)) {
      add(name, constraintParser.reference(column, false), first);
    } else {
      return false;
    }
    return true;
  }

  /// A plain one is a property of the column; with a name or `NO INHERIT` it is a constraint as
  /// well.
  private void notNull(@Nullable String name, int first) {
    notNull = true;
    if (cursor.at(NO, INHERIT)) {
      parsing.newer(18, "NO INHERIT of NOT NULL", cursor.position());
    } else if (name == null) {
      attributes = new ConstraintAttributes(parsing);
      return;
    }
    add(name, new Constraint.NotNull(column.getFirst()), first);
    attributes.acceptNoInherit();
  }

  private void add(@Nullable String name, Constraint.Rule rule, int first) {
    attributes = new ConstraintAttributes(parsing);
    pending.add(new Pending(name, rule, attributes, cursor.spanFrom(first)));
  }

  /// A constraint whose attributes may still follow.
  private record Pending(
      @Nullable String name, Constraint.Rule rule, ConstraintAttributes attributes, Span span) {
    Constraint constraint() {
      return attributes.of(name, rule, true, span);
    }
  }
}
