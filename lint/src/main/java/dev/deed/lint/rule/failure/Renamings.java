package dev.deed.lint.rule.failure;

import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectEffect.MovesToSchema;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.Optional;

/// An object that is renamed or moved to a name that another one has.
final class Renamings {

  private Renamings() {}

  static Optional<Refusal> taken(Renames effect, Known known) {
    var object = known.catalog().object(effect.object());
    if (object.kind() == ObjectKind.COLUMN) {
      return column(effect, object, known);
    }
    var after =
        switch (object.kind()) {
          case ROLE, DATABASE, TABLESPACE -> null;
          default ->
              object.kind().isPartOfRelation()
                  ? object.withOwn(effect.newName())
                  : object.named(object.name().renamed(effect.newName()));
        };
    return after == null || object.simpleName().equals(effect.newName())
        ? Optional.empty()
        : taken(effect, object, after, known);
  }

  private static Optional<Refusal> column(Renames effect, ObjectName column, Known known) {
    if (Known.isSystemColumn(effect.newName())) {
      return Refusal.of(
          effect.span(),
          "%s is the name of a system column that every table has".formatted(effect.newName()),
          "choose another name");
    }
    var other = ObjectName.column(column.name(), effect.newName());
    return known.catalog().isCertain(other) && known.catalog().isCertain(column)
        ? TakenNames.taken(other, effect.span(), known)
        : Optional.empty();
  }

  static Optional<Refusal> taken(MovesToSchema effect, Known known) {
    var object = known.catalog().object(effect.object());
    var name = object.name();
    return effect.newSchema().equals(name.schema())
        ? Optional.empty()
        : taken(effect, object, object.named(name.in(effect.newSchema())), known);
  }

  private static Optional<Refusal> taken(
      ObjectEffect effect, ObjectName before, ObjectName after, Known known) {
    if (before.kind().isRelation()) {
      return known
          .relationNamed(after.name())
          .flatMap(n -> TakenNames.taken(n, effect.span(), known));
    }
    return known.catalog().isCertain(after) && known.catalog().isCertain(before)
        ? TakenNames.taken(after, effect.span(), known)
        : Optional.empty();
  }
}
