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
import java.util.List;
import java.util.stream.Stream;

/// What the statements of a script change of what an earlier one has created, by their text: after
/// them it need not be as the earlier one says.
record LaterChanges(List<Statement> statements) {

  /// @param isOther added, dropped, renamed, or of another type
  /// @param isNullable whether it may be null is said by a later statement
  /// @param hasOtherValue its default, identity or expression is
  record OfColumn(boolean isOther, boolean isNullable, boolean hasOtherValue) {}

  /// The object itself is dropped, renamed, moved or redefined.
  boolean replaces(int place, QualifiedName name) {
    return after(place).anyMatch(effect -> replaces(effect, name));
  }

  OfColumn ofColumn(int place, QualifiedName table, String column) {
    var isOther = false;
    var isNullable = false;
    var hasOtherValue = false;
    for (var effect : after(place).toList()) {
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
      case Drops e -> isOf(e, name) || e.object().kind() == ObjectKind.SCHEMA;
      case Renames e -> isOf(e, name) || e.object().kind() == ObjectKind.SCHEMA;
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

  private Stream<Effect> after(int place) {
    return statements.subList(place + 1, statements.size()).stream()
        .flatMap(statement -> statement.effects().stream());
  }
}
