package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.PrivilegeEffect.GrantedOn;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The targets of privileges: `TABLE a, b`, `ALL SEQUENCES IN SCHEMA s`, `FUNCTION f(integer)`.
final class PrivilegeTargets {

  private final ParserState parsing;
  private final Cursor cursor;
  private final ObjectNames names;

  PrivilegeTargets(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.names = new ObjectNames(parsing);
  }

  /// Reads what follows `ON`.
  GrantedOn target() {
    if (cursor.accept(Keyword.ALL)) {
      return allInSchema();
    }
    var kind = acceptKind();
    return named(kind == null ? ObjectKind.TABLE : kind);
  }

  private GrantedOn allInSchema() {
    var keyword = cursor.keyword();
    var kind =
        switch (keyword) {
          case TABLES -> ObjectKind.TABLE;
          case SEQUENCES -> ObjectKind.SEQUENCE;
          case FUNCTIONS -> ObjectKind.FUNCTION;
          case PROCEDURES -> ObjectKind.PROCEDURE;
          case ROUTINES -> ObjectKind.ROUTINE;
          case null, default ->
              throw cursor.unexpected("TABLES, SEQUENCES, FUNCTIONS, PROCEDURES or ROUTINES");
        };
    cursor.advance();
    cursor.expect(Keyword.IN, Keyword.SCHEMA);
    return new GrantedOn(List.of(), kind, cursor.names("a schema name"));
  }

  private GrantedOn named(ObjectKind kind) {
    var objects = new ArrayList<ObjectName>();
    do {
      objects.add(name(kind));
    } while (cursor.accept(Sign.COMMA));
    return new GrantedOn(objects, ObjectKind.TABLE, List.of());
  }

  /// `GRANT` names types like tables: not `integer[]` or `double precision`.
  private ObjectName name(ObjectKind kind) {
    return switch (kind) {
      case TYPE, DOMAIN -> ObjectName.of(kind, cursor.qualifiedName("a type name"));
      default -> names.name(kind);
    };
  }

  /// The word for a kind, null if a table name follows directly: it may be "sequence".
  private @Nullable ObjectKind acceptKind() {
    var keyword = cursor.keyword();
    if (keyword == null || endsName(1)) {
      return null;
    }
    var kind = kindOf(keyword);
    if (kind == ObjectKind.PARAMETER) {
      parsing.newer(15, "privileges on a parameter", cursor.position());
    }
    if (kind != null) {
      cursor.advance();
    }
    return switch (kind) {
      case FOREIGN_DATA_WRAPPER -> foreign();
      case LARGE_OBJECT -> behind(Keyword.OBJECT, kind);
      case PROPERTY_GRAPH -> behind(Keyword.GRAPH, kind);
      case null, default -> kind;
    };
  }

  private static @Nullable ObjectKind kindOf(Keyword keyword) {
    return switch (keyword) {
      case TABLE -> ObjectKind.TABLE;
      case SEQUENCE -> ObjectKind.SEQUENCE;
      case FUNCTION -> ObjectKind.FUNCTION;
      case PROCEDURE -> ObjectKind.PROCEDURE;
      case ROUTINE -> ObjectKind.ROUTINE;
      case DATABASE -> ObjectKind.DATABASE;
      case DOMAIN -> ObjectKind.DOMAIN;
      case LANGUAGE -> ObjectKind.LANGUAGE;
      case PARAMETER -> ObjectKind.PARAMETER;
      case SCHEMA -> ObjectKind.SCHEMA;
      case TABLESPACE -> ObjectKind.TABLESPACE;
      case TYPE -> ObjectKind.TYPE;
      case LARGE -> ObjectKind.LARGE_OBJECT;
      case FOREIGN -> ObjectKind.FOREIGN_DATA_WRAPPER;
      case PROPERTY -> ObjectKind.PROPERTY_GRAPH;
      default -> null;
    };
  }

  private boolean endsName(int distance) {
    var sign = cursor.signAfter(distance);
    var keyword = cursor.keywordAfter(distance);
    return sign == Sign.DOT
        || sign == Sign.COMMA
        || keyword == Keyword.TO
        || keyword == Keyword.FROM;
  }

  private ObjectKind foreign() {
    if (cursor.accept(Keyword.SERVER)) {
      return ObjectKind.SERVER;
    }
    cursor.expect(Keyword.DATA);
    return behind(Keyword.WRAPPER, ObjectKind.FOREIGN_DATA_WRAPPER);
  }

  private ObjectKind behind(Keyword second, ObjectKind kind) {
    cursor.expect(second);
    return kind;
  }
}
