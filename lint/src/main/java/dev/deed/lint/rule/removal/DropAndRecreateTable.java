package dev.deed.lint.rule.removal;

import dev.deed.lint.facts.Recreation;
import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectKind;

/// Finds `DROP TABLE` of a table that the same script creates again.
final class DropAndRecreateTable implements EffectCheck<Drops> {

  @Override
  public void check(Drops drop, RuleView view) {
    var table = view.catalog().object(drop.object());
    if (drop.object().kind() != ObjectKind.TABLE
        || !view.inUse(drop.object().name())
        || !view.isMissed(table)
        || !Recreation.follows(drop.object(), view)) {
      return;
    }
    var message =
        "%s is dropped with all its rows, and recreated empty".formatted(table.name().dotted());
    var advice =
        "remove the DROP, so that the migration fails if the table already exists; change an existing table with ALTER TABLE";
    view.report(drop.span(), message, advice, table);
  }
}
