package dev.deed.lint.facts;

import dev.deed.lint.rule.RuleView;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectEffect.MovesToSchema;
import dev.deed.sql.effect.ObjectEffect.Renames;

/// Whether a rename or move in a down only undoes what its own up did.
public final class Undone {

  private Undone() {}

  /// Whether the up gave the object the name that the down takes away.
  public static boolean renames(Renames rename, RuleView view) {
    var object = rename.object();
    var name = object.simpleName();
    return view.undone(name).stream()
        .anyMatch(up ->
            up.effect() instanceof Renames renames
                && renames.object().kind() == object.kind()
                && renames.newName().equals(name));
  }

  /// Whether the up moved the object to the schema that it now leaves.
  public static boolean moves(MovesToSchema move, QualifiedName resolved, RuleView view) {
    return view.undone(resolved.name()).stream()
        .anyMatch(up ->
            up.effect() instanceof MovesToSchema moves
                && moves.object().name().name().equals(resolved.name())
                && moves.newSchema().equals(resolved.schema()));
  }
}
