package dev.deed.lint.rule.removal;

import dev.deed.lint.facts.CascadeLoss;
import dev.deed.lint.facts.NameList;
import dev.deed.lint.rule.RuleCheck.EffectCheck;
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
final class DropCascade implements EffectCheck<Effect> {

  @Override
  public void check(Effect effect, RuleView view) {
    switch (effect) {
      case Drops drop when drop.cascade() && drop.object().kind() != ObjectKind.SCHEMA ->
          check(view.catalog().object(drop.object()), drop.span(), view);
      case DropsColumn drop when drop.cascade() ->
          check(part(ObjectKind.COLUMN, drop, drop.column(), view), drop.span(), view);
      case DropsConstraint drop when drop.cascade() ->
          check(part(ObjectKind.CONSTRAINT, drop, drop.constraint(), view), drop.span(), view);
      default -> {}
    }
  }

  private static ObjectName part(ObjectKind kind, Altering drop, String part, RuleView view) {
    return ObjectName.part(kind, view.relation(drop.table()), part);
  }

  private static void check(ObjectName gone, Span span, RuleView view) {
    var lost = CascadeLoss.with(gone, view.catalog());
    var missed = lost.stream().filter(l -> view.isMissed(l.object())).toList();
    if (missed.isEmpty() && !view.isMissed(gone)) {
      return;
    }
    var about = new ArrayList<>(List.of(gone));
    missed.forEach(loss -> about.add(loss.object()));
    view.report(
        span,
        message(gone, missed),
        advice(CascadeLoss.inOrderOfDrops(gone, missed, view.catalog())),
        about);
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
