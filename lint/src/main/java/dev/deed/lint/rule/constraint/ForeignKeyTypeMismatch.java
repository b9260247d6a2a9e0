package dev.deed.lint.rule.constraint;

import dev.deed.lint.rule.RuleCheck.StatementLook;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.schema.RelationPart.TableColumn;
import java.util.List;

/// Finds foreign keys between columns of different types.
final class ForeignKeyTypeMismatch implements StatementLook {

  @Override
  public void look(ResolvedStatement statement, RuleView scene) {
    for (var effect : statement.statement().effects()) {
      look(effect, scene);
    }
  }

  private static void look(Effect effect, RuleView scene) {
    switch (effect) {
      case CreatesTable creates ->
          creates.definition().constraints().forEach(c -> look(creates.table(), c, scene));
      case AddsConstraint adds -> look(adds.table(), adds.constraint(), scene);
      default -> {}
    }
  }

  private static void look(QualifiedName written, Constraint constraint, RuleView scene) {
    if (!(constraint.rule() instanceof ForeignKey key)) {
      return;
    }
    var table = scene.relation(written);
    var parent = scene.relation(key.parent());
    var parentColumns = parentColumns(table, key, parent, scene);
    for (var i = 0; i < Math.min(key.columns().size(), parentColumns.size()); i++) {
      var own = scene.catalog().column(table, key.columns().get(i));
      var other = scene.catalog().column(parent, parentColumns.get(i));
      if (own.isPresent() && other.isPresent() && differ(own.get(), other.get())) {
        report(constraint, own.get(), other.get(), scene);
      }
    }
  }

  /// The referenced columns as the schema has them: the text may leave them out.
  private static List<String> parentColumns(
      QualifiedName table, ForeignKey key, QualifiedName parent, RuleView scene) {
    for (var constraint : scene.catalog().constraints(table)) {
      if (constraint.rule() instanceof ForeignKey there
          && there.columns().equals(key.columns())
          && there.parent().equals(parent)) {
        return there.parentColumns();
      }
    }
    return List.of();
  }

  /// Whether the types are different; `varchar` of any length and `text` count as the same.
  private static boolean differ(TableColumn own, TableColumn other) {
    return !kind(own).equals(kind(other));
  }

  private static String kind(TableColumn column) {
    var type = column.type().text();
    var modifiers = type.indexOf('(');
    var bare =
        modifiers < 0
            ? type
            : (type.substring(0, modifiers) + type.substring(type.lastIndexOf(')') + 1)).strip();
    return bare.equals("character varying") || bare.equals("varchar") ? "text" : bare;
  }

  private static void report(
      Constraint constraint, TableColumn own, TableColumn other, RuleView scene) {
    scene.report(
        constraint.span(),
        "%s is %s, but it references %s, which is %s: one can hold values that the other cannot, and each comparison converts them"
            .formatted(
                own.name().text(), own.type().text(), other.name().text(), other.type().text()),
        "give %s the type %s".formatted(own.name().text(), other.type().text()),
        ObjectName.table(own.relation()),
        ObjectName.table(other.relation()));
  }
}
