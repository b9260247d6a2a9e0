package dev.deed.engine.lint;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectEffect.MovesToSchema;
import dev.deed.sql.effect.ObjectEffect.Renames;

/// Whether a down only takes back what its own up did to a name.
final class Undone {

  private Undone() {}

  /// The up gave the name that goes now.
  static boolean renames(Renames rename, Scene scene) {
    var object = rename.object();
    return scene.undone().stream()
        .anyMatch(e ->
            e instanceof Renames up
                && up.object().kind() == object.kind()
                && (object.part().isEmpty()
                    ? up.newName().equals(object.name().name())
                    : up.newName().equals(object.part())));
  }

  /// The up moved the object to where it leaves now.
  static boolean moves(MovesToSchema move, QualifiedName resolved, Scene scene) {
    return scene.undone().stream()
        .anyMatch(e ->
            e instanceof MovesToSchema up
                && up.object().name().name().equals(resolved.name())
                && up.newSchema().equals(resolved.schema()));
  }
}
