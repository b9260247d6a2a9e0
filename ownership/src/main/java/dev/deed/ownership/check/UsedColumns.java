package dev.deed.ownership.check;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.replay.Catalog;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The columns that a statement reads or references of the tables that it names.
final class UsedColumns {

  private final Catalog catalog;
  private final List<Effect> effects;
  private final String text;

  /// @param text of the statement
  UsedColumns(Catalog catalog, List<Effect> effects, String text) {
    this.catalog = catalog;
    this.effects = effects;
    this.text = text;
  }

  /// By the table's name; nothing for a table of which the columns are not known, or all are used.
  Map<QualifiedName, Set<String>> of(ResolvedStatement resolved, List<StatementAccess> accesses) {
    var relations =
        resolved.touches().stream()
            .filter(t -> !t.implied() && t.object().kind().isRelation())
            .map(ObjectAccess::object)
            .toList();
    var keeps = effects.stream().anyMatch(StatementOwners::keepsWhatItReads);
    var columns = new HashMap<QualifiedName, Set<String>>();
    for (var access : accesses) {
      if (access.implied() || !(access.owner() instanceof ObjectOwner.ByClaim claimed)) {
        continue;
      }
      var table = claimed.table();
      if (access.access() == Access.REFERENCES && !keeps) {
        var referenced = referenced(table);
        if (!referenced.isEmpty()) {
          columns.put(table, referenced);
        }
      } else {
        catalog.columnsNamed(text, table, relations).ifPresent(c -> columns.put(table, c));
      }
    }
    return columns;
  }

  /// What foreign keys of the statement point at; nothing if it references the table otherwise.
  private Set<String> referenced(QualifiedName table) {
    var columns = new LinkedHashSet<String>();
    effects.stream()
        .flatMap(UsedColumns::constraints)
        .map(Constraint::rule)
        .filter(ForeignKey.class::isInstance)
        .map(ForeignKey.class::cast)
        .filter(key -> catalog.relation(key.parent()).equals(table))
        .forEach(key -> columns.addAll(parentColumns(key, table)));
    return columns;
  }

  private static Stream<Constraint> constraints(Effect effect) {
    return switch (effect) {
      case AddsConstraint e -> Stream.of(e.constraint());
      case CreatesTable e -> e.definition().constraints().stream();
      default -> Stream.empty();
    };
  }

  private List<String> parentColumns(ForeignKey key, QualifiedName table) {
    return key.parentColumns().isEmpty()
        ? catalog.constraints(table).stream()
            .map(TableConstraint::rule)
            .filter(PrimaryKey.class::isInstance)
            .flatMap(rule -> ((PrimaryKey) rule).columns().stream())
            .toList()
        : key.parentColumns();
  }
}
