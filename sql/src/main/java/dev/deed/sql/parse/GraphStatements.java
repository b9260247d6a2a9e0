package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectEffect.Alters;
import dev.deed.sql.effect.ObjectEffect.Creates;
import dev.deed.sql.effect.ObjectEffect.MovesToSchema;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.script.CommandTag;
import java.util.ArrayList;
import java.util.List;

/// `CREATE` and `ALTER PROPERTY GRAPH` (PostgreSQL 19). A graph reads its tables like a view.
final class GraphStatements {

  private final ParserState parsing;
  private final Cursor cursor;
  private final ObjectChanges changes;

  GraphStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.changes = new ObjectChanges(parsing);
  }

  Parsed create() {
    var first = cursor.position();
    cursor.expect(Keyword.CREATE);
    if (!cursor.accept(Keyword.TEMP)) {
      cursor.accept(Keyword.TEMPORARY);
    }
    cursor.expect(Keyword.PROPERTY, Keyword.GRAPH);
    parsing.newer(19, "CREATE PROPERTY GRAPH", first);
    var graph = graph();
    var definition = cursor.position();
    var tables = elementTables();
    parsing.add(
        new Creates(
            graph, false, false, cursor.canonicalFrom(definition), tables, cursor.spanFrom(first)));
    return Parsed.of(CommandTag.CREATE_PROPERTY_GRAPH);
  }

  private ObjectName graph() {
    return ObjectName.of(ObjectKind.PROPERTY_GRAPH, cursor.qualifiedName("a property graph name"));
  }

  /// `[{VERTEX | NODE} TABLES ( ... )] [{EDGE | RELATIONSHIP} TABLES ( ... )]`
  private List<ObjectAccess> elementTables() {
    var tables = new ArrayList<ObjectAccess>();
    if (acceptVertex()) {
      tables(false, tables);
    }
    if (acceptEdge()) {
      tables(true, tables);
    }
    return tables;
  }

  private boolean acceptVertex() {
    return cursor.accept(Keyword.VERTEX) || cursor.accept(Keyword.NODE);
  }

  private boolean acceptEdge() {
    return cursor.accept(Keyword.EDGE) || cursor.accept(Keyword.RELATIONSHIP);
  }

  private void tables(boolean edges, List<ObjectAccess> found) {
    cursor.expect(Keyword.TABLES);
    cursor.open();
    do {
      found.add(table(edges));
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
  }

  private ObjectAccess table(boolean edge) {
    var first = cursor.position();
    var name = cursor.qualifiedName("a table name");
    var span = cursor.spanFrom(first);
    if (cursor.accept(Keyword.AS)) {
      cursor.name("an alias");
    }
    acceptKey();
    if (edge) {
      end(Keyword.SOURCE);
      end(Keyword.DESTINATION);
    }
    labels();
    var relation = ObjectName.of(ObjectKind.RELATION, name);
    return ObjectAccess.of(relation, Access.READS, LockMode.ACCESS_SHARE, span);
  }

  private boolean acceptKey() {
    if (!cursor.accept(Keyword.KEY)) {
      return false;
    }
    cursor.namesInParentheses("a column name");
    return true;
  }

  /// `SOURCE [KEY ( columns ) REFERENCES] alias [( columns )]`
  private void end(Keyword which) {
    cursor.expect(which);
    if (acceptKey()) {
      cursor.expect(Keyword.REFERENCES);
    }
    cursor.name("a table alias");
    if (cursor.at(Sign.OPEN)) {
      cursor.namesInParentheses("a column name");
    }
  }

  private void labels() {
    if (acceptProperties()) {
      return;
    }
    while (acceptLabel()) {
      acceptProperties();
    }
  }

  private boolean acceptLabel() {
    if (cursor.accept(Keyword.LABEL)) {
      cursor.name("a label");
      return true;
    }
    return cursor.accept(Keyword.DEFAULT, Keyword.LABEL);
  }

  /// `NO PROPERTIES`, `PROPERTIES ALL COLUMNS`, `PROPERTIES ( expression [AS name], ... )`
  private boolean acceptProperties() {
    if (cursor.accept(Keyword.NO)) {
      cursor.expect(Keyword.PROPERTIES);
      return true;
    }
    if (!cursor.accept(Keyword.PROPERTIES)) {
      return false;
    }
    if (cursor.accept(Keyword.ALL)) {
      cursor.expect(Keyword.COLUMNS);
    } else {
      properties();
    }
    return true;
  }

  private void properties() {
    cursor.open();
    do {
      parsing.expressions.expression();
      if (cursor.accept(Keyword.AS)) {
        cursor.label("a property name");
      }
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
  }

  Parsed alter() {
    var first = cursor.position();
    cursor.expect(Keyword.ALTER);
    cursor.expect(Keyword.PROPERTY, Keyword.GRAPH);
    var ifExists = cursor.acceptIfExists();
    var nameAt = cursor.position();
    var graph = graph();
    var span = cursor.spanFrom(nameAt);
    if (cursor.accept(Keyword.SET, Keyword.SCHEMA)) {
      var schema = cursor.name("a schema name");
      parsing.add(new MovesToSchema(graph, schema, ifExists, span));
    } else if (!changes.acceptRenameOrOwner(graph, nameAt)) {
      var change = cursor.position();
      var tables = change();
      parsing.add(new Alters(graph, cursor.canonicalFrom(change), tables, cursor.spanFrom(first)));
    }
    return Parsed.of(CommandTag.ALTER_PROPERTY_GRAPH);
  }

  private List<ObjectAccess> change() {
    if (cursor.accept(Keyword.ADD)) {
      return elementTables();
    }
    if (cursor.accept(Keyword.DROP)) {
      expectElement();
      cursor.expect(Keyword.TABLES);
      cursor.namesInParentheses("a table alias");
      cursor.acceptCascade();
    } else if (cursor.accept(Keyword.ALTER)) {
      expectElement();
      cursor.expect(Keyword.TABLE);
      cursor.name("a table alias");
      changeElement();
    } else {
      throw cursor.unexpected("ADD, DROP, ALTER, RENAME TO, OWNER TO or SET SCHEMA");
    }
    return List.of();
  }

  private void expectElement() {
    if (!acceptVertex() && !acceptEdge()) {
      throw cursor.unexpected("VERTEX or EDGE");
    }
  }

  private void changeElement() {
    if (cursor.accept(Keyword.DROP, Keyword.LABEL)) {
      cursor.name("a label");
      cursor.acceptCascade();
    } else if (cursor.accept(Keyword.ALTER, Keyword.LABEL)) {
      cursor.name("a label");
      changeProperties();
    } else {
      addLabels();
    }
  }

  private void addLabels() {
    do {
      cursor.expect(Keyword.ADD, Keyword.LABEL);
      cursor.name("a label");
      acceptProperties();
    } while (cursor.at(Keyword.ADD));
  }

  private void changeProperties() {
    if (cursor.accept(Keyword.ADD, Keyword.PROPERTIES)) {
      properties();
    } else {
      cursor.expect(Keyword.DROP, Keyword.PROPERTIES);
      cursor.namesInParentheses("a property name");
      cursor.acceptCascade();
    }
  }
}
