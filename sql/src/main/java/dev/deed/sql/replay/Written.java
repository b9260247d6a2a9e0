package dev.deed.sql.replay;

import dev.deed.sql.effect.PolicyCommand;
import dev.deed.sql.effect.RowsEffect.Writing;
import dev.deed.sql.effect.RuleEvent;
import dev.deed.sql.effect.TriggerEvent;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// How a statement writes the rows of a relation.
///
/// @param only true if rows of children are not written
/// @param columns assigned or inserted, if written
/// @param changed assigned by `ON CONFLICT DO UPDATE`
/// @param defaults columns of them that get `DEFAULT`
/// @param moves rows may move to other partitions: they are deleted here and inserted there
record Written(
    Writing writing,
    boolean only,
    List<String> columns,
    List<String> changed,
    List<String> defaults,
    boolean moves) {

  boolean fires(TriggerEvent event) {
    return switch (event) {
      case INSERT -> moves || writing == Writing.INSERT || writing == Writing.COPY || isMerge();
      case UPDATE -> moves || writing == Writing.UPDATE || isMerge() || !changed.isEmpty();
      case DELETE -> moves || writing == Writing.DELETE || isMerge();
      case TRUNCATE -> false;
    };
  }

  /// Changed rows are also read.
  Set<PolicyCommand> policies() {
    var commands = EnumSet.noneOf(PolicyCommand.class);
    if (fires(TriggerEvent.INSERT)) {
      commands.add(PolicyCommand.INSERT);
    }
    if (fires(TriggerEvent.UPDATE)) {
      commands.addAll(Set.of(PolicyCommand.SELECT, PolicyCommand.UPDATE));
    }
    if (fires(TriggerEvent.DELETE)) {
      commands.addAll(Set.of(PolicyCommand.SELECT, PolicyCommand.DELETE));
    }
    return commands;
  }

  /// Whether an `UPDATE` among what this does may assign one of the columns.
  boolean changes(List<String> some) {
    var assigned = changed.isEmpty() ? columns : changed;
    return moves || isMerge() || assigned.isEmpty() || some.stream().anyMatch(assigned::contains);
  }

  private boolean isMerge() {
    return writing == Writing.MERGE;
  }

  boolean fires(RuleEvent event) {
    return switch (event) {
      case INSERT -> fires(TriggerEvent.INSERT);
      case UPDATE -> fires(TriggerEvent.UPDATE);
      case DELETE -> fires(TriggerEvent.DELETE);
      case SELECT -> false;
    };
  }
}
