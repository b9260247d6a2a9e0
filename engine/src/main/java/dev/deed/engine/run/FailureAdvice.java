package dev.deed.engine.run;

import dev.deed.engine.Direction;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.connect.SqlStates;
import java.sql.SQLException;
import java.util.Optional;

/// What to do when PostgreSQL has refused a statement: not always is the file to blame.
final class FailureAdvice {

  private FailureAdvice() {}

  static String after(PlannedMigration move, SQLException e) {
    if (isOfTheDriver(e)) {
      return "take that SET out of %s: deed reads and sends text as UTF-8, and dates as ISO"
          .formatted(move.file());
    }
    if (SqlStates.isLost(e)) {
      return "run the same command again when the server answers: it goes on where this one"
          + " stopped";
    }
    var elsewhere = elsewhere(e);
    return elsewhere.isPresent() ? notTheFile(move, elsewhere.get()) : inTheFile(move, e);
  }

  /// What to mend where the SQL is not to blame.
  static Optional<String> elsewhere(SQLException e) {
    return switch (SqlStates.of(e)) {
      case "53100" -> Optional.of("make room on the server's disk");
      case "53200", "53300", "53400" -> Optional.of("see to the server");
      case "25006" ->
          Optional.of("connect to the primary: this server, or this session, takes no writes");
      case "57014" ->
          Optional.of(
              "somebody cancelled it, or it took longer than statement_timeout of the policies");
      case "42501" -> Optional.of("give the role what it lacks, or let the owning service do it");
      default -> Optional.empty();
    };
  }

  private static String inTheFile(PlannedMigration move, SQLException e) {
    return switch (SqlStates.of(e)) {
      case "55P04" ->
          "use the new value in a migration of its own, behind this one: a value has to be"
              + " committed first";
      case "2D000", "25001" ->
          "write -- deed: transaction none at the top of %s: its statements run one by one then, and a block may commit"
              .formatted(move.file());
      case "23502", "23503", "23505", "23514", "23P01" ->
          "correct the rows that it names, or %s, and run deed %s again"
              .formatted(move.file(), command(move));
      default -> byDirection(move);
    };
  }

  private static String notTheFile(PlannedMigration move, String first) {
    return "%s; then run deed %s again: %s needs no change"
        .formatted(first, command(move), move.file());
  }

  private static String command(PlannedMigration move) {
    return move.direction() == Direction.DOWN ? "rollback" : "apply";
  }

  /// The driver hangs up by itself where a script changes what it reads answers by.
  private static boolean isOfTheDriver(SQLException e) {
    var message = String.valueOf(e.getMessage());
    return SqlStates.isLost(e)
        && (message.contains("client_encoding") || message.contains("DateStyle"));
  }

  private static String byDirection(PlannedMigration move) {
    return switch (move.direction()) {
      case UP, STAMP -> "correct " + move.file() + " and run deed apply again";
      case DOWN ->
          "the down is the one kept when it was applied: correct it in %s and type deed rollback with --from-files"
              .formatted(move.file());
    };
  }
}
