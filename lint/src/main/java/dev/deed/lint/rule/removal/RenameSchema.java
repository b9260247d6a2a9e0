package dev.deed.lint.rule.removal;

import dev.deed.lint.facts.Undone;
import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectKind;

/// Finds `ALTER SCHEMA ... RENAME TO`.
final class RenameSchema implements EffectCheck<Renames> {

  @Override
  public void check(Renames rename, RuleView view) {
    if (rename.object().kind() != ObjectKind.SCHEMA
        || !view.isMissed(rename.object())
        || Undone.renames(rename, view)) {
      return;
    }
    var old = Identifier.quoted(rename.object().name().name());
    var message =
        "code that names schema %s, or has it in its search path, fails immediately".formatted(old);
    var advice =
        String.join(
            "\n",
            "create the new schema next to the old one and move the tables one by one, each with a view under its old name",
            "CREATE SCHEMA " + Identifier.quoted(rename.newName()) + ";");
    view.report(rename.span(), message, advice, rename.object());
  }
}
