package dev.deed.engine.run;

import dev.deed.engine.Direction;
import dev.deed.engine.Move;
import java.sql.SQLException;

/// What to do when PostgreSQL has refused a statement: not always is the file to blame.
final class Advice {

  private Advice() {}

  static String after(Move move, SQLException e) {
    if (SqlStates.isLost(e)) {
      return "run the same command again when the server answers: it goes on where this one"
          + " stopped";
    }
    return switch (SqlStates.of(e)) {
      case "55P04" ->
          "use the new value in a migration of its own, behind this one: a value has to be"
              + " committed first";
      case "2D000", "25001" ->
          "write -- deed: transaction none at the top of %s: its statements run one by one then, and a block may commit"
              .formatted(move.file());
      case "53100" -> notTheFile(move, "make room on the server's disk");
      case "53200", "53300", "53400" -> notTheFile(move, "see to the server");
      case "25006" ->
          notTheFile(move, "connect to the primary: this server, or this session, takes no writes");
      case "57014" ->
          notTheFile(
              move,
              "somebody cancelled it, or it took longer than statement_timeout of the policies");
      case "42501" ->
          notTheFile(move, "give the role what it lacks, or let the owning service do it");
      default -> byDirection(move);
    };
  }

  private static String notTheFile(Move move, String first) {
    return "%s; then run deed %s again: %s needs no change"
        .formatted(first, move.direction() == Direction.DOWN ? "rollback" : "apply", move.file());
  }

  private static String byDirection(Move move) {
    return switch (move.direction()) {
      case UP, STAMP -> "correct " + move.file() + " and run deed apply again";
      case DOWN ->
          "the down is the one kept when it was applied: correct it in %s and type deed rollback with --from-files"
              .formatted(move.file());
    };
  }
}
