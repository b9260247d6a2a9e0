package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectEffect.Alters;
import dev.deed.sql.effect.ObjectEffect.Creates;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RowsEffect.ReadsRows;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.script.CommandTag;
import java.util.ArrayList;
import java.util.List;

/// `CREATE` and `ALTER STATISTICS`.
final class StatisticsStatements {

  private final ParserState parsing;
  private final Cursor cursor;
  private final ObjectChanges changes;

  StatisticsStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.changes = new ObjectChanges(parsing);
  }

  /// `CREATE STATISTICS [[IF NOT EXISTS] name] [( kinds )] ON columns FROM table`
  Parsed create() {
    var first = cursor.position();
    cursor.expect(Keyword.CREATE, Keyword.STATISTICS);
    var ifNotExists = cursor.acceptIfNotExists();
    var unnamed = !ifNotExists && (cursor.at(Sign.OPEN) || cursor.at(Keyword.ON));
    if (unnamed) {
      parsing.newer(16, "CREATE STATISTICS without a name", first);
    }
    var written = unnamed ? null : statistics();
    var definition = new Definition().add(kinds());
    cursor.expect(Keyword.ON);
    var keys = cursor.position();
    var keyNames = keys();
    definition.add("on " + cursor.canonicalFrom(keys));
    cursor.expect(Keyword.FROM);
    var place = cursor.position();
    var parts = tables();
    definition.add("from " + cursor.canonicalFrom(place));
    var name = written == null ? chosenName(parts, keyNames) : written;
    parsing.add(
        new Creates(name, false, ifNotExists, definition.text(), parts, cursor.spanFrom(first)));
    return Parsed.of(CommandTag.CREATE_STATISTICS);
  }

  private ObjectName statistics() {
    return ObjectName.of(ObjectKind.STATISTICS, cursor.qualifiedName("the statistics name"));
  }

  private String kinds() {
    if (!cursor.at(Sign.OPEN)) {
      return "";
    }
    var kinds = cursor.namesInParentheses("ndistinct, dependencies or mcv");
    return "(" + String.join(", ", kinds.stream().sorted().toList()) + ")";
  }

  /// The name that PostgreSQL 16 and later choose, in the schema of the table: `t_a_b_stat`.
  private static ObjectName chosenName(List<ObjectAccess> parts, List<String> keyNames) {
    if (parts.isEmpty()) {
      return ObjectName.of(ObjectKind.STATISTICS, "stat");
    }
    var table = parts.getFirst().object().name();
    var name = table.name() + "_" + String.join("_", keyNames) + "_stat";
    return ObjectName.of(ObjectKind.STATISTICS, QualifiedName.of(table.schema(), name));
  }

  private List<String> keys() {
    var names = new ArrayList<String>();
    do {
      names.add(key());
    } while (cursor.accept(Sign.COMMA));
    return names;
  }

  /// A column, a function call, or any expression in parentheses; the last two are named `expr`.
  private String key() {
    if (cursor.accept(Sign.OPEN)) {
      parsing.expressions.expression();
      cursor.close();
      return "expr";
    }
    if (cursor.atColumnName()
        && cursor.signAfter(1) != Sign.OPEN
        && cursor.signAfter(1) != Sign.DOT) {
      return cursor.takeName();
    }
    parsing.expressions.functionCall();
    return "expr";
  }

  /// The grammar accepts any `FROM` list here, but PostgreSQL then only a single table.
  private List<ObjectAccess> tables() {
    var parts = new ArrayList<ObjectAccess>();
    for (var effect : parsing.effectsOf(() -> parsing.queries.fromItems().list())) {
      if (effect instanceof ReadsRows reads) {
        var table = ObjectName.table(reads.relation());
        parts.add(
            ObjectAccess.of(table, Access.DEFINES, LockMode.SHARE_UPDATE_EXCLUSIVE, reads.span()));
      } else {
        parsing.add(effect);
      }
    }
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
    return Parsed.of(CommandTag.ALTER_STATISTICS);
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
