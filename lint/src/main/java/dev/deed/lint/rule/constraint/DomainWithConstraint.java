package dev.deed.lint.rule.constraint;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TypeEffect.CreatesDomain;

/// Finds `CREATE DOMAIN` with a constraint.
final class DomainWithConstraint implements EffectCheck<CreatesDomain> {

  @Override
  public void check(CreatesDomain creates, RuleView view) {
    if (creates.constraints().isEmpty() && !creates.notNull()) {
      return;
    }
    var type = view.catalog().created(creates.type());
    var collation = creates.collation() == null ? "" : " COLLATE " + creates.collation().quoted();
    var value = creates.defaultValue() == null ? "" : " DEFAULT " + creates.defaultValue().text();
    view.report(
        creates.span(),
        "the constraints of %s cannot be changed later without blocking writes to every table that uses it"
            .formatted(type.dotted()),
        "create the domain without constraints, and add them to the columns, where they can be validated without blocking writes\n"
            + "CREATE DOMAIN %s AS %s%s%s;"
                .formatted(creates.type().quoted(), creates.base().text(), collation, value),
        ObjectName.of(ObjectKind.DOMAIN, type));
  }
}
