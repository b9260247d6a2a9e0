package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.ADD;
import static dev.deed.sql.Keyword.AFTER;
import static dev.deed.sql.Keyword.ALTER;
import static dev.deed.sql.Keyword.ATTRIBUTE;
import static dev.deed.sql.Keyword.BEFORE;
import static dev.deed.sql.Keyword.DATA;
import static dev.deed.sql.Keyword.DEPENDS;
import static dev.deed.sql.Keyword.DROP;
import static dev.deed.sql.Keyword.RENAME;
import static dev.deed.sql.Keyword.SET;
import static dev.deed.sql.Keyword.TO;
import static dev.deed.sql.Keyword.TYPE;
import static dev.deed.sql.Keyword.VALUE;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TypeEffect;
import dev.deed.sql.effect.TypeEffect.AttributeChange;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.SyntaxError;

/// `ALTER TYPE`: labels of enums, attributes of composites, properties of base types.
final class AlterTypeActions {

  private final ParserState parsing;
  private final Cursor cursor;
  private final ObjectChanges changes;
  private final Options options;
  private final IndexElements indexElements;

  AlterTypeActions(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.changes = new ObjectChanges(parsing);
    this.options = new Options(parsing);
    this.indexElements = new IndexElements(parsing);
  }

  /// Reads what follows `ALTER TYPE`, whose first word is the token `first`.
  void read(int first) {
    var nameAt = cursor.position();
    var type = cursor.qualifiedName("a type name");
    var object = ObjectName.of(ObjectKind.TYPE, type);
    if (cursor.accept(ADD, VALUE)) {
      addValue(type, first);
    } else if (cursor.accept(RENAME, VALUE)) {
      renameValue(type, first);
    } else if (cursor.accept(RENAME, ATTRIBUTE)) {
      renameAttribute(type, first);
    } else if (cursor.at(SET) && cursor.signAfter(1) == Sign.OPEN) {
      var changeAt = cursor.position();
      cursor.advance();
      options.definition();
      var change = cursor.canonicalFrom(changeAt);
      parsing.add(new TypeEffect.AltersType(type, change, cursor.spanFrom(first)));
    } else if (cursor.atAny(ADD, DROP, ALTER)) {
      do {
        attribute(type);
      } while (cursor.accept(Sign.COMMA));
    } else if (cursor.at(DEPENDS) || !changes.accept(object, false, cursor.spanFrom(nameAt))) {
      throw unknown();
    }
  }

  private SyntaxError unknown() {
    if (cursor.accept(RENAME)) {
      return cursor.unexpected("TO, ATTRIBUTE or VALUE");
    }
    return cursor.unexpected("ADD, ALTER, DROP, RENAME, SET or OWNER TO");
  }

  private void addValue(QualifiedName type, int first) {
    var ifNotExists = cursor.acceptIfNotExists();
    var label = label();
    var before = cursor.accept(BEFORE);
    var neighbor = before || cursor.accept(AFTER) ? label() : null;
    parsing.add(
        new TypeEffect.AddsEnumValue(
            type, label, neighbor, before, ifNotExists, cursor.spanFrom(first)));
  }

  private void renameValue(QualifiedName type, int first) {
    var label = label();
    cursor.expect(TO);
    var newLabel = label();
    parsing.add(new TypeEffect.RenamesEnumValue(type, label, newLabel, cursor.spanFrom(first)));
  }

  private String label() {
    return cursor.string("a label in quotes");
  }

  private void renameAttribute(QualifiedName type, int first) {
    var name = attributeName();
    cursor.expect(TO);
    var newName = cursor.name("the new name");
    cursor.acceptCascade();
    var object = ObjectName.column(type, name);
    parsing.add(new ObjectEffect.Renames(object, newName, false, cursor.spanFrom(first)));
  }

  private void attribute(QualifiedName type) {
    var first = cursor.position();
    if (cursor.accept(DROP, ATTRIBUTE)) {
      var ifExists = cursor.acceptIfExists();
      var name = attributeName();
      var cascade = cursor.acceptCascade();
      parsing.add(
          new TypeEffect.AltersAttribute(
              type,
              AttributeChange.DROP,
              name,
              null,
              null,
              ifExists,
              cascade,
              cursor.spanFrom(first)));
    } else if (cursor.accept(ADD, ATTRIBUTE)) {
      typed(type, AttributeChange.ADD, attributeName(), first);
    } else {
      cursor.expect(ALTER, ATTRIBUTE);
      var name = attributeName();
      if (!cursor.accept(SET, DATA, TYPE)) {
        cursor.expect(TYPE);
      }
      typed(type, AttributeChange.ALTER_TYPE, name, first);
    }
  }

  private void typed(QualifiedName type, AttributeChange change, String name, int first) {
    var place = parsing.effectCount();
    var attributeType = parsing.types.storedType();
    var collation = indexElements.acceptCollation();
    var cascade = cursor.acceptCascade();
    parsing.addAt(
        place,
        new TypeEffect.AltersAttribute(
            type, change, name, attributeType, collation, false, cascade, cursor.spanFrom(first)));
  }

  private String attributeName() {
    return cursor.name("an attribute name");
  }
}
