package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectEffect.Alters;
import dev.deed.sql.effect.ObjectEffect.Creates;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.Touch;
import java.util.ArrayList;
import java.util.List;

/// `CREATE` and `ALTER STATISTICS`.
final class StatisticsStatements {

  private final Parsing parsing;
  private final Cursor cursor;
  private final ObjectChanges changes;
  private final Relations relations;

  StatisticsStatements(Parsing parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.changes = new ObjectChanges(parsing);
    this.relations = new Relations(cursor);
  }

  /// `CREATE STATISTICS [[IF NOT EXISTS] name] [( kinds )] ON columns FROM table`
  Parsed create() {
    var first = cursor.position();
    cursor.expect(Keyword.CREATE, Keyword.STATISTICS);
    var ifNotExists = cursor.acceptIfNotExists();
    var unnamed = !ifNotExists && (cursor.at(Sign.OPEN) || cursor.at(Keyword.ON));
    var name = unnamed ? ObjectName.of(ObjectKind.STATISTICS, "") : statistics();
    var definition = new Definition().add(kinds());
    cursor.expect(Keyword.ON);
    definition.add("on " + expressions());
    cursor.expect(Keyword.FROM);
    var place = cursor.position();
    var parts = tables();
    definition.add("from " + cursor.canonicalFrom(place));
    parsing.add(
        new Creates(name, false, ifNotExists, definition.text(), parts, cursor.spanFrom(first)));
    return Parsed.of("CREATE STATISTICS");
  }

  private ObjectName statistics() {
    return ObjectName.of(ObjectKind.STATISTICS, cursor.qualifiedName("the statistics' name"));
  }

  private String kinds() {
    if (!cursor.at(Sign.OPEN)) {
      return "";
    }
    var kinds = cursor.namesInParentheses("ndistinct, dependencies or mcv");
    return "(" + String.join(", ", kinds.stream().sorted().toList()) + ")";
  }

  private String expressions() {
    var first = cursor.position();
    do {
      expression();
    } while (cursor.accept(Sign.COMMA));
    return cursor.canonicalFrom(first);
  }

  /// A column, a function call, or any expression in parentheses.
  private void expression() {
    if (cursor.accept(Sign.OPEN)) {
      parsing.expressions.expression();
      cursor.close();
    } else if (cursor.atColumnName()
        && cursor.signAfter(1) != Sign.OPEN
        && cursor.signAfter(1) != Sign.DOT) {
      cursor.takeName();
    } else {
      parsing.expressions.functionCall();
    }
  }

  private List<Touch> tables() {
    var parts = new ArrayList<Touch>();
    do {
      var relation = relations.relation();
      var table = ObjectName.table(relation.name());
      parts.add(Touch.of(table, Access.DEFINES, LockMode.SHARE_UPDATE_EXCLUSIVE, relation.span()));
    } while (cursor.accept(Sign.COMMA));
    return parts;
  }

  /// `ALTER STATISTICS [IF EXISTS] name SET STATISTICS target`, or one of the general actions
  Parsed alter() {
    var first = cursor.position();
    cursor.expect(Keyword.ALTER, Keyword.STATISTICS);
    var ifExists = cursor.acceptIfExists();
    var nameAt = cursor.position();
    var name = statistics();
    if (cursor.at(Keyword.SET, Keyword.STATISTICS)) {
      setTarget(name, first);
    } else if (ifExists || !changes.acceptRenameOwnerOrSchema(name, nameAt)) {
      throw cursor.unexpected("SET STATISTICS, RENAME TO, OWNER TO or SET SCHEMA");
    }
    return Parsed.of("ALTER STATISTICS");
  }

  private void setTarget(ObjectName name, int first) {
    var change = cursor.position();
    cursor.expect(Keyword.SET, Keyword.STATISTICS);
    if (!cursor.accept(Keyword.DEFAULT)) {
      cursor.signedInteger("a number or DEFAULT");
    }
    parsing.add(new Alters(name, cursor.canonicalFrom(change), List.of(), cursor.spanFrom(first)));
  }
}
