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

import dev.deed.sql.Identifier;
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
    var definition = new Definition();
    definition.add(cursor.accept(DEFAULT) ? "default" : "");
    cursor.expect(FOR, TYPE);
    var type = type();
    cursor.expect(USING);
    var method = cursor.name("an access method");
    definition.add("for type " + type + " using " + Identifier.quoted(method));
    if (cursor.accept(FAMILY)) {
      definition.add("family " + family(method));
    }
    cursor.expect(AS);
    definition.add("as " + String.join(", ", items("(" + type + ", " + type + ")", type)));
    var operatorClass = ObjectName.operators(ObjectKind.OPERATOR_CLASS, name, method);
    parsing.add(
        new ObjectEffect.Creates(operatorClass, false, false, definition.text(), parts, span));
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
      String change;
      if (cursor.accept(ADD)) {
        change = "add " + String.join(", ", items("", ""));
      } else {
        cursor.expect(DROP);
        change = "drop " + String.join(", ", droppedItems());
      }
      parsing.add(new ObjectEffect.Alters(family, change, parts, span));
    }
    return Parsed.of(CommandTag.ALTER_OPERATOR_FAMILY);
  }

  /// The class goes with its family.
  private String family(String method) {
    var start = cursor.position();
    var name = cursor.qualifiedName("an operator family name");
    var family = ObjectName.operators(ObjectKind.OPERATOR_FAMILY, name, method);
    parts.add(ObjectAccess.of(family, Access.REFERENCES, null, cursor.spanFrom(start)));
    return name.quoted();
  }

  /// @param operands of an operator and of a function that are not written
  /// @param type of the class, which is also what it stores unless it says otherwise
  private List<String> items(String operands, String type) {
    var items = new ArrayList<String>();
    do {
      var item = item(operands);
      if (!item.equals("storage " + type)) {
        items.add(item.startsWith("storage ") ? 0 : items.size(), item);
      }
    } while (cursor.accept(Sign.COMMA));
    // Of what stores the type itself, PostgreSQL prints only that.
    return items.isEmpty() ? List.of("storage " + type) : items;
  }

  private String item(String operands) {
    if (cursor.accept(OPERATOR)) {
      return "operator " + operatorItem(operands);
    }
    if (cursor.accept(FUNCTION)) {
      return "function " + functionItem(operands);
    }
    cursor.expect(STORAGE);
    return "storage " + type();
  }

  /// A type that the class depends on.
  private String type() {
    var first = cursor.position();
    var type = parsing.types.type();
    parts.addAll(parsing.uses(type, first));
    return RoutineArguments.bare(type);
  }

  /// `number operator [(left, right)] [FOR SEARCH | FOR ORDER BY family]`
  private String operatorItem(String usual) {
    var number = number();
    var start = cursor.position();
    var name = names.operatorName();
    var written = cursor.canonicalFrom(start);
    var operands = cursor.at(Sign.OPEN) ? names.operands() : "";
    var operator = ObjectName.operator(name, operands);
    parts.add(ObjectAccess.of(operator, Access.REFERENCES, null, cursor.spanFrom(start)));
    var order = "";
    if (cursor.accept(FOR) && !cursor.accept(SEARCH)) {
      cursor.expect(ORDER, BY);
      order = " for order by " + cursor.qualifiedName("an operator family name").quoted();
    }
    return number + " " + written + " " + (operands.isEmpty() ? usual : operands) + order;
  }

  /// `number [(types)] function [(arguments)]`
  private String functionItem(String usual) {
    var number = number();
    var types = cursor.at(Sign.OPEN) ? types() : usual;
    var start = cursor.position();
    var function = names.name(ObjectKind.FUNCTION);
    parts.add(ObjectAccess.of(function, Access.REFERENCES, null, cursor.spanFrom(start)));
    return number + " " + types + " " + function.name().quoted() + function.arguments();
  }

  private List<String> droppedItems() {
    var items = new ArrayList<String>();
    do {
      var kind = cursor.accept(OPERATOR) ? "operator " : "function ";
      if (kind.startsWith("function")) {
        cursor.expect(FUNCTION);
      }
      items.add(kind + number() + " " + types());
    } while (cursor.accept(Sign.COMMA));
    return items;
  }

  /// One type stands for two.
  private String types() {
    var types = new ArrayList<String>();
    cursor.open();
    do {
      types.add(RoutineArguments.bare(parsing.types.type()));
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
    return types.size() == 1
        ? "(" + types.getFirst() + ", " + types.getFirst() + ")"
        : "(" + String.join(", ", types) + ")";
  }

  private String number() {
    var start = cursor.position();
    cursor.expect(Sign.INTEGER, "a number");
    return cursor.canonicalFrom(start);
  }
}
