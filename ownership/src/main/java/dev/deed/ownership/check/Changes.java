package dev.deed.ownership.check;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectEffect.Creates;
import dev.deed.sql.effect.ObjectEffect.CreatesExtension;
import dev.deed.sql.effect.ObjectEffect.Publishes;
import dev.deed.sql.effect.ObjectEffect.Publishing;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import dev.deed.sql.effect.SequenceEffect.CreatesSequence;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TypeEffect.CreatesBaseType;
import dev.deed.sql.effect.TypeEffect.CreatesComposite;
import dev.deed.sql.effect.TypeEffect.CreatesDomain;
import dev.deed.sql.effect.TypeEffect.CreatesEnum;
import dev.deed.sql.effect.TypeEffect.CreatesRange;
import dev.deed.sql.effect.ViewEffect.CreatesView;
import dev.deed.sql.replay.ResolvedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the effects of a statement do to whole objects, under the names to which its touches were
/// resolved.
final class Changes {

  private Changes() {}

  /// All effects that happen when the statement runs, including those in the bodies of `DO` blocks.
  static List<Effect> of(ResolvedStatement resolved) {
    var effects = resolved.statement().effects();
    if (resolved.statement().first(RunsBlock.class).isEmpty()) {
      return effects;
    }
    var all = new ArrayList<Effect>();
    effects.forEach(e -> add(all, e));
    return all;
  }

  private static void add(List<Effect> effects, Effect effect) {
    effects.add(effect);
    if (effect instanceof RunsBlock block) {
      block.body().effects().forEach(e -> add(effects, e));
    }
  }

  /// The object that an effect creates, as named in the text.
  static Optional<ObjectName> created(Effect effect) {
    return Optional.ofNullable(
        switch (effect) {
          case CreatesTable e -> ObjectName.of(e.kind(), e.table());
          case CreatesView e -> ObjectName.of(e.kind(), e.view());
          case CreatesSequence e -> ObjectName.of(ObjectKind.SEQUENCE, e.sequence());
          case CreatesIndex e -> index(e);
          case CreatesRoutine e -> e.routine();
          case CreatesEnum e -> type(e.type());
          case CreatesComposite e -> type(e.type());
          case CreatesRange e -> type(e.type());
          case CreatesBaseType e -> type(e.type());
          case CreatesDomain e -> type(e.type());
          case Creates e -> e.object();
          case CreatesExtension e -> e.object();
          case Publishes e -> e.change() == Publishing.CREATE ? e.object() : null;
          default -> null;
        });
  }

  private static @Nullable ObjectName index(CreatesIndex effect) {
    return effect.name() == null
        ? null
        : ObjectName.of(ObjectKind.INDEX, QualifiedName.of(effect.table().schema(), effect.name()));
  }

  private static ObjectName type(QualifiedName name) {
    return ObjectName.of(ObjectKind.TYPE, name);
  }

  /// `IF NOT EXISTS` and the like: several services may create the object.
  static boolean isShared(Effect effect) {
    return switch (effect) {
      case CreatesExtension e -> e.ifNotExists();
      case Creates e -> e.ifNotExists() && e.object().kind() == ObjectKind.SCHEMA;
      default -> false;
    };
  }

  /// The touched object that the text refers to by this name.
  static Optional<ObjectName> resolve(ObjectName written, ResolvedStatement resolved) {
    var key = Origins.key(written);
    for (var touch : resolved.touches()) {
      if (key.name().name().equals(touch.object().name().name())) {
        var touched = Origins.key(touch.object());
        if (meets(key, touched)) {
          return Optional.of(touched);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean meets(ObjectName written, ObjectName touched) {
    return written.kind() == touched.kind()
        && meets(written.name(), touched.name())
        && (written.part().isEmpty()
            || written.part().equals(touched.part())
            || !touched.kind().isRoutine());
  }

  private static boolean meets(QualifiedName written, QualifiedName resolved) {
    return written.name().equals(resolved.name())
        && (written.schema() == null || written.schema().equals(resolved.schema()));
  }
}
