package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.SyntaxError;

/// The words for the kind in statements about any kind of object.
final class ObjectKinds {

  private final Cursor cursor;

  ObjectKinds(Cursor cursor) {
    this.cursor = cursor;
  }

  /// Takes the words: `MATERIALIZED VIEW`, `TEXT SEARCH PARSER`.
  ///
  /// @param purpose the action on the object, as in "the kind of object to drop"
  ObjectKind kind(String purpose) {
    var keyword = cursor.keyword();
    if (keyword == null) {
      throw unknown(purpose);
    }
    cursor.advance();
    return switch (keyword) {
      case TABLE -> ObjectKind.TABLE;
      case VIEW -> ObjectKind.VIEW;
      case SEQUENCE -> ObjectKind.SEQUENCE;
      case INDEX -> ObjectKind.INDEX;
      case COLUMN -> ObjectKind.COLUMN;
      case CONSTRAINT -> ObjectKind.CONSTRAINT;
      case TRIGGER -> ObjectKind.TRIGGER;
      case RULE -> ObjectKind.RULE;
      case POLICY -> ObjectKind.POLICY;
      case TYPE -> ObjectKind.TYPE;
      case DOMAIN -> ObjectKind.DOMAIN;
      case FUNCTION -> ObjectKind.FUNCTION;
      case PROCEDURE -> ObjectKind.PROCEDURE;
      case ROUTINE -> ObjectKind.ROUTINE;
      case AGGREGATE -> ObjectKind.AGGREGATE;
      case CAST -> ObjectKind.CAST;
      case COLLATION -> ObjectKind.COLLATION;
      case CONVERSION -> ObjectKind.CONVERSION;
      case STATISTICS -> ObjectKind.STATISTICS;
      case TRANSFORM -> ObjectKind.TRANSFORM;
      case SCHEMA -> ObjectKind.SCHEMA;
      case EXTENSION -> ObjectKind.EXTENSION;
      case LANGUAGE -> ObjectKind.LANGUAGE;
      case PUBLICATION -> ObjectKind.PUBLICATION;
      case SUBSCRIPTION -> ObjectKind.SUBSCRIPTION;
      case SERVER -> ObjectKind.SERVER;
      case ROLE -> ObjectKind.ROLE;
      case DATABASE -> ObjectKind.DATABASE;
      case TABLESPACE -> ObjectKind.TABLESPACE;
      case PROCEDURAL -> behind(Keyword.LANGUAGE, ObjectKind.LANGUAGE);
      case MATERIALIZED -> behind(Keyword.VIEW, ObjectKind.MATERIALIZED_VIEW);
      case ACCESS -> behind(Keyword.METHOD, ObjectKind.ACCESS_METHOD);
      case EVENT -> behind(Keyword.TRIGGER, ObjectKind.EVENT_TRIGGER);
      case LARGE -> behind(Keyword.OBJECT, ObjectKind.LARGE_OBJECT);
      case PROPERTY -> behind(Keyword.GRAPH, ObjectKind.PROPERTY_GRAPH);
      case OPERATOR -> operator();
      case FOREIGN -> foreign();
      case TEXT -> textSearch();
      default -> {
        cursor.moveTo(cursor.position() - 1);
        throw unknown(purpose);
      }
    };
  }

  private SyntaxError unknown(String purpose) {
    return cursor.unexpected("the kind of object to " + purpose);
  }

  private ObjectKind behind(Keyword second, ObjectKind kind) {
    cursor.expect(second);
    return kind;
  }

  /// The name of an operator is not a word, so `CLASS` and `FAMILY` cannot be schemas here unless a
  /// dot follows.
  private ObjectKind operator() {
    if (cursor.signAfter(1) == Sign.DOT) {
      return ObjectKind.OPERATOR;
    }
    if (cursor.accept(Keyword.CLASS)) {
      return ObjectKind.OPERATOR_CLASS;
    }
    return cursor.accept(Keyword.FAMILY) ? ObjectKind.OPERATOR_FAMILY : ObjectKind.OPERATOR;
  }

  private ObjectKind foreign() {
    if (cursor.accept(Keyword.TABLE)) {
      return ObjectKind.FOREIGN_TABLE;
    }
    if (cursor.accept(Keyword.DATA)) {
      return behind(Keyword.WRAPPER, ObjectKind.FOREIGN_DATA_WRAPPER);
    }
    throw cursor.unexpected("TABLE or DATA WRAPPER");
  }

  /// Reads what follows `TEXT`.
  ObjectKind textSearch() {
    cursor.expect(Keyword.SEARCH);
    var keyword = cursor.keyword();
    var kind =
        switch (keyword) {
          case CONFIGURATION -> ObjectKind.TEXT_SEARCH_CONFIGURATION;
          case DICTIONARY -> ObjectKind.TEXT_SEARCH_DICTIONARY;
          case PARSER -> ObjectKind.TEXT_SEARCH_PARSER;
          case TEMPLATE -> ObjectKind.TEXT_SEARCH_TEMPLATE;
          case null, default ->
              throw cursor.unexpected("CONFIGURATION, DICTIONARY, PARSER or TEMPLATE");
        };
    cursor.advance();
    return kind;
  }
}
