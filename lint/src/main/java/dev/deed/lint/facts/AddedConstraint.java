package dev.deed.lint.facts;

import dev.deed.lint.rule.RuleCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A constraint that a statement adds to an existing table in use, not inline with a new column.
public record AddedConstraint<R extends Constraint.Rule>(
    AddsConstraint effect, R demand, RuleView view) {

  /// A rule about added constraints of one kind.
  @FunctionalInterface
  public interface Check<R extends Constraint.Rule> {
    void check(AddedConstraint<R> added);
  }

  /// Calls the rule for constraints of one kind that are added to tables in use, but not for those
  /// that are written inline with a new column.
  public static <R extends Constraint.Rule> RuleCheck at(Class<R> kind, Check<R> check) {
    return RuleCheck.at(
        AddsConstraint.class,
        (effect, view) -> {
          var constraint = effect.constraint();
          if (kind.isInstance(constraint.rule())
              && !constraint.inline()
              && view.hasRows(effect.table())) {
            check.check(new AddedConstraint<>(effect, kind.cast(constraint.rule()), view));
          }
        });
  }

  public Constraint constraint() {
    return effect.constraint();
  }

  /// The table's resolved name.
  public QualifiedName table() {
    return view.relation(effect.table());
  }

  public boolean isOnPartitioned() {
    return view.catalog().table(table()).filter(t -> t.partitionBy() != null).isPresent();
  }

  /// Whether only the partitioned table itself is altered (`ONLY`), which has no rows.
  public boolean isWithoutPartitions() {
    return effect.target().only() && isOnPartitioned();
  }

  /// The constraint's name, quoted where needed; if the text gives none, the name that PostgreSQL
  /// would choose.
  ///
  /// @param columns the columns that PostgreSQL's name would contain
  public String name(List<String> columns, String suffix) {
    return Optional.ofNullable(constraint().name())
        .map(Identifier::quoted)
        .orElseGet(() -> SafeSql.name(effect.table(), columns, suffix));
  }

  /// `ADD CONSTRAINT name ...` as the author wrote it, with the name added if it was missing.
  public String addition(String name) {
    var text = SafeSql.oneLine(view.text(constraint().span()));
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
    view.report(effect.span(), message, advice, about.stream().distinct().toList());
  }
}
