package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectEffect.Published;
import dev.deed.sql.effect.ObjectEffect.PublishedTable;
import dev.deed.sql.effect.ObjectEffect.Publishes;
import dev.deed.sql.effect.ObjectEffect.Publishing;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.script.CommandTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `CREATE` and `ALTER PUBLICATION`.
final class PublicationStatements {

  private static final Published NOTHING =
      new Published(false, false, List.of(), List.of(), List.of(), Map.of());

  private final ParserState parsing;
  private final Cursor cursor;
  private final ObjectChanges changes;
  private final Options options;

  PublicationStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.changes = new ObjectChanges(parsing);
    this.options = new Options(parsing);
  }

  Parsed create() {
    var first = cursor.position();
    cursor.expect(Keyword.CREATE, Keyword.PUBLICATION);
    var publication = publication();
    var published = cursor.accept(Keyword.FOR) ? objects() : NOTHING;
    if (cursor.accept(Keyword.WITH)) {
      published = with(published, definition());
    }
    publish(publication, Publishing.CREATE, published, first);
    return Parsed.of(CommandTag.CREATE_PUBLICATION);
  }

  Parsed alter() {
    var first = cursor.position();
    cursor.expect(Keyword.ALTER, Keyword.PUBLICATION);
    var nameAt = cursor.position();
    var publication = publication();
    if (!changes.acceptRenameOrOwner(publication, nameAt)) {
      change(publication, first);
    }
    return Parsed.of(CommandTag.ALTER_PUBLICATION);
  }

  private ObjectName publication() {
    return ObjectName.of(ObjectKind.PUBLICATION, cursor.name("a publication name"));
  }

  private void change(ObjectName publication, int first) {
    if (cursor.accept(Keyword.ADD)) {
      publish(publication, Publishing.ADD, listed(), first);
    } else if (cursor.accept(Keyword.DROP)) {
      publish(publication, Publishing.DROP, listed(), first);
    } else if (cursor.accept(Keyword.SET)) {
      var published = cursor.at(Sign.OPEN) ? with(NOTHING, definition()) : objects();
      publish(publication, Publishing.SET, published, first);
    } else {
      throw cursor.unexpected("ADD, SET, DROP, RENAME TO or OWNER TO");
    }
  }

  private void publish(ObjectName publication, Publishing change, Published published, int first) {
    parsing.add(new Publishes(publication, change, published, cursor.spanFrom(first)));
  }

  private Map<String, String> definition() {
    var first = cursor.position();
    var definition = options.definition();
    if (definition.containsKey("publish_generated_columns")) {
      parsing.newer(18, "the option publish_generated_columns", first);
    }
    return definition;
  }

  private static Published with(Published published, Map<String, String> options) {
    return new Published(
        published.allTables(),
        published.allSequences(),
        published.except(),
        published.tables(),
        published.schemas(),
        options);
  }

  private Published objects() {
    return cursor.at(Keyword.ALL) ? all() : listed();
  }

  /// `ALL TABLES [EXCEPT ( TABLE a, b )] [, ALL SEQUENCES]`
  private Published all() {
    var tables = false;
    var sequences = false;
    var except = new ArrayList<QualifiedName>();
    do {
      cursor.expect(Keyword.ALL);
      if (cursor.accept(Keyword.SEQUENCES)) {
        parsing.newer(19, "ALL SEQUENCES of a publication", cursor.position() - 2);
        sequences = true;
      } else if (cursor.accept(Keyword.TABLES)) {
        tables = true;
      } else {
        throw cursor.unexpected("TABLES or SEQUENCES");
      }
      if (cursor.accept(Keyword.EXCEPT)) {
        parsing.newer(19, "EXCEPT of a publication", cursor.position() - 1);
        except.addAll(except());
      }
    } while (cursor.accept(Sign.COMMA));
    return new Published(tables, sequences, except, List.of(), List.of(), Map.of());
  }

  private List<QualifiedName> except() {
    var names = new ArrayList<QualifiedName>();
    cursor.open();
    do {
      if (!cursor.accept(Keyword.TABLE)) {
        cursor.accept(Keyword.SEQUENCE);
      }
      names.add(relation().name());
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
    return names;
  }

  /// `TABLE a (x, y) WHERE (x > 1), b, TABLES IN SCHEMA s, CURRENT_SCHEMA`
  private Published listed() {
    var tables = new ArrayList<PublishedTable>();
    var schemas = new ArrayList<String>();
    if (!cursor.at(Keyword.TABLE) && !atTablesInSchema()) {
      throw cursor.unexpected("TABLE or TABLES IN SCHEMA");
    }
    var inSchema = false;
    do {
      if (cursor.accept(Keyword.TABLE)) {
        inSchema = false;
      } else if (atTablesInSchema()) {
        parsing.newer(15, "TABLES IN SCHEMA of a publication", cursor.position());
        cursor.moveTo(cursor.position() + 3);
        inSchema = true;
      }
      if (inSchema) {
        schemas.add(schema());
      } else {
        tables.add(table());
      }
    } while (cursor.accept(Sign.COMMA));
    return new Published(false, false, List.of(), tables, schemas, Map.of());
  }

  private boolean atTablesInSchema() {
    return cursor.at(Keyword.TABLES, Keyword.IN, Keyword.SCHEMA);
  }

  private String schema() {
    return cursor.at(Keyword.CURRENT_SCHEMA)
        ? cursor.takeName()
        : cursor.name("a schema name or CURRENT_SCHEMA");
  }

  private PublishedTable table() {
    var first = cursor.position();
    var relation = relation();
    var span = cursor.spanFrom(first);
    if (cursor.at(Sign.OPEN)) {
      parsing.newer(15, "columns of a table in a publication", cursor.position());
    }
    List<String> columns =
        cursor.at(Sign.OPEN) ? cursor.namesInParentheses("a column name") : List.of();
    if (!cursor.accept(Keyword.WHERE)) {
      return new PublishedTable(relation.name(), relation.only(), columns, null, span);
    }
    parsing.newer(15, "WHERE of a publication", cursor.position() - 1);
    cursor.open();
    var where = parsing.expressionText();
    cursor.close();
    return new PublishedTable(relation.name(), relation.only(), columns, where, span);
  }

  private RelationName relation() {
    return RelationName.read(cursor, "a table name");
  }
}
