package dev.deed.lint.rule.removal;

import dev.deed.lint.facts.CompatibilityView;
import dev.deed.lint.facts.Recreation;
import dev.deed.lint.facts.Undone;
import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectEffect.MovesToSchema;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.Locale;

/// Finds `SET SCHEMA`.
final class MoveToSchema implements EffectCheck<MovesToSchema> {

  @Override
  public void check(MovesToSchema move, RuleView view) {
    var object = view.catalog().object(move.object());
    if (!isCalledByCode(object)
        || (object.kind().isRelation() && !view.inUse(move.object().name()))
        || !view.isMissed(object)
        || move.newSchema().equals(object.name().schema())
        || Undone.moves(move, object.name(), view)
        || Recreation.follows(object, view)) {
      return;
    }
    var message =
        "code that expects %s in its old schema fails immediately".formatted(object.words());
    view.report(move.span(), message, advice(move, object, view), object);
  }

  private static boolean isCalledByCode(ObjectName object) {
    return object.kind().isRelation()
        || object.kind().isRoutine()
        || object.kind() == ObjectKind.TYPE
        || object.kind() == ObjectKind.DOMAIN;
  }

  private static String advice(MovesToSchema move, ObjectName object, RuleView view) {
    return switch (object.kind()) {
      case TABLE, RELATION, FOREIGN_TABLE ->
          "create a view in the old schema, which passes reads and writes on, and give it the table's grants\nALTER %s %s SET SCHEMA %s;\n"
                  .formatted(
                      move.object().kind().words().toUpperCase(Locale.ROOT),
                      move.object().name().quoted(),
                      Identifier.quoted(move.newSchema()))
              + CompatibilityView.view(object.name(), object.name().in(move.newSchema()), view);
      default ->
          "create a second one in the new schema, and drop the old one in a later migration, when no deployed code uses it";
    };
  }
}
