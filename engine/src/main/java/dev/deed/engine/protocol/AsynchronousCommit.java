package dev.deed.engine.protocol;

import dev.deed.engine.Direction;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Step;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.effect.SessionEffect.SetsParameter;
import dev.deed.sql.script.CommandTag;
import dev.deed.sql.script.Statement;

/// Which migrations need not wait for the server's disk, because a later one of the same run does:
/// what the server may lose in a crash is a tail of migrations, each with its row in the history.
/// Nothing outside of the database may have noticed them until then, so they only define objects,
/// and run no code that could reach further (docs/decisions/019-commits-that-do-not-wait.md).
public final class AsynchronousCommit {

  /// Event triggers run for definitions, too, and may do anything.
  private static final String OFF =
      """
      SELECT pg_catalog.set_config('synchronous_commit', 'off', true)
      WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_event_trigger WHERE evtenabled OPERATOR(pg_catalog.<>) 'D')\
      """;

  /// Before the commit. The history's own tables are in the same transaction.
  static final Command COMMAND = new Command.Unflushed(OFF);

  private AsynchronousCommit() {}

  /// Whether a crash of the server may undo it unnoticed.
  public static boolean suits(PlannedMigration move) {
    return move.direction() == Direction.UP
        && move.done() == 0
        && Step.isOneTransaction(move)
        && move.body().statements().stream().allMatch(AsynchronousCommit::suits);
  }

  private static boolean suits(Statement statement) {
    var evaluates = statement.command().evaluatesExpressions();
    return isDefinition(statement.command())
        && statement.effects().stream().allMatch(effect -> suits(effect, evaluates));
  }

  private static boolean suits(Effect effect, boolean evaluates) {
    return switch (effect) {
      case CallsRoutine _ -> !evaluates;
      case Effect.Opaque _ -> !evaluates;
      case SetsParameter set -> set.parameter().equals("search_path");
      default -> true;
    };
  }

  /// Of objects that are in this database only. `DROP` of a table waits in any case.
  private static boolean isDefinition(CommandTag command) {
    return switch (command) {
      case ALTER_DEFAULT_PRIVILEGES,
          ALTER_DOMAIN,
          ALTER_FUNCTION,
          ALTER_INDEX,
          ALTER_POLICY,
          ALTER_SCHEMA,
          ALTER_STATISTICS,
          ALTER_TABLE,
          ALTER_TRIGGER,
          ALTER_TYPE,
          ALTER_VIEW,
          COMMENT,
          CREATE_DOMAIN,
          CREATE_FUNCTION,
          CREATE_INDEX,
          CREATE_POLICY,
          CREATE_PROCEDURE,
          CREATE_SCHEMA,
          CREATE_SEQUENCE,
          CREATE_STATISTICS,
          CREATE_TABLE,
          CREATE_TRIGGER,
          CREATE_TYPE,
          CREATE_VIEW,
          DROP_DOMAIN,
          DROP_FUNCTION,
          DROP_INDEX,
          DROP_POLICY,
          DROP_PROCEDURE,
          DROP_STATISTICS,
          DROP_TABLE,
          DROP_TRIGGER,
          DROP_TYPE,
          DROP_VIEW,
          GRANT,
          REVOKE,
          SET ->
          true;
      default -> false;
    };
  }
}
