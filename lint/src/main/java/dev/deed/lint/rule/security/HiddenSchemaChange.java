package dev.deed.lint.rule.security;

import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import dev.deed.sql.effect.TableEffect.Altering;
import java.util.Optional;

/// A `DO` block that changes tables, or does what cannot be read.
final class HiddenSchemaChange implements EffectLook<RunsBlock> {

  @Override
  public void look(RunsBlock block, Scene scene) {
    var changed =
        block.body().effects().stream()
            .map(HiddenSchemaChange::changed)
            .flatMap(Optional::stream)
            .map(o -> o.named(scene.relation(o.name())))
            .filter(o -> !scene.isNewRelation(o.name()))
            .findFirst();
    if (changed.isPresent()) {
      var table = changed.get();
      var message =
          "this block changes %s or not, as it finds things: what it will do cannot be told before it runs, and databases grow apart"
              .formatted(table.name().dotted());
      scene.report(block.span(), message, "write the change as a statement of its own", table);
    } else if (!scene.byEngine() && isOpaque(block)) {
      var message = "this block runs SQL that it puts together itself: what it does cannot be told";
      scene.report(block.span(), message, "write the statements out");
    }
  }

  private static boolean isOpaque(RunsBlock block) {
    return block.body().effects().stream().anyMatch(Effect.Opaque.class::isInstance);
  }

  /// The table that a nested effect changes; empty where it makes something new.
  private static Optional<ObjectName> changed(Effect effect) {
    return switch (effect) {
      case Altering alters -> Optional.of(ObjectName.table(alters.table()));
      case CreatesIndex index -> Optional.of(ObjectName.table(index.table()));
      case Drops drops when drops.object().kind().isRelation() -> Optional.of(drops.object());
      default -> Optional.empty();
    };
  }
}
