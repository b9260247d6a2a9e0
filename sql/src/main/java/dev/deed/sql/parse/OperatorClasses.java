package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.ADD;
import static dev.deed.sql.Keyword.AS;
import static dev.deed.sql.Keyword.BY;
import static dev.deed.sql.Keyword.CLASS;
import static dev.deed.sql.Keyword.CREATE;
import static dev.deed.sql.Keyword.DEFAULT;
import static dev.deed.sql.Keyword.DROP;
import static dev.deed.sql.Keyword.FAMILY;
import static dev.deed.sql.Keyword.FOR;
import static dev.deed.sql.Keyword.FUNCTION;
import static dev.deed.sql.Keyword.OPERATOR;
import static dev.deed.sql.Keyword.ORDER;
import static dev.deed.sql.Keyword.SEARCH;
import static dev.deed.sql.Keyword.STORAGE;
import static dev.deed.sql.Keyword.TYPE;
import static dev.deed.sql.Keyword.USING;

import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.script.CommandTag;
import java.util.ArrayList;
import java.util.List;

/// Operator classes and families: how an index method handles a type.
final class OperatorClasses {

  private final ParserState parsing;
  private final Cursor cursor;
  private final ObjectNames names;
  private final List<ObjectAccess> parts = new ArrayList<>();

  OperatorClasses(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.names = new ObjectNames(parsing);
  }

  Parsed createClass() {
    cursor.expect(CREATE, OPERATOR);
    cursor.expect(CLASS);
    var start = cursor.position();
    var name = cursor.qualifiedName("an operator class name");
    var span = cursor.spanFrom(start);
    var first = cursor.position();
    cursor.accept(DEFAULT);
    cursor.expect(FOR, TYPE);
    type();
    cursor.expect(USING);
    var method = cursor.name("an access method");
    if (cursor.accept(FAMILY)) {
      family(method);
    }
    cursor.expect(AS);
    items();
    var operatorClass = ObjectName.operators(ObjectKind.OPERATOR_CLASS, name, method);
    var definition = cursor.canonicalFrom(first);
    parsing.add(new ObjectEffect.Creates(operatorClass, false, false, definition, parts, span));
    return Parsed.of(CommandTag.CREATE_OPERATOR_CLASS);
  }

  Parsed createFamily() {
    cursor.expect(CREATE, OPERATOR);
    cursor.expect(FAMILY);
    var start = cursor.position();
    var family = names.name(ObjectKind.OPERATOR_FAMILY);
    var span = cursor.spanFrom(start);
    parsing.add(new ObjectEffect.Creates(family, false, false, "", List.of(), span));
    return Parsed.of(CommandTag.CREATE_OPERATOR_FAMILY);
  }

  /// Behind `ALTER OPERATOR FAMILY`.
  Parsed alterFamily() {
    var start = cursor.position();
    var family = names.name(ObjectKind.OPERATOR_FAMILY);
    var span = cursor.spanFrom(start);
    if (!new ObjectChanges(parsing).accept(family, false, span)) {
      var first = cursor.position();
      if (cursor.accept(ADD)) {
        items();
      } else {
        cursor.expect(DROP);
        droppedItems();
      }
      parsing.add(new ObjectEffect.Alters(family, cursor.canonicalFrom(first), parts, span));
    }
    return Parsed.of(CommandTag.ALTER_OPERATOR_FAMILY);
  }

  /// The class goes with its family.
  private void family(String method) {
    var start = cursor.position();
    var name = cursor.qualifiedName("an operator family name");
    var family = ObjectName.operators(ObjectKind.OPERATOR_FAMILY, name, method);
    parts.add(ObjectAccess.of(family, Access.REFERENCES, null, cursor.spanFrom(start)));
  }

  private void items() {
    do {
      item();
    } while (cursor.accept(Sign.COMMA));
  }

  private void item() {
    if (cursor.accept(OPERATOR)) {
      operatorItem();
    } else if (cursor.accept(FUNCTION)) {
      functionItem();
    } else {
      cursor.expect(STORAGE);
      type();
    }
  }

  /// A type that the class depends on.
  private void type() {
    var first = cursor.position();
    parts.addAll(parsing.uses(parsing.types.type(), first));
  }

  /// `number operator [(left, right)] [FOR SEARCH | FOR ORDER BY family]`
  private void operatorItem() {
    number();
    var start = cursor.position();
    var name = names.operatorName();
    var operands = cursor.at(Sign.OPEN) ? names.operands() : "";
    var operator = ObjectName.operator(name, operands);
    parts.add(ObjectAccess.of(operator, Access.REFERENCES, null, cursor.spanFrom(start)));
    if (cursor.accept(FOR) && !cursor.accept(SEARCH)) {
      cursor.expect(ORDER, BY);
      cursor.qualifiedName("an operator family name");
    }
  }

  /// `number [(types)] function [(arguments)]`
  private void functionItem() {
    number();
    if (cursor.at(Sign.OPEN)) {
      types();
    }
    var start = cursor.position();
    var function = names.name(ObjectKind.FUNCTION);
    parts.add(ObjectAccess.of(function, Access.REFERENCES, null, cursor.spanFrom(start)));
  }

  private void droppedItems() {
    do {
      if (!cursor.accept(OPERATOR)) {
        cursor.expect(FUNCTION);
      }
      number();
      types();
    } while (cursor.accept(Sign.COMMA));
  }

  private void types() {
    cursor.open();
    do {
      parsing.types.type();
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
  }

  private void number() {
    cursor.expect(Sign.INTEGER, "a number");
  }
}
