package dev.deed.lint.rule.failure;

import dev.deed.sql.Identifier;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.Firing;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart.Rule;
import dev.deed.sql.schema.RelationPart.TableColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Constants that a statement writes, and that their columns do not take.
final class ConstantRows implements Refusals {

  /// Longer statements hold data that a program has written.
  private static final int LONGEST = 60_000;

  private static final int SHOWN = 40;

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(WritesRows.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    if (!(effect instanceof WritesRows writes)) {
      return Optional.empty();
    }
    var table = known.table(writes.relation());
    var span = known.view().statement().span();
    if (table.isEmpty() || span.end() - span.start() > LONGEST) {
      return Optional.empty();
    }
    return switch (writes.writing()) {
      case UPDATE -> update(writes, table.get(), known);
      case INSERT -> insert(writes, table.get(), known);
      default -> Optional.empty();
    };
  }

  private static Optional<Refusal> update(WritesRows effect, Table table, Known known) {
    for (var assignment : effect.values()) {
      var isArray =
          known
              .column(effect.relation(), assignment.column())
              .filter(c -> c.type().arrayDimensions() > 0)
              .isPresent();
      // It may be an element that is assigned.
      var found =
          isArray
              ? Optional.<Refusal>empty()
              : value(effect, assignment.column(), assignment.value(), table, known);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> insert(WritesRows effect, Table table, Known known) {
    var rows = InsertedRows.of(known.view().text(known.view().statement().span()));
    if (rows.isEmpty() || !known.catalog().hasAllColumns(table.qualifiedName())) {
      return Optional.empty();
    }
    var columns = rows.get().columns().isEmpty() ? table.columns() : rows.get().columns();
    for (var row : rows.get().rows()) {
      for (var i = 0; i < Math.min(row.size(), columns.size()); i++) {
        var value = row.get(i).value();
        if (value != null) {
          var found = value(effect, columns.get(i), value, table, known);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return rows.get().mayUpsert()
        ? Optional.empty()
        : twice(effect, rows.get(), columns, table, known);
  }

  private static Optional<Refusal> value(
      WritesRows effect, String column, Expression value, Table table, Known known) {
    var found = known.column(effect.relation(), column);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var type = found.get().type();
    if (Literals.isRefused(type, value, known)) {
      return refusal(effect, found.get(), value, "is not a value of " + type.text(), known);
    }
    return !isRewritten(table, known) && Literals.exceeds(type, value, known)
        ? refusal(effect, found.get(), value, "does not fit into " + type.text(), known)
        : Optional.empty();
  }

  private static Optional<Refusal> refusal(
      WritesRows effect, TableColumn column, Expression value, String what, Known known) {
    return Refusal.of(
        effect.span(),
        "%s %s, the type of %s%s"
            .formatted(shown(value), what, column.name().text(), known.created(column.name())),
        "write a value of the type of " + Identifier.quoted(column.part()),
        column.name());
  }

  private static String shown(Expression value) {
    return value instanceof Expression.Constant(var kind, var text)
        ? kind == Expression.ConstantKind.STRING ? "'%s'".formatted(shortened(text)) : text
        : "the value";
  }

  private static String shortened(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
  }

  /// A rule may write something else instead.
  private static boolean isRewritten(Table table, Known known) {
    return known.catalog().dependants(table.name()).stream().anyMatch(Rule.class::isInstance);
  }

  // The same key twice

  private static Optional<Refusal> twice(
      WritesRows effect, InsertedRows rows, List<String> columns, Table table, Known known) {
    var name = table.qualifiedName();
    var mayChange =
        isRewritten(table, known)
            || known.catalog().triggers(name).stream()
                .anyMatch(t -> t.enabled() != Firing.DISABLED);
    if (rows.rows().size() < 2 || mayChange) {
      return Optional.empty();
    }
    for (var key : UniqueKeys.certain(name, known)) {
      var places = key.stream().map(columns::indexOf).toList();
      var seen = new HashSet<List<String>>();
      for (var row : rows.rows()) {
        var values = new ArrayList<String>();
        for (var place : places) {
          var text = place >= 0 && place < row.size() ? row.get(place).key() : "";
          if (text.isEmpty()) {
            break;
          }
          values.add(text);
        }
        if (values.size() == key.size() && !seen.add(values)) {
          return Refusal.of(
              effect.span(),
              "two rows have %s for the unique (%s) of %s"
                  .formatted(String.join(", ", values), String.join(", ", key), name.dotted()),
              "write each row once, or add ON CONFLICT DO NOTHING",
              table.name());
        }
      }
    }
    return Optional.empty();
  }
}
