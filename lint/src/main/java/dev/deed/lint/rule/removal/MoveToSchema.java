package dev.deed.lint.rule.removal;

import dev.deed.lint.facts.CompatibilityView;
import dev.deed.lint.facts.Recreation;
import dev.deed.lint.facts.Undone;
import dev.deed.lint.rule.RuleCheck.EffectLook;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectEffect.MovesToSchema;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.Locale;

/// Finds `SET SCHEMA`.
final class MoveToSchema implements EffectLook<MovesToSchema> {

  @Override
  public void look(MovesToSchema move, RuleView scene) {
    var object = scene.catalog().object(move.object());
    if (!isCalledByCode(object)
        || (object.kind().isRelation() && !scene.inUse(move.object().name()))
        || !scene.isMissed(object)
        || move.newSchema().equals(object.name().schema())
        || Undone.moves(move, object.name(), scene)
        || Recreation.follows(object, scene)) {
      return;
    }
    var message =
        "code that expects %s in its old schema fails immediately".formatted(object.words());
    scene.report(move.span(), message, advice(move, object, scene), object);
  }

  private static boolean isCalledByCode(ObjectName object) {
    return object.kind().isRelation()
        || object.kind().isRoutine()
        || object.kind() == ObjectKind.TYPE
        || object.kind() == ObjectKind.DOMAIN;
  }

  private static String advice(MovesToSchema move, ObjectName object, RuleView scene) {
    return switch (object.kind()) {
      case TABLE, RELATION, FOREIGN_TABLE ->
          "create a view in the old schema, which passes reads and writes on, and give it the table's grants\nALTER %s %s SET SCHEMA %s;\n"
                  .formatted(
                      move.object().kind().words().toUpperCase(Locale.ROOT),
                      move.object().name().quoted(),
                      Identifier.quoted(move.newSchema()))
              + CompatibilityView.view(object.name(), object.name().in(move.newSchema()), scene);
      default ->
          "create a second one in the new schema, and drop the old one in a later migration, when no deployed code uses it";
    };
  }
}
