package dev.deed.drift;

import dev.deed.drift.Difference.Added;
import dev.deed.drift.Difference.Changed;
import dev.deed.drift.Difference.FacetChange;
import dev.deed.drift.Difference.Missing;
import dev.deed.drift.Difference.Renamed;
import dev.deed.sql.Severity;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.SchemaObject;
import java.util.Set;

/// The severity of a difference: an `ERROR` may change a query's result, reject or admit a row, or
/// grant or deny access; a `WARNING` may only make the same query slower or the schema harder to
/// read.
///
/// | difference | weight |
/// |---|---|
/// | an object added or missing | error |
/// | ... an index that is not unique, extended statistics | warning: slower, not different |
/// | renamed | error: a query that uses the old name fails |
/// | ... an index, constraint, trigger, policy, rule, sequence | warning: no query names it |
/// | type, default, not null, generated, identity, collation, bound, definition, body, labels | error |
/// | owner, privileges, row security, policies, security label, replica identity | error |
/// | persistence (`UNLOGGED`) | error: rows are lost in a crash |
/// | options of views, routines, publications, types (`security_barrier`, volatility, `publish`) | error |
/// | comment, order of columns, `inherited`, `NOT VALID` | warning |
/// | storage, compression, statistics target, tablespace, access method, `CLUSTER ON`, options of tables, columns and indexes | warning |
/// | cost, rows, support function and parallelism of a routine | warning |
/// | cache and start of a sequence | warning |
/// | any change of an index that is not unique before and after, or of extended statistics |
/// warning |
final class Weight {

  private static final Set<ObjectKind> UNNAMED =
      Set.of(
          ObjectKind.INDEX,
          ObjectKind.CONSTRAINT,
          ObjectKind.TRIGGER,
          ObjectKind.POLICY,
          ObjectKind.RULE,
          ObjectKind.SEQUENCE);

  private Weight() {}

  static Severity of(Difference difference) {
    return isLight(difference) ? Severity.WARNING : Severity.ERROR;
  }

  private static boolean isLight(Difference difference) {
    return switch (difference) {
      case Added a -> onlySpeedsUp(a.added());
      case Missing m -> onlySpeedsUp(m.missing());
      case Renamed r -> UNNAMED.contains(r.object().kind()) || onlySpeedsUp(r.to());
      case Changed c ->
          (onlySpeedsUp(c.from()) && onlySpeedsUp(c.to()))
              || c.changes().stream().allMatch(change -> isLight(change, c.to()));
    };
  }

  private static boolean onlySpeedsUp(SchemaObject object) {
    return (object instanceof Relation.Index index && !index.unique())
        || object.name().kind() == ObjectKind.STATISTICS;
  }

  private static boolean isLight(FacetChange change, SchemaObject object) {
    return switch (change.facet().facet()) {
      // A view's columns are what its queries get, a table's only their order.
      case COLUMNS -> !(object instanceof Relation.View);
      case OPTION -> isLightOption(object);
      case COMMENT,
          ATTRIBUTE_COMMENT,
          DEPENDS_ON_EXTENSION,
          STORAGE,
          COMPRESSION,
          STATISTICS,
          TABLESPACE,
          ACCESS_METHOD,
          CLUSTER_ON,
          NOT_VALID,
          INHERITED,
          ATTACHED_TO,
          CACHE,
          START,
          DOMAIN_CHECK_COMMENT,
          DOMAIN_CHECK_NOT_VALID,
          COST,
          ROWS,
          SUPPORT,
          PARALLEL ->
          true;
      case OWNER,
          PRIVILEGES,
          SECURITY_LABEL,
          PERSISTENCE,
          OF_TYPE,
          REPLICA_IDENTITY,
          ROW_SECURITY,
          FORCE_ROW_SECURITY,
          PARTITION_BY,
          PARTITION_OF,
          PARTITION_BOUND,
          INHERITS,
          SERVER,
          SERVER_OPTION,
          MINIMUM,
          MAXIMUM,
          INCREMENT,
          CYCLE,
          OWNED_BY,
          TABLE,
          UNIQUE,
          METHOD,
          KEYS,
          INCLUDE,
          NULLS_NOT_DISTINCT,
          WHERE,
          CONSTRAINT,
          TYPE,
          DEFAULT,
          NOT_NULL,
          GENERATED,
          IDENTITY,
          COLLATION,
          FOREIGN_OPTION,
          DEFINITION,
          ENABLED,
          CONSTRAINT_TRIGGER,
          RESTRICTIVE,
          COMMAND,
          ROLES,
          USING,
          CHECK,
          LABELS,
          ATTRIBUTES,
          ATTRIBUTE,
          DOMAIN_CHECK,
          RANGE,
          ARGUMENTS,
          RETURNS,
          LANGUAGE,
          BODY,
          BODY_IS_SQL,
          VOLATILITY,
          STRICT,
          SECURITY_DEFINER,
          LEAKPROOF,
          WINDOW,
          TRANSFORM,
          SETTING,
          SCHEMA,
          VERSION,
          ALL_TABLES,
          SCHEMAS,
          PUBLISHED_TABLE,
          CHANGE ->
          false;
    };
  }

  /// Those of tables, columns and indexes are about storage; those of views (`security_barrier`),
  /// publications and types change answers.
  private static boolean isLightOption(SchemaObject object) {
    return (object instanceof Relation && !(object instanceof Relation.View))
        || object instanceof RelationPart;
  }
}
