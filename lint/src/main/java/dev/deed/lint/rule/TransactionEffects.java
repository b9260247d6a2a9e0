package dev.deed.lint.rule;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect;
import dev.deed.sql.effect.MaintenanceEffect;
import dev.deed.sql.effect.RowsEffect;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.ViewEffect;
import dev.deed.sql.script.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The statements of one transaction.
public final class TransactionEffects {

  /// An effect that takes long if its table has many rows.
  private record Work(Statement statement, Effect effect) {}

  private final List<Statement> statements;
  private final List<Work> work;

  public TransactionEffects(List<Statement> statements) {
    this.statements = statements;
    var made = new HashSet<QualifiedName>();
    for (var statement : statements) {
      for (var effect : statement.effects()) {
        if (effect instanceof CreatesTable creates) {
          made.add(creates.table());
        }
      }
    }
    work =
        statements.stream()
            .flatMap(s -> s.effects().stream().map(e -> new Work(s, e)))
            .filter(w -> mayTakeTime(w.effect(), made))
            .toList();
  }

  /// The effects of the other statements.
  public Stream<Effect> beside(Statement own) {
    return statements.stream().filter(s -> !s.equals(own)).flatMap(s -> s.effects().stream());
  }

  /// Whether another statement reads or writes many rows.
  public boolean takesTimeBeside(Statement own, RuleView view) {
    return work.stream().anyMatch(w -> !w.statement().equals(own) && takesTime(w.effect(), view));
  }

  /// @param made the tables that the transaction creates, as written
  private static boolean mayTakeTime(Effect effect, Set<QualifiedName> made) {
    return switch (effect) {
      case TableEffect.Altering alters -> !made.contains(alters.table());
      case IndexEffect.CreatesIndex index -> !made.contains(index.table());
      case RowsEffect.WritesRows writes -> !made.contains(writes.relation());
      case CreatesTable creates -> creates.definition().as() != null;
      case ViewEffect.RefreshesView _, MaintenanceEffect _, Effect.Opaque _ -> true;
      default -> false;
    };
  }

  private static boolean takesTime(Effect effect, RuleView view) {
    return switch (effect) {
      case TableEffect.Altering alters -> view.hasRows(alters.table());
      case IndexEffect.CreatesIndex index -> view.hasRows(index.table());
      case RowsEffect.WritesRows writes -> view.hasRows(writes.relation());
      default -> true;
    };
  }
}
