package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.*;

import dev.deed.sql.Keyword;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Effect.NamesObject;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RowsEffect.Assignment;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.effect.RowsEffect.Writing;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Row;
import dev.deed.sql.expression.Expression.Special;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `INSERT`, `UPDATE`, `DELETE` and `MERGE`, as statements and in `WITH`. The caller has already
/// read their own `WITH`.
final class RowWrites {

  private final ParserState parsing;
  private final Cursor cursor;

  RowWrites(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
  }

  /// Reads one of them if there is one.
  boolean accept() {
    switch (cursor.keyword()) {
      case INSERT -> insert();
      case UPDATE -> update();
      case DELETE -> delete();
      case MERGE -> merge();
      case null, default -> {
        return false;
      }
    }
    return true;
  }

  // INSERT

  private void insert() {
    cursor.expect(INSERT, INTO);
    var place = parsing.effectCount();
    var first = cursor.position();
    var table = cursor.qualifiedName("a table name");
    var span = cursor.spanFrom(first);
    var alias = cursor.accept(AS) ? cursor.name("an alias") : null;
    var columns = new ArrayList<String>();
    var values = new ArrayList<Assignment>();
    if (cursor.at(Sign.OPEN) && !parsing.queries.atQuery()) {
      columnList(columns);
    }
    overriding();
    if (!cursor.accept(DEFAULT, VALUES)) {
      if (!parsing.queries.atQuery()) {
        throw cursor.unexpected("VALUES or a query");
      }
      defaults(columns, parsing.queries.selection().defaults, values);
    }
    parsing.scopes.open();
    parsing.scopes.relation(table, alias, List.of());
    var inserted = columns.size();
    if (cursor.accept(ON)) {
      parsing.scopes.open();
      parsing.scopes.relation(table, "excluded", List.of());
      onConflict(table, columns, values);
      parsing.scopes.close();
    }
    returning();
    parsing.scopes.close();
    parsing.addAt(
        place,
        new WritesRows(table, false, Writing.INSERT, true, columns, null, values, span)
            .changing(columns.subList(inserted, columns.size())));
  }

  private static void defaults(
      List<String> columns, Set<Integer> indexes, List<Assignment> values) {
    for (var index : indexes) {
      if (index < columns.size()) {
        values.add(new Assignment(columns.get(index), Special.DEFAULT));
      }
    }
  }

  private void columnList(List<String> columns) {
    cursor.open();
    do {
      columns.add(assignable());
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
  }

  /// `column`, `column.field`, `column[1]`
  private String assignable() {
    var name = cursor.name("a column name");
    parsing.expressions.indirection(EMPTY);
    return name;
  }

  private static final Expression EMPTY = new Expression.Column(List.of());

  private void overriding() {
    if (cursor.accept(OVERRIDING)) {
      if (!cursor.accept(USER)) {
        cursor.expect(SYSTEM);
      }
      cursor.expect(VALUE);
    }
  }

  private void onConflict(QualifiedName table, List<String> columns, List<Assignment> values) {
    cursor.expect(CONFLICT);
    if (cursor.accept(ON, CONSTRAINT)) {
      var first = cursor.position();
      var constraint = ObjectName.constraint(table, cursor.name("a constraint name"));
      parsing.add(new NamesObject(constraint, cursor.spanFrom(first)));
    } else if (cursor.at(Sign.OPEN)) {
      new IndexElements(parsing).inParentheses();
      where();
    }
    cursor.expect(DO);
    if (cursor.accept(NOTHING)) {
      return;
    }
    if (cursor.accept(SELECT)) {
      // It returns the conflicting rows.
      parsing.newer(19, "ON CONFLICT DO SELECT", cursor.position() - 1);
      if (cursor.accept(FOR)) {
        lockStrength();
      }
    } else {
      cursor.expect(UPDATE);
      cursor.expect(SET);
      onlyDefaults(assignments(columns), values);
    }
    where();
  }

  private static void onlyDefaults(List<Assignment> assignments, List<Assignment> values) {
    assignments.stream().filter(a -> Special.isDefault(a.value())).forEach(values::add);
  }

  private void lockStrength() {
    if (cursor.accept(NO)) {
      cursor.expect(KEY, UPDATE);
    } else if (cursor.accept(KEY)) {
      cursor.expect(SHARE);
    } else if (!cursor.accept(UPDATE)) {
      cursor.expect(SHARE);
    }
  }

  private @Nullable ExpressionText where() {
    return cursor.accept(WHERE) ? parsing.expressionText() : null;
  }

  private void returning() {
    if (cursor.accept(RETURNING)) {
      var fields = parsing.scopes.fields;
      fields.beginReturning();
      parsing.queries.targets().returning();
      var version = fields.version();
      if (version >= 0) {
        parsing.newer(18, "OLD and NEW in RETURNING", version);
      }
    }
  }

  // UPDATE

  private void update() {
    cursor.expect(UPDATE);
    var place = parsing.effectCount();
    parsing.scopes.open();
    var table = target(SET);
    cursor.expect(SET);
    var columns = new ArrayList<String>();
    var values = assignments(columns);
    if (cursor.accept(FROM)) {
      parsing.queries.fromItems().list();
    }
    var current = atCurrent();
    var where = current ? null : where();
    returning();
    parsing.scopes.close();
    parsing.addAt(
        place,
        new WritesRows(
            table.name(),
            table.only(),
            Writing.UPDATE,
            current || where != null,
            columns,
            where,
            values,
            table.span()));
  }

  /// `[ONLY] table [*] [[AS] alias]`, with PostgreSQL 19's `FOR PORTION OF` before the alias.
  private RelationName target(Keyword... follow) {
    var table = RelationName.read(cursor, "a table name");
    if (cursor.accept(FOR)) {
      forPortion();
    }
    var hasAlias = cursor.accept(AS) || (cursor.atColumnName() && !cursor.atAny(follow));
    var alias = hasAlias ? cursor.name("an alias") : null;
    parsing.scopes.relation(table.name(), alias, List.of());
    return table;
  }

  private void forPortion() {
    parsing.newer(19, "FOR PORTION OF", cursor.position() - 1);
    if (!cursor.acceptWord("portion")) {
      throw cursor.unexpected("PORTION OF");
    }
    cursor.expect(OF);
    cursor.name("a period or range column");
    if (cursor.accept(FROM)) {
      parsing.expressions.expression();
      cursor.expect(TO);
      parsing.expressions.expression();
    } else {
      cursor.open();
      parsing.expressions.expression();
      cursor.close();
    }
  }

  List<Assignment> assignments(List<String> columns) {
    var values = new ArrayList<Assignment>();
    do {
      var isList = cursor.at(Sign.OPEN);
      var start = columns.size();
      if (isList) {
        columnList(columns);
      } else {
        columns.add(assignable());
      }
      cursor.expect(Sign.EQUAL, "=");
      var value = parsing.expressions.expression();
      if (!isList) {
        values.add(new Assignment(columns.getLast(), value));
      } else if (value instanceof Row row) {
        ofRow(columns.subList(start, columns.size()), row.fields(), values);
      }
    } while (cursor.accept(Sign.COMMA));
    return values;
  }

  private static void ofRow(
      List<String> columns, List<Expression> fields, List<Assignment> values) {
    for (var i = 0; i < Math.min(columns.size(), fields.size()); i++) {
      if (Special.isDefault(fields.get(i))) {
        values.add(new Assignment(columns.get(i), fields.get(i)));
      }
    }
  }

  /// `WHERE CURRENT OF cursor`
  private boolean atCurrent() {
    if (!cursor.accept(WHERE, CURRENT, OF)) {
      return false;
    }
    cursor.name("a cursor name");
    return true;
  }

  // DELETE

  private void delete() {
    cursor.expect(DELETE, FROM);
    var place = parsing.effectCount();
    parsing.scopes.open();
    var table = target();
    if (cursor.accept(USING)) {
      parsing.queries.fromItems().list();
    }
    var current = atCurrent();
    var where = current ? null : where();
    returning();
    parsing.scopes.close();
    parsing.addAt(
        place,
        new WritesRows(
            table.name(),
            table.only(),
            Writing.DELETE,
            current || where != null,
            List.of(),
            where,
            List.of(),
            table.span()));
  }

  // MERGE

  private void merge() {
    var first = cursor.position();
    cursor.expect(MERGE, INTO);
    parsing.newer(15, "MERGE", first);
    var place = parsing.effectCount();
    parsing.scopes.open();
    var table = target();
    cursor.expect(USING);
    parsing.queries.fromItems().item(new ArrayList<>());
    cursor.expect(ON);
    parsing.expressions.expression();
    var columns = new ArrayList<String>();
    if (!cursor.at(WHEN)) {
      throw cursor.unexpected("WHEN");
    }
    var values = new ArrayList<Assignment>();
    var changes = false;
    while (cursor.accept(WHEN)) {
      changes |= mergeWhen(columns, values);
    }
    if (cursor.at(RETURNING)) {
      parsing.newer(17, "RETURNING of MERGE", cursor.position());
    }
    returning();
    parsing.scopes.close();
    // A MERGE that only inserts is equivalent to an INSERT.
    var writing = changes ? Writing.MERGE : Writing.INSERT;
    parsing.addAt(
        place,
        new WritesRows(
            table.name(), table.only(), writing, true, columns, null, values, table.span()));
  }

  /// @return true if it changes or deletes rows
  private boolean mergeWhen(List<String> columns, List<Assignment> values) {
    var not = cursor.accept(NOT);
    cursor.expect(MATCHED);
    var bySource = false;
    if (not && cursor.accept(BY)) {
      parsing.newer(17, "WHEN NOT MATCHED BY SOURCE or TARGET", cursor.position() - 1);
      bySource = cursor.accept(SOURCE);
      if (!bySource) {
        cursor.expect(TARGET);
      }
    }
    if (cursor.accept(AND)) {
      parsing.expressions.expression();
    }
    cursor.expect(THEN);
    if (cursor.accept(DO)) {
      cursor.expect(NOTHING);
      return false;
    }
    if (not && !bySource) {
      mergeInsert(columns, values);
      return false;
    }
    if (!cursor.accept(DELETE)) {
      cursor.expect(UPDATE);
      cursor.expect(SET);
      onlyDefaults(assignments(columns), values);
    }
    return true;
  }

  private void mergeInsert(List<String> columns, List<Assignment> values) {
    cursor.expect(INSERT);
    var start = columns.size();
    if (cursor.at(Sign.OPEN)) {
      columnList(columns);
    }
    overriding();
    if (cursor.accept(DEFAULT, VALUES)) {
      return;
    }
    cursor.expect(VALUES);
    cursor.open();
    ofRow(columns.subList(start, columns.size()), parsing.expressions.list(), values);
    cursor.close();
  }
}
