package dev.deed.lint.rule.removal;

import dev.deed.lint.facts.CascadeLoss;
import dev.deed.lint.facts.NameList;
import dev.deed.lint.rule.RuleCheck.EffectLook;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.Altering;
import dev.deed.sql.effect.TableEffect.DropsColumn;
import dev.deed.sql.effect.TableEffect.DropsConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Finds `DROP ... CASCADE` of anything but a whole schema, which `DropSchema` finds.
final class DropCascade implements EffectLook<Effect> {

  @Override
  public void look(Effect effect, RuleView scene) {
    switch (effect) {
      case Drops drop when drop.cascade() && drop.object().kind() != ObjectKind.SCHEMA ->
          look(scene.catalog().object(drop.object()), drop.span(), scene);
      case DropsColumn drop when drop.cascade() ->
          look(part(ObjectKind.COLUMN, drop, drop.column(), scene), drop.span(), scene);
      case DropsConstraint drop when drop.cascade() ->
          look(part(ObjectKind.CONSTRAINT, drop, drop.constraint(), scene), drop.span(), scene);
      default -> {}
    }
  }

  private static ObjectName part(ObjectKind kind, Altering drop, String part, RuleView scene) {
    return new ObjectName(kind, scene.relation(drop.table()), part);
  }

  private static void look(ObjectName gone, Span span, RuleView scene) {
    var lost = CascadeLoss.with(gone, scene.catalog());
    var missed = lost.stream().filter(l -> scene.isMissed(l.object())).toList();
    if (missed.isEmpty() && !scene.isMissed(gone)) {
      return;
    }
    var about = new ArrayList<>(List.of(gone));
    missed.forEach(loss -> about.add(loss.object()));
    scene.report(span, message(gone, missed), advice(missed), about);
  }

  private static String message(ObjectName gone, List<CascadeLoss> missed) {
    if (missed.isEmpty()) {
      return "CASCADE also drops everything that depends on %s in the database where this runs"
          .formatted(gone.words());
    }
    return "CASCADE also drops " + NameList.of(missed, CascadeLoss::words);
  }

  private static String advice(List<CascadeLoss> missed) {
    var words =
        "remove CASCADE, and first drop by name what depends on it, so that the migration shows everything that is lost";
    return missed.isEmpty()
        ? words
        : words + "\n" + missed.stream().map(CascadeLoss::sql).collect(Collectors.joining("\n"));
  }
}
