package dev.deed.lint.facts;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Column;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TableEffect.AddsColumn;
import dev.deed.sql.effect.TableEffect.AltersColumnType;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.expression.TypeName;
import java.util.List;

/// The columns to which a statement gives a type; columns of temporary tables are left out.
public final class DefinedColumns {

  /// A column with its type.
  ///
  /// @param key whether the column is part of the primary key, an identity column or serial
  public record Defined(
      QualifiedName table, String column, TypeName type, boolean key, Span span) {}

  private DefinedColumns() {}

  public static List<Defined> of(TableEffect effect) {
    return switch (effect) {
      case CreatesTable creates when creates.definition().persistence() != Persistence.TEMPORARY ->
          creates.definition().columns().stream()
              .filter(c -> c.type() != null)
              .map(c -> defined(creates.table(), c, isKey(creates, c)))
              .toList();
      case AddsColumn adds when adds.column().type() != null ->
          List.of(defined(adds.table(), adds.column(), counts(adds.column())));
      case AltersColumnType alters ->
          List.of(
              new Defined(alters.table(), alters.column(), alters.type(), false, alters.span()));
      default -> List.of();
    };
  }

  private static Defined defined(QualifiedName table, Column column, boolean key) {
    var type = column.type() == null ? TypeName.of("") : column.type();
    return new Defined(table, column.name(), type, key, column.span());
  }

  private static boolean isKey(CreatesTable creates, Column column) {
    return counts(column)
        || creates.definition().constraints().stream()
            .anyMatch(
                c -> c.rule() instanceof PrimaryKey key && key.columns().contains(column.name()));
  }

  private static boolean counts(Column column) {
    return column.identity() != null
        || (column.type() != null && column.type().name().name().endsWith("serial"));
  }
}
