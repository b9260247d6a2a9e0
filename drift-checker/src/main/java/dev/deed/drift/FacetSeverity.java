package dev.deed.drift;

import static dev.deed.drift.DriftSeverity.BEHAVIOUR;
import static dev.deed.drift.DriftSeverity.BREAKING;
import static dev.deed.drift.DriftSeverity.COSMETIC;
import static dev.deed.drift.DriftSeverity.PERFORMANCE;

import dev.deed.sql.schema.Facet;

/// The severity of a facet that differs, whatever has it. `Severities` knows the objects for which
/// it is another one; `docs/reference/drift.md` has the table.
///
/// @param added only the second schema has the facet
/// @param removed only the first schema has it
/// @param changed both have it, with other values
record FacetSeverity(DriftSeverity added, DriftSeverity removed, DriftSeverity changed) {

  private static final FacetSeverity BREAKS = always(BREAKING);
  private static final FacetSeverity BEHAVES = always(BEHAVIOUR);
  private static final FacetSeverity PERFORMS = always(PERFORMANCE);
  private static final FacetSeverity LOOKS = always(COSMETIC);

  /// What refuses something: what was accepted without it.
  private static final FacetSeverity REFUSES = new FacetSeverity(BREAKING, BEHAVIOUR, BREAKING);

  /// What permits or gives something: what relies on it fails without it.
  private static final FacetSeverity PERMITS = new FacetSeverity(BEHAVIOUR, BREAKING, BEHAVIOUR);

  private static FacetSeverity always(DriftSeverity severity) {
    return new FacetSeverity(severity, severity, severity);
  }

  static FacetSeverity of(Facet facet) {
    return switch (facet) {
      case COMMENT,
          ATTRIBUTE_COMMENT,
          DOMAIN_CHECK_COMMENT,
          DEPENDS_ON_EXTENSION,
          COLUMNS,
          START,
          ATTACHED_TO,
          INHERITED ->
          LOOKS;
      case ACCESS_METHOD,
          TABLESPACE,
          CLUSTER_ON,
          CACHE,
          METHOD,
          INCLUDE,
          STORAGE,
          COMPRESSION,
          STATISTICS,
          NOT_VALID,
          DOMAIN_CHECK_NOT_VALID,
          PARALLEL,
          COST,
          ROWS,
          SUPPORT ->
          PERFORMS;
      case NOT_NULL,
          ROW_SECURITY,
          FORCE_ROW_SECURITY,
          GENERATED,
          RESTRICTIVE,
          CHECK,
          DOMAIN_CHECK ->
          REFUSES;
      case PRIVILEGES, DEFAULT, CYCLE, PARTITION_OF, SECURITY_DEFINER, PUBLISHED_TABLE -> PERMITS;
      case TYPE,
          IDENTITY,
          UNIQUE,
          KEYS,
          NULLS_NOT_DISTINCT,
          WHERE,
          TABLE,
          MINIMUM,
          MAXIMUM,
          PARTITION_BOUND,
          COMMAND,
          ROLES,
          LABELS,
          ATTRIBUTES,
          ATTRIBUTE,
          RANGE,
          ARGUMENTS,
          RETURNS,
          WINDOW,
          SCHEMA ->
          BREAKS;
      case OWNER,
          SECURITY_LABEL,
          PERSISTENCE,
          OF_TYPE,
          REPLICA_IDENTITY,
          PARTITION_BY,
          INHERITS,
          SERVER,
          SERVER_OPTION,
          OPTION,
          INCREMENT,
          OWNED_BY,
          CONSTRAINT,
          COLLATION,
          FOREIGN_OPTION,
          DEFINITION,
          ENABLED,
          CONSTRAINT_TRIGGER,
          USING,
          LANGUAGE,
          BODY,
          BODY_IS_SQL,
          VOLATILITY,
          STRICT,
          LEAKPROOF,
          TRANSFORM,
          SETTING,
          VERSION,
          ALL_TABLES,
          SCHEMAS,
          MAPPING,
          CHANGE ->
          BEHAVES;
    };
  }
}
