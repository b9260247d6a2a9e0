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
import dev.deed.sql.schema.Routine;
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

  private static final Set<String> UNNOTICED =
      Set.of(
          "columns",
          "comment",
          "statistics",
          "storage",
          "compression",
          "tablespace",
          "access method",
          "cluster on",
          "not valid",
          "inherited",
          "attached to");

  private static final Set<String> OF_PLANS =
      Set.of("option cost", "option rows", "option support", "option parallel");

  private static final Set<String> OF_COUNTING = Set.of("cache", "start");

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
    var facet = change.facet();
    return switch (object) {
      case Relation.Sequence _ -> OF_COUNTING.contains(facet) || UNNOTICED.contains(facet);
      case Routine _ -> OF_PLANS.contains(facet) || UNNOTICED.contains(facet);
      case Relation.View _ -> UNNOTICED.contains(facet) && !facet.equals("columns");
      case Relation _, RelationPart _ -> UNNOTICED.contains(facet) || facet.startsWith("option ");
      default -> UNNOTICED.contains(facet);
    };
  }
}
