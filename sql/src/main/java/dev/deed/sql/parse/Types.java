package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.*;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.RowsEffect.NamesRelation;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Type names.
final class Types {

  private final ParserState parsing;
  private final Cursor cursor;

  Types(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
  }

  /// A type in the definition of a column or an argument, including `SETOF`, `%TYPE` and arrays.
  TypeName type() {
    return type(true);
  }

  /// A type of stored data, which cannot be taken from a column by `%TYPE`.
  TypeName storedType() {
    return type(false);
  }

  private TypeName type(boolean columnsToo) {
    var setOf = cursor.accept(SETOF);
    var simple = simpleType(columnsToo);
    var dimensions = dimensions();
    return new TypeName(simple.name(), simple.modifiers(), dimensions, setOf, simple.columnOf());
  }

  /// `[]`, `[3]`, `ARRAY`, `ARRAY[3]`
  private int dimensions() {
    if (cursor.accept(ARRAY)) {
      if (cursor.accept(Sign.OPEN_BRACKET)) {
        cursor.signedInteger("the array size");
        cursor.expect(Sign.CLOSE_BRACKET, "]");
      }
      return 1;
    }
    var dimensions = 0;
    while (cursor.accept(Sign.OPEN_BRACKET)) {
      if (cursor.at(Sign.INTEGER)) {
        cursor.advance();
      }
      cursor.expect(Sign.CLOSE_BRACKET, "]");
      dimensions++;
    }
    return dimensions;
  }

  /// True at a key word that starts a type with its own syntax.
  boolean atKeywordType() {
    var keyword = cursor.keyword();
    if (keyword == null) {
      return false;
    }
    return switch (keyword) {
      case INT,
          INTEGER,
          SMALLINT,
          BIGINT,
          REAL,
          FLOAT,
          DOUBLE,
          DECIMAL,
          DEC,
          NUMERIC,
          BOOLEAN,
          BIT,
          CHARACTER,
          CHAR,
          VARCHAR,
          NATIONAL,
          NCHAR,
          TIMESTAMP,
          TIME,
          INTERVAL,
          JSON ->
          true;
      default -> false;
    };
  }

  /// Without arrays and `SETOF`, as in a typed constant.
  TypeName simpleType() {
    return simpleType(false);
  }

  private TypeName simpleType(boolean columnsToo) {
    var keyword = cursor.keyword();
    if (keyword == null) {
      return namedType(columnsToo);
    }
    return switch (keyword) {
      case INT, INTEGER -> word("integer");
      case SMALLINT -> word("smallint");
      case BIGINT -> word("bigint");
      case REAL -> word("real");
      case BOOLEAN -> word("boolean");
      case JSON -> cursor.signAfter(1) == Sign.DOT ? namedType(columnsToo) : word("json");
      case FLOAT -> floating();
      case DOUBLE -> {
        // As an unreserved word, it may be the name of a user's type.
        if (cursor.keywordAfter(1) != PRECISION) {
          yield namedType(columnsToo);
        }
        cursor.advance();
        yield word("double precision");
      }
      case DECIMAL, DEC, NUMERIC -> {
        cursor.advance();
        yield new TypeName(QualifiedName.of("numeric"), modifiers(), 0, false, null);
      }
      case BIT -> bit();
      case NATIONAL -> {
        cursor.advance();
        if (!cursor.atAny(CHARACTER, CHAR)) {
          throw cursor.unexpected("CHARACTER");
        }
        yield character();
      }
      case CHARACTER, CHAR, NCHAR, VARCHAR -> character();
      case TIMESTAMP -> time("timestamp");
      case TIME -> time("time");
      case INTERVAL -> interval();
      default -> namedType(columnsToo);
    };
  }

  private TypeName word(String name) {
    cursor.advance();
    return TypeName.of(name);
  }

  private TypeName floating() {
    cursor.advance();
    if (!cursor.accept(Sign.OPEN)) {
      return TypeName.of("double precision");
    }
    if (!cursor.at(Sign.INTEGER)) {
      throw cursor.unexpected("the precision");
    }
    var digits = cursor.tokens().raw(cursor.position());
    var single = digits.length() < 3 && Integer.parseInt(digits) <= 24;
    cursor.advance();
    cursor.close();
    return TypeName.of(single ? "real" : "double precision");
  }

  private TypeName bit() {
    cursor.advance();
    if (cursor.accept(VARYING)) {
      return new TypeName(QualifiedName.of("bit varying"), modifiers(), 0, false, null);
    }
    var modifiers = modifiers();
    return new TypeName(
        QualifiedName.of("bit"), modifiers.isEmpty() ? List.of("1") : modifiers, 0, false, null);
  }

  private TypeName character() {
    var varying = cursor.at(VARCHAR);
    cursor.advance();
    varying |= cursor.accept(VARYING);
    var length = length();
    if (varying) {
      return length == null
          ? TypeName.of("character varying")
          : TypeName.of("character varying", length);
    }
    return TypeName.of("character", length == null ? "1" : length);
  }

  private @Nullable String length() {
    if (!cursor.accept(Sign.OPEN)) {
      return null;
    }
    if (!cursor.at(Sign.INTEGER)) {
      throw cursor.unexpected("a length");
    }
    var length = cursor.tokens().raw(cursor.position());
    cursor.advance();
    cursor.close();
    return length;
  }

  private TypeName time(String name) {
    cursor.advance();
    var precision = length();
    var zone = " without time zone";
    if (cursor.accept(WITH, TIME, ZONE)) {
      zone = " with time zone";
    } else {
      cursor.accept(WITHOUT, TIME, ZONE);
    }
    return precision == null ? TypeName.of(name + zone) : TypeName.of(name + zone, precision);
  }

  private TypeName interval() {
    cursor.advance();
    var precision = length();
    if (precision != null) {
      return TypeName.of("interval", precision);
    }
    return intervalFields();
  }

  /// `YEAR TO MONTH`, `DAY TO SECOND(3)`, after `INTERVAL` or after its constant.
  TypeName intervalFields() {
    if (!cursor.atAny(YEAR, MONTH, DAY, HOUR, MINUTE, SECOND)) {
      return TypeName.of("interval");
    }
    var from = cursor.keyword();
    var fields = new StringBuilder("interval ").append(cursor.takeName());
    var last = from;
    if (cursor.at(TO) && from != SECOND && from != MONTH) {
      cursor.advance();
      last = cursor.keyword();
      var allowed =
          switch (from) {
            case YEAR -> last == MONTH;
            case DAY -> last == HOUR || last == MINUTE || last == SECOND;
            case HOUR -> last == MINUTE || last == SECOND;
            case MINUTE -> last == SECOND;
            case null, default -> false;
          };
      if (!allowed) {
        throw cursor.unexpected("the last field of an interval");
      }
      fields.append(" to ").append(cursor.takeName());
    }
    var precision = last == SECOND ? length() : null;
    return precision == null
        ? TypeName.of(fields.toString())
        : TypeName.of(fields.toString(), precision);
  }

  private TypeName namedType(boolean columnsToo) {
    var quoted = cursor.at(Sign.QUOTED);
    var first = cursor.position();
    if (!cursor.atTypeOrFunctionName()) {
      throw cursor.unexpected("a type");
    }
    var parts = new ArrayList<String>(2);
    parts.add(cursor.takeName());
    while (cursor.accept(Sign.DOT)) {
      parts.add(cursor.label("the rest of the type name"));
    }
    if (columnsToo && cursor.at(Sign.PERCENT) && cursor.keywordAfter(1) == TYPE) {
      return columnType(parts, first);
    }
    if (parts.size() > 3) {
      throw cursor.error("improper qualified name (too many dotted names)");
    }
    var modifiers = modifiers();
    return BuiltInTypes.named(qualified(parts), quoted, modifiers);
  }

  private TypeName columnType(List<String> parts, int first) {
    if (parts.size() < 2) {
      throw cursor.error("improper %TYPE reference (too few dotted names)");
    }
    var relation = qualified(parts.subList(0, parts.size() - 1));
    parsing.add(new NamesRelation(relation, Access.READS, cursor.spanFrom(first)));
    cursor.moveTo(cursor.position() + 2);
    var column = new QualifiedName(relation.schema(), relation.name(), parts.getLast());
    return new TypeName(column, List.of(), 0, false, column);
  }

  private static QualifiedName qualified(List<String> parts) {
    var size = parts.size();
    return new QualifiedName(
        size > 2 ? parts.get(size - 3) : null,
        size > 1 ? parts.get(size - 2) : null,
        parts.getLast());
  }

  /// `(10, 2)`
  private List<String> modifiers() {
    if (!cursor.accept(Sign.OPEN)) {
      return List.of();
    }
    var modifiers = new ArrayList<String>();
    do {
      var first = cursor.position();
      parsing.expressions.expression();
      modifiers.add(parsing.keepsTexts() ? cursor.canonicalFrom(first) : "");
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
    return modifiers;
  }
}
