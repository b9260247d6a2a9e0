package dev.deed.lint.rule.failure;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.AttachedEffect;
import dev.deed.sql.effect.Column;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.IndexElement;
import dev.deed.sql.effect.TableDefinition;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TypeEffect;
import dev.deed.sql.expression.ExpressionText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An expression that a definition keeps.
///
/// @param table whose columns it names, null for a domain's
record Kept(Place place, ExpressionText expression, @Nullable QualifiedName table) {

  /// Where it is kept, in the words of PostgreSQL.
  enum Place {
    CHECK("a check constraint", true, false),
    DEFAULT("a default", false, false),
    GENERATION("a generation expression", false, true),
    INDEX("an index expression", false, true),
    PREDICATE("an index predicate", true, true),
    PARTITION_KEY("a partition key", false, true),
    USING("the expression of USING", false, false),
    TRIGGER("the WHEN condition of a trigger", true, false),
    POLICY("a policy", true, false);

    final String words;
    final boolean isCondition;
    final boolean isImmutable;

    Place(String words, boolean isCondition, boolean isImmutable) {
      this.words = words;
      this.isCondition = isCondition;
      this.isImmutable = isImmutable;
    }
  }

  /// The effects that may keep expressions.
  static final List<Class<? extends Effect>> KINDS =
      List.of(
          TableEffect.CreatesTable.class,
          TableEffect.AddsColumn.class,
          TableEffect.AddsConstraint.class,
          TableEffect.SetsDefault.class,
          TableEffect.AltersColumnType.class,
          CreatesIndex.class,
          AttachedEffect.CreatesTrigger.class,
          AttachedEffect.CreatesPolicy.class,
          AttachedEffect.AltersPolicy.class,
          TypeEffect.CreatesDomain.class,
          TypeEffect.AltersDomain.class);

  Span span() {
    return expression.span();
  }

  static List<Kept> of(Effect effect) {
    var kept = new ArrayList<Kept>();
    switch (effect) {
      case TableEffect.CreatesTable e -> table(e.table(), e.definition(), kept);
      case TableEffect.AddsColumn e -> column(e.table(), e.column(), kept);
      case TableEffect.AddsConstraint e -> constraint(e.table(), e.constraint(), kept);
      case TableEffect.SetsDefault e -> add(Place.DEFAULT, e.value(), e.table(), kept);
      case TableEffect.AltersColumnType e -> add(Place.USING, e.using(), e.table(), kept);
      case CreatesIndex e -> {
        e.elements().forEach(i -> element(e.table(), i, kept));
        add(Place.PREDICATE, e.where(), e.table(), kept);
      }
      case AttachedEffect.CreatesTrigger e -> add(Place.TRIGGER, e.fires().when(), e.table(), kept);
      case AttachedEffect.CreatesPolicy e -> {
        add(Place.POLICY, e.using(), e.table(), kept);
        add(Place.POLICY, e.check(), e.table(), kept);
      }
      case AttachedEffect.AltersPolicy e -> {
        add(Place.POLICY, e.using(), e.table(), kept);
        add(Place.POLICY, e.check(), e.table(), kept);
      }
      case TypeEffect.CreatesDomain e -> {
        add(Place.DEFAULT, e.defaultValue(), null, kept);
        e.constraints().forEach(c -> constraint(null, c, kept));
      }
      case TypeEffect.AltersDomain e -> {
        add(Place.DEFAULT, e.defaultValue(), null, kept);
        if (e.constraint() != null) {
          constraint(null, e.constraint(), kept);
        }
      }
      default -> {}
    }
    return kept;
  }

  private static void add(
      Place place,
      @Nullable ExpressionText expression,
      @Nullable QualifiedName table,
      List<Kept> kept) {
    if (expression != null) {
      kept.add(new Kept(place, expression, table));
    }
  }

  private static void table(QualifiedName table, TableDefinition definition, List<Kept> kept) {
    definition.columns().forEach(c -> column(table, c, kept));
    definition.constraints().forEach(c -> constraint(table, c, kept));
    if (definition.partitionBy() != null) {
      for (var key : definition.partitionBy().keys()) {
        if (key.column() == null) {
          add(Place.PARTITION_KEY, key.expression(), table, kept);
        }
      }
    }
  }

  private static void column(QualifiedName table, Column column, List<Kept> kept) {
    add(Place.DEFAULT, column.defaultValue(), table, kept);
    if (column.generated() != null) {
      add(Place.GENERATION, column.generated().expression(), table, kept);
    }
  }

  private static void constraint(
      @Nullable QualifiedName table, Constraint constraint, List<Kept> kept) {
    switch (constraint.rule()) {
      case Constraint.Check check -> add(Place.CHECK, check.condition(), table, kept);
      case Constraint.Exclude exclude -> {
        add(Place.PREDICATE, exclude.where(), table, kept);
        exclude.elements().forEach(e -> element(table, e.element(), kept));
      }
      default -> {}
    }
  }

  private static void element(
      @Nullable QualifiedName table, IndexElement element, List<Kept> kept) {
    if (element.column() == null) {
      add(Place.INDEX, element.expression(), table, kept);
    }
  }
}
