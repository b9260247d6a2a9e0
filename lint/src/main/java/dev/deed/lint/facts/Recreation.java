package dev.deed.lint.facts;

import dev.deed.lint.rule.RuleView;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.AttachedEffect.CreatesTrigger;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect.MovesToSchema;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TypeEffect;
import dev.deed.sql.effect.ViewEffect.CreatesView;

/// Whether the script creates an object again, under the same name, after a statement drops or
/// renames it.
public final class Recreation {

  private Recreation() {}

  /// @param gone the name of the dropped object as written
  public static boolean follows(ObjectName gone, RuleView view) {
    return view.later(gone.name().name()).anyMatch(placed -> creates(placed.effect(), gone, view));
  }

  private static boolean creates(Effect effect, ObjectName gone, RuleView view) {
    var kind = gone.kind();
    return switch (effect) {
      case CreatesTable table -> kind.isRelation() && isRelation(table.table(), gone, view);
      case CreatesView created -> kind.isRelation() && isRelation(created.view(), gone, view);
      case TypeEffect type when isCreation(type) ->
          (kind == ObjectKind.TYPE || kind == ObjectKind.DOMAIN)
              && isSame(type.type(), gone.name());
      case CreatesRoutine routine ->
          kind.isRoutine() && isSame(routine.routine().name(), gone.name());
      case CreatesTrigger trigger ->
          kind == ObjectKind.TRIGGER
              && trigger.name().equals(gone.own())
              && isSame(trigger.table(), gone.name());
      case Renames renames ->
          renames.object().kind().isRelation()
              && kind.isRelation()
              && isRelation(renames.object().name().renamed(renames.newName()), gone, view);
      case MovesToSchema moves ->
          moves.object().kind().isRelation()
              && kind.isRelation()
              && isRelation(moves.object().name().in(moves.newSchema()), gone, view);
      default -> false;
    };
  }

  private static boolean isCreation(TypeEffect effect) {
    return effect instanceof TypeEffect.CreatesEnum
        || effect instanceof TypeEffect.CreatesComposite
        || effect instanceof TypeEffect.CreatesRange
        || effect instanceof TypeEffect.CreatesBaseType
        || effect instanceof TypeEffect.CreatesDomain;
  }

  private static boolean isRelation(QualifiedName created, ObjectName gone, RuleView view) {
    return view.catalog().created(created).equals(view.relation(gone.name()));
  }

  /// Compares names as written: a missing schema may be any, because the search path rarely changes
  /// within a script.
  private static boolean isSame(QualifiedName created, QualifiedName gone) {
    return created.name().equals(gone.name())
        && (created.schema() == null
            || gone.schema() == null
            || created.schema().equals(gone.schema()));
  }
}
