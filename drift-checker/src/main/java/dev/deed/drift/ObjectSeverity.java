package dev.deed.drift;

import static dev.deed.drift.DriftSeverity.BEHAVIOUR;
import static dev.deed.drift.DriftSeverity.BREAKING;
import static dev.deed.drift.DriftSeverity.COSMETIC;
import static dev.deed.drift.DriftSeverity.PERFORMANCE;

import dev.deed.sql.effect.ObjectKind;

/// The severity of an object that only one schema has, or that has another name, by its kind.
/// `Severities` knows the objects for which it is another one; `docs/reference/drift.md` has the
/// table.
record ObjectSeverity(DriftSeverity added, DriftSeverity missing, DriftSeverity renamed) {

  /// What statements name.
  private static final ObjectSeverity NAMED = new ObjectSeverity(BEHAVIOUR, BREAKING, BREAKING);

  static ObjectSeverity of(ObjectKind kind) {
    return switch (kind) {
      case INDEX, STATISTICS -> new ObjectSeverity(PERFORMANCE, PERFORMANCE, COSMETIC);
      case CONSTRAINT, DOMAIN_CONSTRAINT -> new ObjectSeverity(BREAKING, BEHAVIOUR, COSMETIC);
      case POLICY -> new ObjectSeverity(BEHAVIOUR, BREAKING, COSMETIC);
      // They fire in the order of their names.
      case TRIGGER, RULE, EVENT_TRIGGER -> new ObjectSeverity(BEHAVIOUR, BEHAVIOUR, BEHAVIOUR);
      case DEFAULT_PRIVILEGES -> new ObjectSeverity(BEHAVIOUR, BEHAVIOUR, BEHAVIOUR);
      case TABLE,
          FOREIGN_TABLE,
          VIEW,
          MATERIALIZED_VIEW,
          SEQUENCE,
          PROPERTY_GRAPH,
          RELATION,
          COLUMN,
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
          TEXT_SEARCH_CONFIGURATION,
          TEXT_SEARCH_DICTIONARY,
          TEXT_SEARCH_PARSER,
          TEXT_SEARCH_TEMPLATE,
          TRANSFORM,
          SCHEMA,
          EXTENSION,
          LANGUAGE,
          ACCESS_METHOD,
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
          OBJECT ->
          NAMED;
    };
  }
}
