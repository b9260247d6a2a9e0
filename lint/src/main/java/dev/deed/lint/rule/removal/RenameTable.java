package dev.deed.lint.rule.removal;

import dev.deed.lint.facts.CompatibilityView;
import dev.deed.lint.facts.Expand;
import dev.deed.lint.facts.Recreation;
import dev.deed.lint.facts.Undone;
import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.Identifier;
import dev.deed.sql.Severity;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.List;

/// Finds `RENAME TO` of a table, view, sequence, routine or type, unless the script gives the old
/// name to another object afterwards.
final class RenameTable implements EffectCheck<Renames> {

  @Override
  public void check(Renames rename, RuleView view) {
    var written = rename.object();
    if (written.kind().isRoutine()
        || written.kind() == ObjectKind.TYPE
        || written.kind() == ObjectKind.DOMAIN) {
      lookAtCode(rename, view);
      return;
    }
    if (!written.kind().isRelation() || written.kind() == ObjectKind.INDEX) {
      return;
    }
    var relation = view.catalog().object(written);
    if (view.waitsForGates()
        || relation.kind() == ObjectKind.INDEX
        || !view.inUse(written.name())
        || !view.isMissed(relation)
        || Undone.renames(rename, view)
        || Recreation.follows(written, view)
        || takesOver(rename, view)) {
      return;
    }
    var message =
        "code that still uses %s by its old name fails immediately"
            .formatted(relation.name().dotted());
    view.report(rename.span(), message, advice(rename, relation, view), relation);
  }

  /// Whether the switch of a changeover gives the table a name that another table has just left:
  /// code uses that name.
  private static boolean takesOver(Renames rename, RuleView view) {
    return view.isPartOf("switch")
        && view.read().stream()
            .flatMap(resolved -> resolved.statement().effects().stream())
            .anyMatch(e ->
                e instanceof Renames other
                    && other.object().kind().isRelation()
                    && view.relation(other.object().name())
                        .equals(view.relation(rename.object().name().renamed(rename.newName()))));
  }

  /// Reports routines and types: tables that use them follow the rename, code does not. In a
  /// switch, two types exchange their names, as the columns do that have them.
  private static void lookAtCode(Renames rename, RuleView view) {
    var object = view.catalog().object(rename.object());
    if (!view.isMissed(object)
        || (view.isPartOf("switch") && object.kind() == ObjectKind.TYPE)
        || DropViewOrFunction.isForTriggers(object, view)
        || Undone.renames(rename, view)
        || Recreation.follows(rename.object(), view)) {
      return;
    }
    view.report(
        Severity.WARNING,
        rename.span(),
        "code that still uses %s by its old name fails immediately".formatted(object.words()),
        "create a second one under the new name, and drop the old one in a later migration, when no deployed code uses it",
        List.of(object));
  }

  private static String advice(Renames rename, ObjectName relation, RuleView view) {
    var name = rename.object().name();
    var renamed = "%s RENAME TO %s;".formatted(name.quoted(), Identifier.quoted(rename.newName()));
    return switch (relation.kind()) {
      case VIEW, MATERIALIZED_VIEW, SEQUENCE ->
          "create it under the new name, and drop the old one in a later migration, when no deployed"
              + " code uses it";
      default ->
          Expand.first("rename-table", relation.name(), rename.newName())
              + "create a view under the old name, which passes reads and writes on, and give it the table's grants\nALTER TABLE "
              + renamed
              + "\n"
              + CompatibilityView.view(name, name.renamed(rename.newName()), view);
    };
  }
}
