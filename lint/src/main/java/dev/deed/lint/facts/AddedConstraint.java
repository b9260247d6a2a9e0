package dev.deed.lint.facts;

import dev.deed.lint.rule.Look;
import dev.deed.lint.rule.SafeSql;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A constraint that is added, on its own, to a table with rows.
public record AddedConstraint<R extends Constraint.Rule>(
    AddsConstraint effect, R demand, Scene scene) {

  @FunctionalInterface
  public interface Eye<R extends Constraint.Rule> {
    void look(AddedConstraint<R> added);
  }

  /// Looks at constraints of one kind that are added to tables in use, but not at those that are
  /// written with a new column.
  public static <R extends Constraint.Rule> Look at(Class<R> kind, Eye<R> eye) {
    return Look.at(
        AddsConstraint.class,
        (effect, scene) -> {
          var constraint = effect.constraint();
          if (kind.isInstance(constraint.rule())
              && !constraint.inline()
              && scene.hasRows(effect.table())) {
            eye.look(new AddedConstraint<>(effect, kind.cast(constraint.rule()), scene));
          }
        });
  }

  public Constraint constraint() {
    return effect.constraint();
  }

  /// Resolved.
  public QualifiedName table() {
    return scene.relation(effect.table());
  }

  public boolean isOnPartitioned() {
    return scene.catalog().table(table()).filter(t -> t.partitionBy() != null).isPresent();
  }

  /// Of a partitioned table alone, which keeps no rows itself.
  public boolean isWithoutPartitions() {
    return effect.target().only() && isOnPartitioned();
  }

  /// Quoted where needed, and the one that PostgreSQL would choose where the text gives none.
  ///
  /// @param columns that its name is made of
  public String name(List<String> columns, String suffix) {
    return Optional.ofNullable(constraint().name())
        .map(Identifier::quoted)
        .orElseGet(() -> SafeSql.name(effect.table(), columns, suffix));
  }

  /// `ADD CONSTRAINT name ...` as the author wrote it, with the name in any case.
  public String addition(String name) {
    var text = SafeSql.oneLine(scene.text(constraint().span()));
    return constraint().name() == null ? "ADD CONSTRAINT " + name + " " + text : "ADD " + text;
  }

  /// `ALTER TABLE t <change>;`
  public String alter(String change) {
    var only = effect.target().only() ? "ONLY " : "";
    return "ALTER TABLE " + only + effect.table().quoted() + " " + change + ";";
  }

  public void report(String message, String advice, ObjectName... others) {
    var about = new ArrayList<>(List.of(ObjectName.table(table())));
    about.addAll(List.of(others));
    scene.report(effect.span(), message, advice, about.stream().distinct().toList());
  }
}
