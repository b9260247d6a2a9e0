package dev.deed.lint.rule.constraint;

import dev.deed.lint.rule.RuleCheck.StatementCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.schema.RelationPart.TableColumn;
import java.util.List;

/// Finds foreign keys between columns of different types.
final class ForeignKeyTypeMismatch implements StatementCheck {

  @Override
  public void check(ResolvedStatement statement, RuleView view) {
    for (var effect : statement.statement().effects()) {
      check(effect, view);
    }
  }

  private static void check(Effect effect, RuleView view) {
    switch (effect) {
      case CreatesTable creates ->
          creates.definition().constraints().forEach(c -> check(creates.table(), c, view));
      case AddsConstraint adds -> check(adds.table(), adds.constraint(), view);
      default -> {}
    }
  }

  private static void check(QualifiedName written, Constraint constraint, RuleView view) {
    if (!(constraint.rule() instanceof ForeignKey key)) {
      return;
    }
    var table = view.relation(written);
    var parent = view.relation(key.parent());
    var parentColumns = parentColumns(table, key, parent, view);
    for (var i = 0; i < Math.min(key.columns().size(), parentColumns.size()); i++) {
      var own = view.catalog().column(table, key.columns().get(i));
      var other = view.catalog().column(parent, parentColumns.get(i));
      if (own.isPresent() && other.isPresent() && differ(own.get(), other.get())) {
        report(constraint, own.get(), other.get(), view);
      }
    }
  }

  /// The referenced columns as the schema has them: the text may leave them out.
  private static List<String> parentColumns(
      QualifiedName table, ForeignKey key, QualifiedName parent, RuleView view) {
    for (var constraint : view.catalog().constraints(table)) {
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
      Constraint constraint, TableColumn own, TableColumn other, RuleView view) {
    view.report(
        constraint.span(),
        "%s is %s, but it references %s, which is %s: one can hold values that the other cannot, and each comparison converts them"
            .formatted(
                own.name().text(), own.type().text(), other.name().text(), other.type().text()),
        "give %s the type %s".formatted(own.name().text(), other.type().text()),
        ObjectName.table(own.relation()),
        ObjectName.table(other.relation()));
  }
}
