package dev.deed.sql.effect;

import java.util.Locale;

/// The kinds of object that SQL names. `RELATION` is a table, view or similar object whose kind the
/// text does not reveal; `ROUTINE` is the same for functions and procedures.
public enum ObjectKind {
  TABLE,
  FOREIGN_TABLE,
  VIEW,
  MATERIALIZED_VIEW,
  SEQUENCE,
  INDEX,
  PROPERTY_GRAPH,
  RELATION,
  COLUMN,
  CONSTRAINT,
  DOMAIN_CONSTRAINT,
  TRIGGER,
  RULE,
  POLICY,
  TYPE,
  DOMAIN,
  FUNCTION,
  PROCEDURE,
  AGGREGATE,
  ROUTINE,
  OPERATOR,
  OPERATOR_CLASS,
  OPERATOR_FAMILY,
  CAST,
  COLLATION,
  CONVERSION,
  STATISTICS,
  TEXT_SEARCH_CONFIGURATION,
  TEXT_SEARCH_DICTIONARY,
  TEXT_SEARCH_PARSER,
  TEXT_SEARCH_TEMPLATE,
  TRANSFORM,
  SCHEMA,
  EXTENSION,
  LANGUAGE,
  ACCESS_METHOD,
  EVENT_TRIGGER,
  PUBLICATION,
  SUBSCRIPTION,
  FOREIGN_DATA_WRAPPER,
  SERVER,
  USER_MAPPING,
  ROLE,
  DATABASE,
  TABLESPACE,
  PARAMETER,
  LARGE_OBJECT,
  DEFAULT_PRIVILEGES;

  /// A table, or a relation that is queried and locked like one.
  public boolean isRelation() {
    return compareTo(RELATION) <= 0;
  }

  public boolean isRoutine() {
    return this == FUNCTION || this == PROCEDURE || this == AGGREGATE || this == ROUTINE;
  }

  /// Belongs to a relation and is named together with it.
  public boolean isPartOfRelation() {
    return switch (this) {
      case COLUMN, CONSTRAINT, TRIGGER, RULE, POLICY -> true;
      default -> false;
    };
  }

  /// Is in a schema, so an unqualified name is looked up in the search path.
  public boolean isInSchema() {
    return compareTo(TEXT_SEARCH_TEMPLATE) <= 0 && this != CAST;
  }

  /// As in messages: `materialized view`.
  public String words() {
    return name().replace('_', ' ').toLowerCase(Locale.ROOT);
  }
}
