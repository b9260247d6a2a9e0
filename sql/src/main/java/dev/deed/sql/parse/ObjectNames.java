package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;

/// Names of objects in `DROP`, `COMMENT ON`, `SECURITY LABEL`, `ALTER` and `ALTER EXTENSION ADD`,
/// each kind with its own syntax.
final class ObjectNames {

  private final ParserState parsing;
  private final Cursor cursor;
  private final RoutineArguments arguments;

  ObjectNames(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.arguments = new RoutineArguments(parsing);
  }

  /// Starts after the words for the kind. A constraint may turn out to be one of a domain.
  ObjectName name(ObjectKind kind) {
    return switch (kind) {
      case FUNCTION, PROCEDURE, ROUTINE -> routine(kind);
      case AGGREGATE -> aggregate();
      case OPERATOR -> operator();
      case OPERATOR_CLASS, OPERATOR_FAMILY -> using(kind);
      case CAST -> cast();
      case TRANSFORM -> transform();
      case COLUMN -> column();
      case CONSTRAINT, DOMAIN_CONSTRAINT -> constraint();
      case TRIGGER, RULE, POLICY -> partOfRelation(kind);
      case TYPE, DOMAIN -> ObjectName.of(kind, nameOf(parsing.types.type()));
      case LARGE_OBJECT -> ObjectName.of(kind, cursor.signedNumber("a large object number"));
      case ROLE -> ObjectName.of(kind, new ObjectChanges(parsing).role());
      case USER_MAPPING -> userMapping();
      case PARAMETER -> ObjectName.of(kind, parameter());
      default ->
          kind.isInSchema()
              ? ObjectName.of(kind, cursor.qualifiedName(a(kind)))
              : ObjectName.of(kind, cursor.name(a(kind)));
    };
  }

  /// A routine's name without arguments: `[schema.]name`. Words such as `int` and `coalesce` need a
  /// schema before them.
  QualifiedName routineName() {
    if (!atRoutineName()) {
      throw cursor.unexpected("a routine name");
    }
    return cursor.furtherParts(cursor.takeName(), "a routine name");
  }

  boolean atRoutineName() {
    return cursor.signAfter(1) == Sign.DOT ? cursor.atColumnName() : cursor.atTypeOrFunctionName();
  }

  /// `[schema.]+`: the name is the operator's text.
  QualifiedName operatorName() {
    var schemas = new ArrayList<String>();
    while (cursor.operator() == null) {
      schemas.add(cursor.name("an operator"));
      cursor.expect(Sign.DOT, ".");
    }
    if (schemas.size() > 2) {
      throw cursor.error("improper qualified name (too many dotted names)");
    }
    var name = String.valueOf(cursor.operator());
    cursor.advance();
    return switch (schemas.size()) {
      case 0 -> QualifiedName.of(name);
      case 1 -> QualifiedName.of(schemas.getFirst(), name);
      default -> new QualifiedName(schemas.getFirst(), schemas.getLast(), name);
    };
  }

  /// `name [ ( arguments ) ]`; without arguments, any name is allowed.
  private ObjectName routine(ObjectKind kind) {
    var isBare = cursor.atColumnName() && cursor.signAfter(1) != Sign.OPEN;
    var name = isBare ? cursor.qualifiedName("a routine name") : routineName();
    return cursor.at(Sign.OPEN)
        ? ObjectName.routine(kind, name, arguments.signature())
        : ObjectName.of(kind, name);
  }

  private ObjectName aggregate() {
    var name = routineName();
    return ObjectName.routine(ObjectKind.AGGREGATE, name, arguments.aggregate().signature());
  }

  /// `+ ( left | NONE , right | NONE )`
  private ObjectName operator() {
    var name = operatorName();
    return ObjectName.operator(name, operands());
  }

  /// `( left , right )`, one of which may be `NONE`
  String operands() {
    cursor.open();
    var left = operand();
    cursor.expect(Sign.COMMA, ",");
    var right = operand();
    if (left.equals("NONE") && right.equals("NONE")) {
      throw cursor.unexpected("an operator with an operand");
    }
    cursor.close();
    return "(" + left + ", " + right + ")";
  }

  private String operand() {
    return cursor.accept(Keyword.NONE) ? "NONE" : RoutineArguments.bare(parsing.types.type());
  }

  private ObjectName using(ObjectKind kind) {
    var name = cursor.qualifiedName(a(kind));
    cursor.expect(Keyword.USING);
    return ObjectName.operators(kind, name, cursor.name("an access method"));
  }

  /// `( source AS target )`
  ObjectName cast() {
    cursor.open();
    var source = parsing.types.type();
    cursor.expect(Keyword.AS);
    var target = parsing.types.type();
    cursor.close();
    return ObjectName.cast(nameOf(source), RoutineArguments.bare(target));
  }

  /// `FOR type LANGUAGE language`
  ObjectName transform() {
    cursor.expect(Keyword.FOR);
    var type = parsing.types.type();
    cursor.expect(Keyword.LANGUAGE);
    return ObjectName.transform(nameOf(type), cursor.name("a language"));
  }

  /// `[[catalog.]schema.]relation.column`
  private ObjectName column() {
    var parts = new ArrayList<String>();
    parts.add(cursor.name("a column name"));
    while (cursor.accept(Sign.DOT)) {
      parts.add(cursor.label("a column name"));
    }
    var column = parts.removeLast();
    var relation =
        switch (parts.size()) {
          case 0 -> throw cursor.error("column name must be qualified");
          case 1 -> QualifiedName.of(parts.getFirst());
          case 2 -> QualifiedName.of(parts.getFirst(), parts.getLast());
          case 3 -> new QualifiedName(parts.get(0), parts.get(1), parts.get(2));
          default -> throw cursor.error("improper qualified name (too many dotted names)");
        };
    return ObjectName.column(relation, column);
  }

  /// `name ON table` or `name ON DOMAIN domain`
  private ObjectName constraint() {
    var name = cursor.name("a constraint name");
    cursor.expect(Keyword.ON);
    // A table may be named "domain": then no name follows.
    if (cursor.at(Keyword.DOMAIN) && startsName(1)) {
      cursor.advance();
      return ObjectName.domainConstraint(nameOf(parsing.types.type()), name);
    }
    return ObjectName.constraint(cursor.qualifiedName("a table name"), name);
  }

  private boolean startsName(int distance) {
    var sign = cursor.signAfter(distance);
    var keyword = cursor.keywordAfter(distance);
    return sign == Sign.QUOTED
        || (sign == Sign.WORD && keyword != Keyword.IS && keyword != Keyword.RENAME);
  }

  private ObjectName partOfRelation(ObjectKind kind) {
    var name = cursor.name(a(kind));
    cursor.expect(Keyword.ON);
    return ObjectName.part(kind, cursor.qualifiedName("a table name"), name);
  }

  /// `FOR role SERVER server`
  private ObjectName userMapping() {
    cursor.expect(Keyword.FOR);
    var role = cursor.at(Keyword.USER) ? cursor.takeName() : new ObjectChanges(parsing).role();
    cursor.expect(Keyword.SERVER);
    var server = QualifiedName.of(cursor.name("a server name"));
    return ObjectName.userMapping(server, role);
  }

  /// `name { . name }`, of any length
  private QualifiedName parameter() {
    var name = new StringBuilder(cursor.name("a parameter name"));
    while (cursor.accept(Sign.DOT)) {
      name.append('.').append(cursor.name("a parameter name"));
    }
    return QualifiedName.of(name.toString());
  }

  /// A type as an object: its name without modifiers, arrays as `integer[]`.
  static QualifiedName nameOf(TypeName type) {
    var name = type.name();
    return type.arrayDimensions() == 0
        ? name
        : name.renamed(name.name() + "[]".repeat(type.arrayDimensions()));
  }

  private static String a(ObjectKind kind) {
    var words = kind.words();
    var article = "aeiou".indexOf(words.charAt(0)) >= 0 ? "an " : "a ";
    return article + words + "'s name";
  }
}
