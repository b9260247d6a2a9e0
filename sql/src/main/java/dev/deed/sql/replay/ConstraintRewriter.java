package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Constraint.Exclude;
import dev.deed.sql.effect.Constraint.ExcludeElement;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.NotNull;
import dev.deed.sql.effect.Constraint.OnDelete;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.Constraint.Rule;
import dev.deed.sql.effect.Constraint.Unique;
import java.util.List;

/// Copies a constraint's rule with every name and expression in it replaced.
final class ConstraintRewriter {

  private final NameMap names;

  ConstraintRewriter(NameMap names) {
    this.names = names;
  }

  Rule of(QualifiedName table, Rule rule) {
    return switch (rule) {
      case Check check -> new Check(names.expression(table, check.condition()));
      case NotNull notNull -> new NotNull(names.column(table, notNull.column()));
      case Unique unique ->
          new Unique(
              columns(table, unique.columns()),
              columns(table, unique.include()),
              unique.nullsNotDistinct(),
              unique.withoutOverlaps(),
              unique.usingIndex(),
              unique.options());
      case PrimaryKey key ->
          new PrimaryKey(
              columns(table, key.columns()),
              columns(table, key.include()),
              key.withoutOverlaps(),
              key.usingIndex(),
              key.options());
      case ForeignKey key ->
          new ForeignKey(
              columns(table, key.columns()),
              names.relation(key.parent()),
              columns(key.parent(), key.parentColumns()),
              key.match(),
              key.onUpdate(),
              new OnDelete(key.onDelete().action(), columns(table, key.onDelete().columns())),
              key.period(),
              key.parentSpan());
      case Exclude exclude -> exclude(table, exclude);
    };
  }

  private Exclude exclude(QualifiedName table, Exclude exclude) {
    var rewriting = new ObjectRewriter(names);
    var elements =
        exclude.elements().stream()
            .map(e -> new ExcludeElement(rewriting.element(table, e.element()), e.operator()))
            .toList();
    return new Exclude(
        exclude.method(),
        elements,
        columns(table, exclude.include()),
        exclude.options(),
        names.optional(table, exclude.where()));
  }

  private List<String> columns(QualifiedName table, List<String> columns) {
    return columns.stream().map(c -> names.column(table, c)).toList();
  }
}
