package dev.deed.lint.rule.removal;

import dev.deed.lint.facts.CompatibilityView;
import dev.deed.lint.facts.Recreation;
import dev.deed.lint.facts.Undone;
import dev.deed.lint.rule.RuleCheck.EffectLook;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.Identifier;
import dev.deed.sql.Severity;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.List;

/// Finds `RENAME TO` of a table, view, sequence, routine or type, unless the script gives the old
/// name to another object afterwards.
final class RenameTable implements EffectLook<Renames> {

  @Override
  public void look(Renames rename, RuleView scene) {
    var written = rename.object();
    if (written.kind().isRoutine()
        || written.kind() == ObjectKind.TYPE
        || written.kind() == ObjectKind.DOMAIN) {
      lookAtCode(rename, scene);
      return;
    }
    if (!written.kind().isRelation() || written.kind() == ObjectKind.INDEX) {
      return;
    }
    var relation = scene.catalog().object(written);
    if (relation.kind() == ObjectKind.INDEX
        || !scene.inUse(written.name())
        || !scene.isMissed(relation)
        || Undone.renames(rename, scene)
        || Recreation.follows(written, scene)) {
      return;
    }
    var message =
        "code that still uses %s by its old name fails immediately"
            .formatted(relation.name().dotted());
    scene.report(rename.span(), message, advice(rename, relation, scene), relation);
  }

  /// Reports routines and types: tables that use them follow the rename, code does not.
  private static void lookAtCode(Renames rename, RuleView scene) {
    var object = scene.catalog().object(rename.object());
    if (!scene.isMissed(object)
        || DropViewOrFunction.isForTriggers(object, scene)
        || Undone.renames(rename, scene)
        || Recreation.follows(rename.object(), scene)) {
      return;
    }
    scene.report(
        Severity.WARNING,
        rename.span(),
        "code that still uses %s by its old name fails immediately".formatted(object.words()),
        "create a second one under the new name, and drop the old one in a later migration, when no deployed code uses it",
        List.of(object));
  }

  private static String advice(Renames rename, ObjectName relation, RuleView scene) {
    var name = rename.object().name();
    var renamed = "%s RENAME TO %s;".formatted(name.quoted(), Identifier.quoted(rename.newName()));
    return switch (relation.kind()) {
      case VIEW, MATERIALIZED_VIEW, SEQUENCE ->
          "create it under the new name, and drop the old one in a later migration, when no deployed"
              + " code uses it";
      default ->
          "create a view under the old name, which passes reads and writes on, and give it the table's grants\nALTER TABLE "
              + renamed
              + "\n"
              + CompatibilityView.view(name, name.renamed(rename.newName()), scene);
    };
  }
}
