package dev.deed.lint.rule.removal;

import dev.deed.lint.facts.Recreation;
import dev.deed.lint.facts.StandIn;
import dev.deed.lint.facts.Undone;
import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectEffect.MovesToSchema;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.Locale;

/// `SET SCHEMA`.
final class MoveToSchema implements EffectLook<MovesToSchema> {

  @Override
  public void look(MovesToSchema move, Scene scene) {
    var object = scene.catalog().object(move.object());
    if (!isCalledByCode(object)
        || (object.kind().isRelation() && !scene.inUse(move.object().name()))
        || !scene.isMissed(object)
        || move.newSchema().equals(object.name().schema())
        || Undone.moves(move, object.name(), scene)
        || Recreation.follows(object, scene)) {
      return;
    }
    var message = "code that finds %s in its old schema fails at once".formatted(object.words());
    scene.report(move.span(), message, advice(move, object, scene), object);
  }

  private static boolean isCalledByCode(ObjectName object) {
    return object.kind().isRelation()
        || object.kind().isRoutine()
        || object.kind() == ObjectKind.TYPE
        || object.kind() == ObjectKind.DOMAIN;
  }

  private static String advice(MovesToSchema move, ObjectName object, Scene scene) {
    return switch (object.kind()) {
      case TABLE, RELATION, FOREIGN_TABLE ->
          "leave a view in the old schema, which passes reads and writes on, with the grants that"
              + " the table has\nALTER %s %s SET SCHEMA %s;\n"
                  .formatted(
                      move.object().kind().words().toUpperCase(Locale.ROOT),
                      move.object().name().quoted(),
                      Identifier.quoted(move.newSchema()))
              + StandIn.view(object.name(), object.name().in(move.newSchema()), scene);
      default ->
          "create it in the new schema beside the old one, and drop the old one in a later"
              + " migration, when no deployed code uses it";
    };
  }
}
