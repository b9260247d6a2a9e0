package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.ACTION;
import static dev.deed.sql.Keyword.CASCADE;
import static dev.deed.sql.Keyword.CHECK;
import static dev.deed.sql.Keyword.CONSTRAINT;
import static dev.deed.sql.Keyword.DEFAULT;
import static dev.deed.sql.Keyword.DELETE;
import static dev.deed.sql.Keyword.DISTINCT;
import static dev.deed.sql.Keyword.EXCLUDE;
import static dev.deed.sql.Keyword.FOREIGN;
import static dev.deed.sql.Keyword.FULL;
import static dev.deed.sql.Keyword.INCLUDE;
import static dev.deed.sql.Keyword.INDEX;
import static dev.deed.sql.Keyword.KEY;
import static dev.deed.sql.Keyword.MATCH;
import static dev.deed.sql.Keyword.NO;
import static dev.deed.sql.Keyword.NOT;
import static dev.deed.sql.Keyword.NULL;
import static dev.deed.sql.Keyword.NULLS;
import static dev.deed.sql.Keyword.ON;
import static dev.deed.sql.Keyword.OPERATOR;
import static dev.deed.sql.Keyword.OVERLAPS;
import static dev.deed.sql.Keyword.PARTIAL;
import static dev.deed.sql.Keyword.PERIOD;
import static dev.deed.sql.Keyword.PRIMARY;
import static dev.deed.sql.Keyword.REFERENCES;
import static dev.deed.sql.Keyword.RESTRICT;
import static dev.deed.sql.Keyword.SET;
import static dev.deed.sql.Keyword.SIMPLE;
import static dev.deed.sql.Keyword.TABLESPACE;
import static dev.deed.sql.Keyword.UNIQUE;
import static dev.deed.sql.Keyword.UPDATE;
import static dev.deed.sql.Keyword.USING;
import static dev.deed.sql.Keyword.WHERE;
import static dev.deed.sql.Keyword.WITH;
import static dev.deed.sql.Keyword.WITHOUT;

import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.OnDelete;
import dev.deed.sql.effect.ForeignKeyAction;
import dev.deed.sql.effect.ForeignKeyMatch;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Table constraints, and the parts that they share with column constraints.
final class Constraints {

  private final ParserState parsing;
  private final Cursor cursor;
  private final Options options;
  private final IndexElements indexElements;
  private final ObjectNames objectNames;

  Constraints(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.options = new Options(parsing);
    this.indexElements = new IndexElements(parsing);
    this.objectNames = new ObjectNames(parsing);
  }

  /// True at a table constraint rather than a column: `exclude` can be the name of a column.
  boolean atConstraint() {
    if (cursor.at(EXCLUDE)) {
      return cursor.signAfter(1) == Sign.OPEN || cursor.keywordAfter(1) == USING;
    }
    return cursor.atAny(CONSTRAINT, CHECK, UNIQUE, PRIMARY, FOREIGN) || cursor.at(NOT, NULL);
  }

  Constraint tableConstraint() {
    var first = cursor.position();
    var name = acceptName();
    var rule = rule();
    var attributes = ConstraintAttributes.read(parsing);
    attributes.refuseWhatDoesNotFit(rule);
    return attributes.of(name, rule, false, cursor.spanFrom(first));
  }

  /// A constraint of a domain: `CHECK (...)` or `NOT NULL`, where `VALUE` represents the column.
  Constraint domainConstraint() {
    var first = cursor.position();
    var name = acceptName();
    Constraint.Rule rule;
    if (cursor.accept(NOT, NULL)) {
      rule = new Constraint.NotNull("value");
    } else {
      cursor.expect(CHECK);
      rule = new Constraint.Check(condition());
    }
    var attributes = ConstraintAttributes.read(parsing);
    attributes.refuseWhatDoesNotFitDomain(rule);
    return attributes.of(name, rule, false, cursor.spanFrom(first));
  }

  private @Nullable String acceptName() {
    return cursor.accept(CONSTRAINT) ? cursor.name("the constraint name") : null;
  }

  private Constraint.Rule rule() {
    if (cursor.accept(CHECK)) {
      return new Constraint.Check(condition());
    }
    if (cursor.accept(NOT, NULL)) {
      parsing.newer(18, "NOT NULL as a constraint of a table", cursor.position() - 2);
      return new Constraint.NotNull(cursor.name("a column name"));
    }
    if (cursor.accept(UNIQUE)) {
      return unique();
    }
    if (cursor.accept(PRIMARY)) {
      cursor.expect(KEY);
      return primaryKey();
    }
    if (cursor.accept(EXCLUDE)) {
      return exclude();
    }
    if (cursor.accept(FOREIGN)) {
      cursor.expect(KEY);
      return foreignKey();
    }
    throw cursor.unexpected("CHECK, NOT NULL, UNIQUE, PRIMARY KEY, EXCLUDE or FOREIGN KEY");
  }

  /// `( expression )`
  ExpressionText condition() {
    cursor.open();
    var condition = parsing.expressionText();
    cursor.close();
    return condition;
  }

  private Constraint.Rule unique() {
    if (cursor.accept(USING, INDEX)) {
      return new Constraint.Unique(List.of(), List.of(), false, false, indexName(), Map.of());
    }
    var nullsNotDistinct = acceptNullsNotDistinct();
    var key = keyColumns();
    return new Constraint.Unique(
        key.columns, acceptInclude(), nullsNotDistinct, key.withoutOverlaps, null, acceptStorage());
  }

  private Constraint.Rule primaryKey() {
    if (cursor.accept(USING, INDEX)) {
      return new Constraint.PrimaryKey(List.of(), List.of(), false, indexName(), Map.of());
    }
    var key = keyColumns();
    return new Constraint.PrimaryKey(
        key.columns, acceptInclude(), key.withoutOverlaps, null, acceptStorage());
  }

  private String indexName() {
    return cursor.name("an index name");
  }

  private record KeyColumns(List<String> columns, boolean withoutOverlaps) {}

  private KeyColumns keyColumns() {
    cursor.open();
    var columns = cursor.names("a column name");
    var withoutOverlaps = cursor.accept(WITHOUT, OVERLAPS);
    if (withoutOverlaps) {
      parsing.newer(18, "WITHOUT OVERLAPS", cursor.position() - 2);
    }
    cursor.close();
    return new KeyColumns(columns, withoutOverlaps);
  }

  /// `NULLS [NOT] DISTINCT`
  boolean acceptNullsNotDistinct() {
    var first = cursor.position();
    var distinct = cursor.accept(NULLS, DISTINCT);
    var notDistinct = !distinct && cursor.accept(NULLS, NOT, DISTINCT);
    if (distinct || notDistinct) {
      parsing.newer(15, "NULLS " + (distinct ? "DISTINCT" : "NOT DISTINCT"), first);
    }
    return notDistinct;
  }

  private List<String> acceptInclude() {
    return cursor.accept(INCLUDE) ? cursor.namesInParentheses("a column name") : List.of();
  }

  /// `WITH ( storage parameters ) USING INDEX TABLESPACE name`. The tablespace is only the location
  /// of the index and is not kept.
  Map<String, String> acceptStorage() {
    Map<String, String> storage = cursor.accept(WITH) ? options.definition() : Map.of();
    if (cursor.accept(USING, INDEX)) {
      cursor.expect(TABLESPACE);
      cursor.name("a tablespace name");
    }
    return storage;
  }

  private Constraint.Rule exclude() {
    var method = cursor.accept(USING) ? cursor.name("an index method") : "btree";
    var elements = new ArrayList<Constraint.ExcludeElement>();
    cursor.open();
    do {
      elements.add(excludeElement());
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
    var include = acceptInclude();
    var storage = acceptStorage();
    var where = cursor.accept(WHERE) ? condition() : null;
    return new Constraint.Exclude(method, elements, include, storage, where);
  }

  private Constraint.ExcludeElement excludeElement() {
    var element = indexElements.element();
    cursor.expect(WITH);
    if (!cursor.accept(OPERATOR)) {
      return new Constraint.ExcludeElement(element, objectNames.operatorName());
    }
    cursor.open();
    var operator = objectNames.operatorName();
    cursor.close();
    return new Constraint.ExcludeElement(element, operator);
  }

  private ForeignKey foreignKey() {
    cursor.open();
    var columns = new ArrayList<String>();
    var period = periodColumns(columns);
    cursor.close();
    cursor.expect(REFERENCES);
    return reference(columns, period);
  }

  /// Names; the last one may be `PERIOD name`.
  private boolean periodColumns(List<String> columns) {
    columns.add(cursor.name("a column name"));
    while (cursor.accept(Sign.COMMA)) {
      var period =
          cursor.at(PERIOD)
              && cursor.signAfter(1) != Sign.COMMA
              && cursor.signAfter(1) != Sign.CLOSE;
      if (period) {
        parsing.newer(18, "PERIOD", cursor.position());
        cursor.advance();
      }
      columns.add(cursor.name("a column name"));
      if (period) {
        return true;
      }
    }
    return false;
  }

  /// Reads what follows `REFERENCES`: the parent, its columns, `MATCH` and the actions.
  ForeignKey reference(List<String> columns, boolean period) {
    var first = cursor.position();
    var parent = cursor.qualifiedName("a table name");
    var parentSpan = cursor.spanFrom(first);
    var parentColumns = new ArrayList<String>();
    var parentPeriod = false;
    if (cursor.accept(Sign.OPEN)) {
      parentPeriod = periodColumns(parentColumns);
      cursor.close();
    }
    var match = acceptMatch();
    var actions = new Actions();
    while (cursor.at(ON) && actions.accept()) {
      // each call takes one action
    }
    return new ForeignKey(
        columns,
        parent,
        parentColumns,
        match,
        actions.onUpdate == null ? ForeignKeyAction.NO_ACTION : actions.onUpdate,
        actions.onDelete == null
            ? new OnDelete(ForeignKeyAction.NO_ACTION, List.of())
            : actions.onDelete,
        period || parentPeriod,
        parentSpan);
  }

  private ForeignKeyMatch acceptMatch() {
    if (!cursor.accept(MATCH)) {
      return ForeignKeyMatch.SIMPLE;
    }
    if (cursor.at(PARTIAL)) {
      throw cursor.error("MATCH PARTIAL not yet implemented");
    }
    if (cursor.accept(FULL)) {
      return ForeignKeyMatch.FULL;
    }
    if (cursor.accept(SIMPLE)) {
      return ForeignKeyMatch.SIMPLE;
    }
    throw cursor.unexpected("FULL or SIMPLE");
  }

  /// `ON UPDATE ...`, `ON DELETE ...`, each at most once.
  private final class Actions {
    private @Nullable ForeignKeyAction onUpdate;
    private @Nullable OnDelete onDelete;

    boolean accept() {
      if (onUpdate == null && cursor.accept(ON, UPDATE)) {
        onUpdate = action();
        return true;
      }
      if (onDelete == null && cursor.accept(ON, DELETE)) {
        var action = action();
        onDelete = new OnDelete(action, columns(action));
        return true;
      }
      throw cursor.unexpected("an end of the constraint");
    }

    private ForeignKeyAction action() {
      if (cursor.accept(NO)) {
        cursor.expect(ACTION);
        return ForeignKeyAction.NO_ACTION;
      }
      if (cursor.accept(RESTRICT)) {
        return ForeignKeyAction.RESTRICT;
      }
      if (cursor.accept(CASCADE)) {
        return ForeignKeyAction.CASCADE;
      }
      cursor.expect(SET);
      if (cursor.accept(NULL)) {
        return ForeignKeyAction.SET_NULL;
      }
      if (cursor.accept(DEFAULT)) {
        return ForeignKeyAction.SET_DEFAULT;
      }
      throw cursor.unexpected("NULL or DEFAULT");
    }

    private List<String> listed() {
      parsing.newer(15, "a list of columns behind SET NULL or SET DEFAULT", cursor.position());
      return cursor.namesInParentheses("a column name");
    }

    private List<String> columns(ForeignKeyAction action) {
      return switch (action) {
        case SET_NULL, SET_DEFAULT -> cursor.at(Sign.OPEN) ? listed() : List.of();
        case NO_ACTION, RESTRICT, CASCADE -> List.of();
      };
    }
  }
}
