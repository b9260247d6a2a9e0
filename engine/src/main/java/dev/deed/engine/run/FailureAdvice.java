package dev.deed.engine.run;

import dev.deed.engine.Direction;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.protocol.AsWritten;
import dev.deed.engine.protocol.AssumedSettings;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.ServerErrorMessage;

/// Advice for a statement that PostgreSQL refused: the file is not always the cause.
final class FailureAdvice {

  /// By `RAISE` of a script or a function: who wrote its hint knows better.
  private static final String RAISED = "P0001";

  private static final String MORE_LOCKS =
      "make room for more locks: ALTER SYSTEM SET max_locks_per_transaction = 1024, and restart the"
          + " server";

  private FailureAdvice() {}

  static String after(PlannedMigration move, SQLException e) {
    if (isOfTheDriver(e)) {
      return "remove that SET from %s: deed reads and sends text as UTF-8, and dates as ISO"
          .formatted(move.fileToCorrect());
    }
    if (SqlStates.isLost(e)) {
      return "run the same command again when the server answers: it continues where this one"
          + " stopped";
    }
    var elsewhere = elsewhere(e);
    return elsewhere.isPresent() ? notTheFile(move, elsewhere.get()) : inTheFile(move, e);
  }

  /// What to correct when the SQL is not the cause.
  static Optional<String> elsewhere(SQLException e) {
    if (SqlStates.isOutOfLocks(e)) {
      return Optional.of(MORE_LOCKS);
    }
    return switch (SqlStates.of(e)) {
      case "53100" -> Optional.of("free space on the server's disk");
      case "53200", "53300", "53400" ->
          Optional.of("check the server's memory and connection limits");
      case "25006" ->
          Optional.of(
              "connect to the primary: this server, or this session, does not accept writes");
      case "57014" ->
          Optional.of(
              "check whether it was cancelled, or took longer than statement_timeout of the policies");
      case "42501" ->
          Optional.of("grant the role the missing privilege, or leave this to the owning service");
      default -> Optional.empty();
    };
  }

  private static String inTheFile(PlannedMigration move, SQLException e) {
    return switch (SqlStates.of(e)) {
      case "55P04" ->
          "use the new value in a later migration of its own: a value has to be"
              + " committed first";
      case "2D000", "25001" ->
          "write -- deed: transaction none at the top of %s: then its statements run one by one, and a block may commit"
              .formatted(move.fileToCorrect());
      case "23502", "23503", "23505", "23514", "23P01" ->
          "correct the rows that it names, or %s, and run %s again"
              .formatted(move.fileToCorrect(), command(move));
      case RAISED ->
          ServerMessage.of(e)
              .map(ServerErrorMessage::getHint)
              .map(_ ->
                  "do what the hint says and run %s again; or correct %s"
                      .formatted(command(move), move.fileToCorrect()))
              .orElse(byDirection(move));
      case "42P07", "42701", "42710", "42P06", "42723" -> thereAlready(move);
      case "42P01", "42703", "42704" ->
          move.changeover().map(part -> gone(move, part.name())).orElse(byDirection(move));
      case AssumedSettings.OTHERWISE, AsWritten.OTHERWISE ->
          ServerMessage.of(e).map(ServerErrorMessage::getHint).orElse(byDirection(move));
      default -> byDirection(move);
    };
  }

  /// In a first run it was most often another tool that made it.
  private static String thereAlready(PlannedMigration move) {
    if (move.direction() == Direction.DOWN) {
      return byDirection(move);
    }
    var name = move.name();
    return ("if the database had this before deed was introduced, record it without running it: deed"
            + " stamp --env ENVIRONMENT --database %s --to %s; otherwise correct %s and run deed"
            + " apply again")
        .formatted(name.database(), name.version(), move.file());
  }

  /// What the files of a changeover make is there, unless it was dropped by hand.
  private static String gone(PlannedMigration move, String change) {
    var byHand =
        move.direction() == Direction.UP
            ? "take it back: deed changeover abandon %s --env ENVIRONMENT"
            : "create it again as the files of %s do, fill a column from the one that it is kept equal to, and run the same command again";
    return "if it was dropped by hand, %s; otherwise %s"
        .formatted(byHand.formatted(change), byDirection(move));
  }

  private static String notTheFile(PlannedMigration move, String first) {
    return "%s; then run %s again: %s needs no change"
        .formatted(first, command(move), move.fileToCorrect());
  }

  /// A down is run by `rollback`, and by `changeover abandon`, which takes only some back.
  private static String command(PlannedMigration move) {
    return move.direction() == Direction.DOWN ? "the same command" : "deed apply";
  }

  /// The driver closes the connection when a script changes settings that it needs to parse
  /// answers.
  private static boolean isOfTheDriver(SQLException e) {
    var message = String.valueOf(e.getMessage());
    return SqlStates.isLost(e)
        && (message.contains("client_encoding") || message.contains("DateStyle"));
  }

  /// The query may be right, and the database not as it should be.
  static String ofAnswer(PlannedMigration move) {
    return move.isOfHistory() && move.direction() == Direction.DOWN
        ? "put right what the query looks at and run the same command again; or correct %s and run deed rollback with --from-files"
            .formatted(move.fileToCorrect())
        : "put right what the query looks at, or correct %s, and run %s again"
            .formatted(move.fileToCorrect(), command(move));
  }

  static String byDirection(PlannedMigration move) {
    return switch (move.direction()) {
      case UP, STAMP, ABANDON -> "correct " + move.fileToCorrect() + " and run deed apply again";
      case DOWN ->
          move.isOfHistory()
              ? "this is the down stored when the migration was applied: correct it in %s and run deed rollback with --from-files"
                  .formatted(move.fileToCorrect())
              : "correct %s and run the same command again".formatted(move.fileToCorrect());
    };
  }
}
