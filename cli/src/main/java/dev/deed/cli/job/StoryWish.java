package dev.deed.cli.job;

import dev.deed.drift.Closing;
import dev.deed.drift.Difference;
import dev.deed.drift.Difference.Added;
import dev.deed.drift.Difference.Changed;
import dev.deed.drift.Difference.Missing;
import dev.deed.drift.Difference.Renamed;
import dev.deed.drift.DriftReport;
import dev.deed.expand.Request;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.Unique;
import dev.deed.sql.effect.Deferrability;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Facet;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A difference of a table in use that becomes a story of migrations, since a statement that closes
/// it at once hurts running code, or fails where there are rows.
///
/// @param rank the place among other wishes: what takes something away comes last
record StoryWish(Difference difference, Request request, int rank) {

  /// In the order in which they are told.
  ///
  /// @param closings the SQL that would close all differences at once
  static List<StoryWish> of(DriftReport drift, List<Closing> closings) {
    // What rewrites a table is noted.
    var hurting =
        closings.stream()
            .filter(closing -> closing.destructive() || closing.note() != null)
            .flatMap(closing -> closing.closes().stream())
            .collect(Collectors.toSet());
    var newTables =
        drift.drifts().stream()
            .map(d -> d.difference().object())
            .filter(object -> object.kind() == ObjectKind.TABLE)
            .map(ObjectName::name)
            .collect(Collectors.toSet());
    var wishes = new ArrayList<StoryWish>();
    for (var entry : drift.drifts()) {
      var wish = of(entry.difference(), hurting);
      // The parts of a table that is new, gone or renamed go with it.
      if (wish != null && (isTable(wish) || !newTables.contains(wish.request().table()))) {
        wishes.add(wish);
      }
    }
    wishes.sort(Comparator.comparingInt(StoryWish::rank));
    return wishes;
  }

  private static boolean isTable(StoryWish wish) {
    return wish.difference().object().kind() == ObjectKind.TABLE;
  }

  private static @Nullable StoryWish of(Difference difference, Set<ObjectName> hurting) {
    return switch (difference) {
      case Renamed r -> renamed(r);
      case Missing m -> missing(m);
      case Changed c -> changed(c, hurting.contains(c.object()));
      case Added a -> added(a);
    };
  }

  private static @Nullable StoryWish renamed(Renamed renamed) {
    var old = renamed.from().name();
    var now = renamed.to().name();
    return switch (old.kind()) {
      case COLUMN ->
          new StoryWish(renamed, new Request.RenameColumn(now.name(), old.own(), now.own()), 0);
      case TABLE ->
          new StoryWish(renamed, new Request.RenameTable(old.name(), now.simpleName()), 1);
      default -> null;
    };
  }

  private static @Nullable StoryWish missing(Missing missing) {
    var name = missing.object();
    return switch (name.kind()) {
      case COLUMN -> new StoryWish(missing, new Request.DropColumn(name.name(), name.own()), 7);
      case TABLE -> new StoryWish(missing, new Request.DropTable(name.name()), 8);
      default -> null;
    };
  }

  private static @Nullable StoryWish changed(Changed changed, boolean isHurting) {
    if (!(changed.to() instanceof TableColumn column)) {
      return null;
    }
    var name = column.name();
    if (has(changed, Facet.TYPE)) {
      return isHurting
          ? new StoryWish(
              changed,
              new Request.ChangeType(
                  name.name(), name.own(), column.type().text(), null, null, null),
              2)
          : null;
    }
    return has(changed, Facet.NOT_NULL) && column.notNull()
        ? new StoryWish(changed, new Request.SetNotNull(name.name(), name.own(), null), 3)
        : null;
  }

  private static boolean has(Changed changed, Facet facet) {
    return changed.changes().stream().anyMatch(c -> c.facet().facet() == facet);
  }

  private static @Nullable StoryWish added(Added added) {
    if (!(added.added() instanceof TableConstraint constraint) || !isPlain(constraint)) {
      return null;
    }
    var table = constraint.relation();
    var name = constraint.part();
    var text = constraint.definition();
    return switch (constraint.rule()) {
      case Check _ ->
          new StoryWish(
              added,
              new Request.AddCheck(
                  table, name, text.substring(text.indexOf('(') + 1, text.lastIndexOf(')'))),
              4);
      case Unique unique ->
          unique.include().isEmpty() && !unique.nullsNotDistinct() && unique.options().isEmpty()
              ? new StoryWish(added, new Request.AddUnique(table, name, unique.columns()), 5)
              : null;
      case ForeignKey key ->
          new StoryWish(
              added,
              new Request.AddForeignKey(
                  table,
                  name,
                  key.columns(),
                  key.parent(),
                  key.parentColumns(),
                  actions(text),
                  false),
              6);
      default -> null;
    };
  }

  private static boolean isPlain(TableConstraint constraint) {
    return constraint.validated()
        && constraint.enforced()
        && !constraint.inherited()
        && !constraint.definition().endsWith(" NO INHERIT")
        && constraint.deferrability().equals(Deferrability.IMMEDIATE);
  }

  /// What follows the columns of the parent.
  private static String actions(String definition) {
    var columns = definition.indexOf('(', definition.indexOf(" REFERENCES "));
    return columns < 0 ? "" : definition.substring(definition.indexOf(')', columns) + 1).strip();
  }

  /// The objects whose difference it closes.
  Set<ObjectName> objects() {
    return difference instanceof Renamed renamed
        ? Set.of(renamed.from().name(), renamed.to().name())
        : Set.of(difference.object());
  }

  /// Whether the difference is what it is about.
  boolean isStill(Difference other) {
    if (!other.object().equals(difference.object()) || other.getClass() != difference.getClass()) {
      return false;
    }
    return !(other instanceof Changed changed)
        || has(changed, request instanceof Request.ChangeType ? Facet.TYPE : Facet.NOT_NULL);
  }
}
