package dev.deed.lint.rule.security;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import dev.deed.sql.effect.TableEffect.Altering;
import java.util.Optional;

/// Finds `DO` blocks that change tables, or whose effects deed cannot read.
final class HiddenSchemaChange implements EffectCheck<RunsBlock> {

  @Override
  public void check(RunsBlock block, RuleView view) {
    var changed =
        block.body().effects().stream()
            .map(HiddenSchemaChange::changed)
            .flatMap(Optional::stream)
            .map(o -> o.named(view.relation(o.name())))
            .filter(o -> !view.isNewRelation(o.name()))
            .findFirst();
    if (changed.isPresent()) {
      var table = changed.get();
      var message =
          "this block may change %s in one database and not in another: its effect is unknown before it runs, and databases diverge"
              .formatted(table.name().dotted());
      view.report(block.span(), message, "write the change as a statement of its own", table);
    } else if (!view.byEngine() && isOpaque(block)) {
      var message =
          "this block runs SQL text that it builds itself, so deed cannot tell what it does";
      view.report(block.span(), message, "write the statements out");
    }
  }

  private static boolean isOpaque(RunsBlock block) {
    return block.body().effects().stream()
        .anyMatch(e -> e instanceof Effect.Opaque o && !o.isBroken() && !o.isForeign());
  }

  /// The table that a nested effect changes; empty if it creates something new.
  private static Optional<ObjectName> changed(Effect effect) {
    return switch (effect) {
      case Altering alters -> Optional.of(ObjectName.table(alters.table()));
      case CreatesIndex index -> Optional.of(ObjectName.table(index.table()));
      case Drops drops when drops.object().kind().isRelation() -> Optional.of(drops.object());
      default -> Optional.empty();
    };
  }
}
