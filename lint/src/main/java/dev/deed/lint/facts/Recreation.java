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
  public static boolean follows(ObjectName gone, RuleView scene) {
    return scene
        .later(gone.name().name())
        .anyMatch(placed -> creates(placed.effect(), gone, scene));
  }

  private static boolean creates(Effect effect, ObjectName gone, RuleView scene) {
    var kind = gone.kind();
    return switch (effect) {
      case CreatesTable table -> kind.isRelation() && isRelation(table.table(), gone, scene);
      case CreatesView view -> kind.isRelation() && isRelation(view.view(), gone, scene);
      case TypeEffect type when isCreation(type) ->
          (kind == ObjectKind.TYPE || kind == ObjectKind.DOMAIN)
              && isSame(type.type(), gone.name());
      case CreatesRoutine routine ->
          kind.isRoutine() && isSame(routine.routine().name(), gone.name());
      case CreatesTrigger trigger ->
          kind == ObjectKind.TRIGGER
              && trigger.name().equals(gone.part())
              && isSame(trigger.table(), gone.name());
      case Renames renames ->
          renames.object().kind().isRelation()
              && kind.isRelation()
              && isRelation(renames.object().name().renamed(renames.newName()), gone, scene);
      case MovesToSchema moves ->
          moves.object().kind().isRelation()
              && kind.isRelation()
              && isRelation(moves.object().name().in(moves.newSchema()), gone, scene);
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

  private static boolean isRelation(QualifiedName created, ObjectName gone, RuleView scene) {
    return scene.catalog().created(created).equals(scene.relation(gone.name()));
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
