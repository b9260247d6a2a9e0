package dev.deed.lint.rule.constraint;

import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TypeEffect.CreatesDomain;

/// `CREATE DOMAIN` with a constraint.
final class DomainWithConstraint implements EffectLook<CreatesDomain> {

  @Override
  public void look(CreatesDomain creates, Scene scene) {
    if (creates.constraints().isEmpty() && !creates.notNull()) {
      return;
    }
    var type = scene.catalog().created(creates.type());
    var collation = creates.collation() == null ? "" : " COLLATE " + creates.collation().quoted();
    var value = creates.defaultValue() == null ? "" : " DEFAULT " + creates.defaultValue().text();
    scene.report(
        creates.span(),
        "what %s demands can be changed later only while writes to every table that uses it wait"
            .formatted(type.dotted()),
        "leave the domain without constraints, and check the columns: these are validated while everybody works on\n"
            + "CREATE DOMAIN %s AS %s%s%s;"
                .formatted(creates.type().quoted(), creates.base().text(), collation, value),
        ObjectName.of(ObjectKind.DOMAIN, type));
  }
}
