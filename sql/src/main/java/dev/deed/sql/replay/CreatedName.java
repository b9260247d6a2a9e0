package dev.deed.sql.replay;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectEffect.Creates;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.effect.SequenceEffect.CreatesSequence;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TypeEffect.CreatesBaseType;
import dev.deed.sql.effect.TypeEffect.CreatesComposite;
import dev.deed.sql.effect.TypeEffect.CreatesDomain;
import dev.deed.sql.effect.TypeEffect.CreatesEnum;
import dev.deed.sql.effect.TypeEffect.CreatesRange;
import dev.deed.sql.effect.ViewEffect.CreatesView;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The full name of an object that an effect creates. An object of the same name in another schema
/// of the path is not meant.
final class CreatedName {

  private CreatedName() {}

  /// @param first the object that the effect names first
  /// @return null if the effect creates no object in a schema
  static @Nullable ObjectName of(Effect effect, ObjectName first, NameResolution names) {
    return switch (effect) {
      case CreatesTable _, CreatesSequence _, CreatesView _ ->
          first.named(
              isTemporary(effect) ? names.temporary(first.name()) : names.created(first.name()));
      case CreatesIndex e when e.name() != null ->
          first.named(names.relation(e.table()).renamed(e.name()));
      case CreatesEnum _, CreatesComposite _, CreatesDomain _, CreatesRange _, CreatesBaseType _ ->
          first.named(names.created(first.name()));
      case CreatesRoutine e -> RoutineReplay.name(e, names);
      case Creates _ when first.kind() == ObjectKind.OPERATOR ->
          ObjectName.operator(names.created(first.name()), names.operands(first.arguments()));
      case Creates _ when first.kind().isInSchema() -> first.named(names.created(first.name()));
      default -> null;
    };
  }

  private static boolean isTemporary(Effect effect) {
    return switch (effect) {
      case CreatesTable e -> e.definition().persistence() == Persistence.TEMPORARY;
      case CreatesSequence e -> e.persistence() == Persistence.TEMPORARY;
      case CreatesView e -> e.temporary();
      default -> false;
    };
  }

  /// The names of the temporary relations that the effects create.
  static Set<String> temporary(List<Effect> effects) {
    var names = new HashSet<String>();
    for (var effect : effects) {
      if (isTemporary(effect)) {
        effect.touches().stream().limit(1).forEach(t -> names.add(t.object().name().name()));
      }
    }
    return names;
  }
}
