package dev.deed.engine.run;

import dev.deed.engine.catalog.CatalogChange;
import dev.deed.engine.catalog.HeldLock;
import dev.deed.sql.script.Statement;
import java.util.List;

/// The effects of a transaction that is not yet committed.
///
/// @param changes to the catalog, in the order of the objects' names
/// @param locks on objects that existed before; they are held until the transaction ends
public record ManualRunEffects(
    List<StatementResult> statements, List<CatalogChange> changes, List<HeldLock> locks) {

  public ManualRunEffects {
    statements = List.copyOf(statements);
    changes = List.copyOf(changes);
    locks = List.copyOf(locks);
  }

  /// @param rows written or returned; -1 if the statement is of another kind
  /// @param answer the first rows that it returned
  public record StatementResult(Statement statement, long rows, Answer answer) {}

  /// @param columns empty if there is no answer
  /// @param rows the first ones, as text; `null` for a null
  public record Answer(List<String> columns, List<List<String>> rows) {

    static final Answer NONE = new Answer(List.of(), List.of());

    public Answer {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
