package dev.deed.drift;

import static dev.deed.drift.DriftSeverity.BEHAVIOUR;
import static dev.deed.drift.DriftSeverity.BREAKING;
import static dev.deed.drift.DriftSeverity.COSMETIC;
import static dev.deed.drift.DriftSeverity.PERFORMANCE;

import dev.deed.drift.Difference.Added;
import dev.deed.drift.Difference.Changed;
import dev.deed.drift.Difference.FacetChange;
import dev.deed.drift.Difference.Missing;
import dev.deed.drift.Difference.Renamed;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.schema.Facet;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.RelationPart.Policy;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.SchemaObject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The severity of a difference: that of its object's kind (`ObjectSeverity`) or the worst of its
/// facets (`FacetSeverity`), but
///
/// | for | it is |
/// |---|---|
/// | a unique index added or missing, or with other keys | breaking: it refuses rows, and `ON CONFLICT` needs it |
/// | an index that is not unique, extended statistics, however they differ | performance; cosmetic for a comment |
/// | a unique or exclusion constraint or a primary key that is missing | breaking: `ON CONFLICT` needs it |
/// | ... renamed | behaviour: `ON CONFLICT ON CONSTRAINT` names it |
/// | a definition of a constraint that differs | breaking |
/// | a column added that is `NOT NULL` and gets no value by itself | breaking: an `INSERT` does not name it |
/// | a column's default removed where it may be null | behaviour |
/// | a type that takes every value of the other (`integer` to `bigint`, a longer `varchar`) | behaviour |
/// | labels of an enum added, or in another order | behaviour |
/// | a view with fewer columns, or with others in their places | breaking |
/// | a privilege lost | breaking, also if others were added |
/// | a restrictive policy added | breaking; missing: behaviour |
/// | an option of a table, a column or an index | performance |
/// | a sequence that belongs to a column, renamed | cosmetic |
final class Severities {

  private static final Set<Facet> FREE = Set.of(Facet.COMMENT, Facet.ATTACHED_TO);

  /// Types of which each takes every value of those before it.
  private static final List<List<String>> WIDER =
      List.of(List.of("smallint", "integer", "bigint"), List.of("real", "double precision"));

  private static final Pattern LABEL = Pattern.compile("'(?:[^']|'')*+'");

  private static final Pattern SIZED =
      Pattern.compile("(character varying|bit varying|time|timestamp)\\((\\d+)\\)(.*)");

  private Severities() {}

  static DriftSeverity of(Difference difference) {
    return switch (difference) {
      case Added a -> added(a.added());
      case Missing m -> missing(m.missing());
      case Renamed r -> renamed(r);
      case Changed c ->
          c.changes().stream()
              .map(change -> of(change, c.from(), c.to()))
              .reduce(COSMETIC, DriftSeverity::worse);
    };
  }

  private static DriftSeverity added(SchemaObject object) {
    return switch (object) {
      case Relation.Index index when index.unique() -> BREAKING;
      case TableColumn column when needsValue(column) -> BREAKING;
      case Policy policy when !policy.permissive() -> BREAKING;
      default -> ObjectSeverity.of(object.name().kind()).added();
    };
  }

  private static DriftSeverity missing(SchemaObject object) {
    return switch (object) {
      case Relation.Index index when index.unique() -> BREAKING;
      case TableConstraint constraint when isUnique(constraint) -> BREAKING;
      case Policy policy when !policy.permissive() -> BEHAVIOUR;
      default -> ObjectSeverity.of(object.name().kind()).missing();
    };
  }

  private static DriftSeverity renamed(Renamed renamed) {
    return switch (renamed.to()) {
      case Relation.Sequence sequence when sequence.ownedBy() != null -> COSMETIC;
      case TableConstraint constraint when isUnique(constraint) -> BEHAVIOUR;
      default -> ObjectSeverity.of(renamed.object().kind()).renamed();
    };
  }

  private static boolean needsValue(TableColumn column) {
    return column.notNull()
        && column.defaultValue() == null
        && column.generated() == null
        && column.identity() == null;
  }

  private static boolean isUnique(TableConstraint constraint) {
    return constraint.rule() instanceof Constraint.Unique
        || constraint.rule() instanceof Constraint.PrimaryKey
        || constraint.rule() instanceof Constraint.Exclude;
  }

  private static DriftSeverity of(FacetChange change, SchemaObject from, SchemaObject to) {
    var facet = change.facet().facet();
    if (onlySpeedsUp(from) && onlySpeedsUp(to) && !FREE.contains(facet)) {
      return PERFORMANCE;
    }
    return switch (facet) {
      case PRIVILEGES -> losesRight(change, from) ? BREAKING : BEHAVIOUR;
      case OPTION -> isAboutStorage(to) ? PERFORMANCE : BEHAVIOUR;
      case COLUMNS -> to instanceof Relation.View ? BREAKING : COSMETIC;
      case DEFINITION -> definition(from, to);
      case DEFAULT -> defaultValue(change, to);
      case TYPE -> isWider(change.from(), change.to()) ? BEHAVIOUR : BREAKING;
      case LABELS -> keepsAll(change) ? BEHAVIOUR : BREAKING;
      default -> ofAny(change);
    };
  }

  private static DriftSeverity ofAny(FacetChange change) {
    var severity = FacetSeverity.of(change.facet().facet());
    if (change.from() == null) {
      return severity.added();
    }
    return change.to() == null ? severity.removed() : severity.changed();
  }

  private static boolean onlySpeedsUp(SchemaObject object) {
    return (object instanceof Relation.Index index && !index.unique())
        || object.name().kind() == ObjectKind.STATISTICS;
  }

  /// Options of views (`security_barrier`), publications and types change answers.
  private static boolean isAboutStorage(SchemaObject object) {
    return (object instanceof Relation && !(object instanceof Relation.View))
        || object instanceof RelationPart;
  }

  private static DriftSeverity definition(SchemaObject from, SchemaObject to) {
    if (to instanceof TableConstraint) {
      return BREAKING;
    }
    return from instanceof Relation.View old
            && to instanceof Relation.View now
            && !startsWith(now.columns(), old.columns())
        ? BREAKING
        : BEHAVIOUR;
  }

  private static boolean startsWith(List<String> columns, List<String> first) {
    return columns.size() >= first.size() && columns.subList(0, first.size()).equals(first);
  }

  private static DriftSeverity defaultValue(FacetChange change, SchemaObject to) {
    return change.to() == null && to instanceof TableColumn column && needsValue(column)
        ? BREAKING
        : BEHAVIOUR;
  }

  /// An owner's rights are listed only where they are not all of them, and those of `PUBLIC` where
  /// they are not what a new object gives.
  private static boolean losesRight(FacetChange change, SchemaObject from) {
    var was = change.from();
    var is = change.to();
    if (was == null) {
      return "none".equals(is) || change.facet().of().equals(from.attributes().owner());
    }
    if (is == null) {
      return !was.equals("none") && !change.facet().of().equals(from.attributes().owner());
    }
    return !was.equals("none") && !List.of(is.split(", ")).containsAll(List.of(was.split(", ")));
  }

  private static boolean keepsAll(FacetChange change) {
    var was = change.from();
    var is = change.to();
    return was == null || (is != null && labels(is).containsAll(labels(was)));
  }

  private static List<String> labels(String list) {
    return LABEL.matcher(list).results().map(MatchResult::group).toList();
  }

  /// Whether every value of one type is also one of the other.
  private static boolean isWider(@Nullable String from, @Nullable String to) {
    var was = Objects.toString(from, "");
    var is = Objects.toString(to, "");
    for (var types : WIDER) {
      if (types.contains(was) && types.indexOf(is) > types.indexOf(was)) {
        return true;
      }
    }
    var sized = SIZED.matcher(was);
    if (!sized.matches()) {
      return was.equals("character varying") && is.equals("text");
    }
    var type = sized.group(1);
    var rest = sized.group(3);
    var now = SIZED.matcher(is);
    return now.matches()
        ? now.group(1).equals(type)
            && now.group(3).equals(rest)
            && Integer.parseInt(now.group(2)) >= Integer.parseInt(sized.group(2))
        : is.equals(type + rest) || (type.startsWith("character") && is.equals("text" + rest));
  }
}
