package dev.deed.lint.rule.maintenance;

import static java.util.stream.Collectors.joining;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.AttachedEffect.CreatesTrigger;
import dev.deed.sql.effect.ObjectName;

/// Finds `CREATE TRIGGER` on a table in use.
final class TriggerOnLiveTable implements EffectCheck<CreatesTrigger> {

  @Override
  public void check(CreatesTrigger trigger, RuleView view) {
    var table = view.relation(trigger.table());
    if (view.isPartOf("expand", "backfill", "switch", "contract")
        || view.isNewRelation(table)
        || view.catalog().view(table).isPresent()) {
      return;
    }
    var message =
        "this blocks writes to %s until the transaction ends, and after that each %s runs function %s"
            .formatted(
                table.dotted(),
                trigger.fires().events().stream().map(Enum::name).collect(joining(", ")),
                trigger.function().dotted());
    var advice =
        "make sure that the function is fast and cannot fail, and use a migration of its own for CREATE TRIGGER, so that its lock is released quickly";
    view.report(trigger.span(), message, advice, ObjectName.table(table));
  }
}
