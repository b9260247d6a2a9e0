package dev.deed.engine.protocol;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectEffect.ChangesOwner;
import dev.deed.sql.effect.ObjectEffect.Comments;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectEffect.MovesToSchema;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.SequenceEffect.AltersSequence;
import dev.deed.sql.effect.TableEffect.AddsColumn;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.Altering;
import dev.deed.sql.effect.TableEffect.AltersColumn;
import dev.deed.sql.effect.TableEffect.AltersColumnType;
import dev.deed.sql.effect.TableEffect.AltersTable;
import dev.deed.sql.effect.TableEffect.AttachesPartition;
import dev.deed.sql.effect.TableEffect.DetachesPartition;
import dev.deed.sql.effect.TableEffect.DropsColumn;
import dev.deed.sql.effect.TableEffect.DropsNotNull;
import dev.deed.sql.effect.TableEffect.SetsDefault;
import dev.deed.sql.effect.TableEffect.SetsNotNull;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the statements of a script change of what an earlier one has created, by their text: after
/// them it need not be as the earlier one says. Looked up by name: there may be tens of thousands.
final class LaterChanges {

  /// @param isOther added, dropped, renamed, or of another type
  /// @param isNullable whether it may be null is said by a later statement
  /// @param hasOtherValue its default, identity or expression is
  record OfColumn(boolean isOther, boolean isNullable, boolean hasOtherValue) {}

  /// @param place of its statement
  private record Change(int place, Effect effect) {}

  private final List<Statement> statements;

  /// By the name of a relation or another object without its schema, in the order of the script.
  private final Map<String, List<Change>> byName = new HashMap<>();

  private int lastOfSchema = -1;
  private boolean isRead;

  LaterChanges(List<Statement> statements) {
    this.statements = statements;
  }

  /// The object itself is dropped, renamed, moved or redefined.
  boolean replaces(int place, QualifiedName name) {
    var changes = after(place, name);
    return lastOfSchema > place || changes.anyMatch(effect -> replaces(effect, name));
  }

  OfColumn ofColumn(int place, QualifiedName table, String column) {
    var isOther = false;
    var isNullable = false;
    var hasOtherValue = false;
    for (var changes = after(place, table).iterator(); changes.hasNext() && !isOther; ) {
      var effect = changes.next();
      switch (effect) {
        case AddsColumn e when isSame(e, table) -> isOther |= e.column().name().equals(column);
        case DropsColumn e when isSame(e, table) -> isOther |= e.column().equals(column);
        case AltersColumnType e when isSame(e, table) -> isOther |= e.column().equals(column);
        case Renames e
            when e.object().kind() == ObjectKind.COLUMN && isSame(e.object().name(), table) ->
            isOther |= e.object().own().equals(column) || e.newName().equals(column);
        case SetsNotNull e when isSame(e, table) -> isNullable |= e.column().equals(column);
        case DropsNotNull e when isSame(e, table) -> isNullable |= e.column().equals(column);
        case AddsConstraint e when isSame(e, table) ->
            isNullable |= e.constraint().rule() instanceof PrimaryKey;
        case SetsDefault e when isSame(e, table) -> hasOtherValue |= e.column().equals(column);
        case AltersColumn e when isSame(e, table) -> hasOtherValue |= e.column().equals(column);
        default -> {}
      }
    }
    return new OfColumn(isOther, isNullable, hasOtherValue);
  }

  private static boolean replaces(Effect effect, QualifiedName name) {
    return switch (effect) {
      case Comments _, ChangesOwner _ -> false;
      case Drops e -> isOf(e, name);
      case Renames e -> isOf(e, name);
      case MovesToSchema e -> isOf(e, name);
      case AltersTable e -> isSame(e, name) && isPersistence(e);
      case AltersSequence e -> isSame(e.sequence(), name);
      case AttachesPartition e -> isSame(e.partition(), name);
      case DetachesPartition e -> isSame(e.partition(), name);
      default -> false;
    };
  }

  private static boolean isPersistence(AltersTable effect) {
    return switch (effect.change()) {
      case SET_LOGGED, SET_UNLOGGED -> true;
      default -> false;
    };
  }

  private static boolean isOf(ObjectEffect effect, QualifiedName name) {
    return !effect.object().kind().isPartOfRelation() && isSame(effect.object().name(), name);
  }

  private static boolean isSame(Altering effect, QualifiedName name) {
    return isSame(effect.table(), name);
  }

  /// Perhaps: a name without a schema may mean the same.
  private static boolean isSame(QualifiedName one, QualifiedName other) {
    return one.name().equals(other.name())
        && (one.schema() == null || other.schema() == null || one.schema().equals(other.schema()));
  }

  private Stream<Effect> after(int place, QualifiedName name) {
    if (!isRead) {
      isRead = true;
      for (var i = 0; i < statements.size(); i++) {
        for (var effect : statements.get(i).effects()) {
          read(i, effect);
        }
      }
    }
    var all = byName.getOrDefault(name.name(), List.of());
    var first = 0;
    for (var end = all.size(); first < end; ) {
      var middle = (first + end) >>> 1;
      if (all.get(middle).place() > place) {
        end = middle;
      } else {
        first = middle + 1;
      }
    }
    return all.subList(first, all.size()).stream().map(Change::effect);
  }

  private void read(int place, Effect effect) {
    switch (effect) {
      case Drops e -> read(place, e, e.object());
      case Renames e -> read(place, e, e.object());
      case MovesToSchema e -> read(place, e, e.object());
      case AttachesPartition e -> {
        keep(place, e, e.partition());
        keep(place, e, e.table());
      }
      case DetachesPartition e -> {
        keep(place, e, e.partition());
        keep(place, e, e.table());
      }
      case Altering e -> keep(place, e, e.table());
      case AltersSequence e -> keep(place, e, e.sequence());
      default -> {}
    }
  }

  private void read(int place, Effect effect, ObjectName object) {
    if (object.kind() == ObjectKind.SCHEMA) {
      lastOfSchema = place;
    } else {
      keep(place, effect, object.name());
    }
  }

  private void keep(int place, Effect effect, QualifiedName name) {
    byName.computeIfAbsent(name.name(), _ -> new ArrayList<>()).add(new Change(place, effect));
  }
}
