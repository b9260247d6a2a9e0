package dev.deed.engine.run;

import dev.deed.engine.Direction;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.run.StepOutcome.NotAllowed;
import dev.deed.engine.run.StepOutcome.Unexpected;
import dev.deed.engine.run.StepOutcome.Unusable;
import dev.deed.engine.run.StepOutcome.Unwalkable;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ServerErrorMessage;

/// Words PostgreSQL's refusals: file, line and column of the failing part, PostgreSQL's own
/// message, detail and hint, and what stays.
public final class FailureMessage {

  private static final int MOST_LINES = 8;

  private FailureMessage() {}

  /// @param statement null if the history or the end of the transaction failed
  /// @param state what stays of the migration, a sentence
  static MigrationFailed of(
      PlannedMigration move, @Nullable Statement statement, SQLException e, String state) {
    var server = ServerMessage.of(e);
    var text = new StringBuilder();
    text.append(place(move, statement, server)).append(": ").append(sentence(e, server));
    if (!ServerMessage.isOurs(e)) {
      text.append(" (").append(SqlStates.of(e)).append(')');
    }
    if (statement != null) {
      text.append("\n  ").append(excerpt(move, statement, server));
    }
    server
        .map(ServerErrorMessage::getDetail)
        .ifPresent(detail -> text.append("\n  detail: ").append(detail));
    if (!ServerMessage.isOurs(e)) {
      server
          .map(ServerErrorMessage::getHint)
          .ifPresent(hint -> text.append("\n  hint: ").append(hint));
      server
          .map(ServerErrorMessage::getInternalQuery)
          .ifPresent(query -> text.append("\n  query: ").append(query.strip()));
      server
          .map(ServerErrorMessage::getWhere)
          .ifPresent(where -> text.append("\n  where: ").append(where));
    }
    text.append("\n").append(state);
    return new MigrationFailed(
        move.name(),
        statement == null ? null : statement.span(),
        SqlStates.of(e),
        text.toString(),
        FailureAdvice.after(move, e),
        e);
  }

  /// A query has another answer than the migration expects, or none.
  static MigrationFailed unexpected(PlannedMigration move, Unexpected unexpected, String state) {
    var text = "%s: %s\n%s".formatted(place(move, unexpected), unexpected.words(), state);
    var advice =
        unexpected.refusal() == null
            ? FailureAdvice.ofAnswer(move)
            : FailureAdvice.byDirection(move);
    return new MigrationFailed(
        move.name(), unexpected.assertion().span(), "", text, advice, unexpected.refusal());
  }

  static String place(PlannedMigration move, Unexpected unexpected) {
    var span = unexpected.assertion().span();
    return placed(move, span.line(), span.column());
  }

  /// The server has done what the migration may not do.
  static MigrationFailed notAllowed(PlannedMigration move, NotAllowed notAllowed, String state) {
    var statement = notAllowed.statement();
    return new MigrationFailed(
        move.name(),
        statement == null ? null : statement.span(),
        "",
        "%s\n%s".formatted(notAllowed(move, notAllowed), state),
        notAllowed.objection().advice(),
        null);
  }

  static String notAllowed(PlannedMigration move, NotAllowed notAllowed) {
    var place = place(move, notAllowed.statement(), Optional.empty());
    return notAllowed.objection().problems().stream()
        .map(problem -> place + ": " + problem)
        .collect(Collectors.joining("\n"));
  }

  static MigrationFailed unusable(PlannedMigration move, Unusable unusable, String state) {
    var place = place(move, unusable.statement(), Optional.empty());
    var text = "%s: %s\n%s".formatted(place, unusable(unusable.index()), state);
    return new MigrationFailed(
        move.name(), unusable.statement().span(), "", text, FailureAdvice.byDirection(move), null);
  }

  static MigrationFailed unwalkable(PlannedMigration move, Unwalkable refused, String state) {
    var place = place(move, refused.statement(), Optional.empty());
    var text = "%s: %s\n%s".formatted(place, refused.words(), state);
    return new MigrationFailed(
        move.name(), refused.statement().span(), "", text, refused.advice(), null);
  }

  static String unusable(String index) {
    return "the index " + index + " was built but is not valid";
  }

  /// `file:line:column` of the failing part, or of the statement if PostgreSQL names no part.
  static String place(PlannedMigration move, @Nullable Statement statement, SQLException e) {
    return place(move, statement, ServerMessage.of(e));
  }

  public static String sentence(SQLException e) {
    return sentence(e, ServerMessage.of(e));
  }

  private static String place(
      PlannedMigration move, @Nullable Statement statement, Optional<ServerErrorMessage> server) {
    if (statement == null) {
      return move.file().path();
    }
    var script = move.body().script();
    var offset = offset(script, statement, server);
    var line = 1;
    var lineStart = 0;
    for (var i = script.text().indexOf('\n');
        i >= 0 && i < offset;
        i = script.text().indexOf('\n', i + 1)) {
      line++;
      lineStart = i + 1;
    }
    var column = script.text().codePointCount(lineStart, offset) + 1;
    return placed(move, line, column);
  }

  private static String placed(PlannedMigration move, int line, int column) {
    var isInTheSameFile = move.direction() == Direction.DOWN && move.place().equals(move.file());
    return "%s:%d:%d%s".formatted(move.place(), line, column, isInTheSameFile ? " (down)" : "");
  }

  /// PostgreSQL counts characters of the statement from 1, and sends 0 if it has no position.
  private static int offset(
      Script script, Statement statement, Optional<ServerErrorMessage> server) {
    var position = server.map(ServerErrorMessage::getPosition).orElse(0);
    var length = script.text().codePointCount(statement.span().start(), statement.span().end());
    return position < 1 || position > length
        ? statement.span().start()
        : script.text().offsetByCodePoints(statement.span().start(), position - 1);
  }

  private static String sentence(SQLException e, Optional<ServerErrorMessage> server) {
    if (server.filter(FailureMessage::isUnrecorded).isPresent()) {
      return "deed.migration did not keep the row that records this: a trigger or a policy on it"
          + " discards rows; see \\d deed.migration in psql";
    }
    return server
        .map(ServerErrorMessage::getMessage)
        .orElseGet(() -> String.valueOf(e.getMessage()));
  }

  /// The statement's first line and the one that failed; without a position, a limited part of it.
  private static String excerpt(
      PlannedMigration move, Statement statement, Optional<ServerErrorMessage> server) {
    var script = move.body().script();
    var offset = offset(script, statement, server);
    if (offset == statement.span().start()) {
      var lines = script.textOf(statement).lines().toList();
      var shown = String.join("\n  ", lines.subList(0, Math.min(MOST_LINES, lines.size())));
      return lines.size() > MOST_LINES ? shown + "\n  ..." : shown;
    }
    var first = lineAt(script.text(), statement.span().start());
    var failing = lineAt(script.text(), offset);
    var marked = failing + "\n  " + caret(script.text(), offset);
    return first.equals(failing) ? marked : first + "\n  ...\n  " + marked;
  }

  /// Under the place in the line, which is shown without the white space that it begins with.
  private static String caret(String text, int offset) {
    var start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
    var before = text.substring(Math.min(start, offset), offset).stripLeading();
    return before.replaceAll("[^\t]", " ") + "^";
  }

  private static String lineAt(String text, int offset) {
    var start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
    var end = text.indexOf('\n', offset);
    return text.substring(Math.min(start, offset), end < 0 ? text.length() : end).strip();
  }

  private static boolean isUnrecorded(ServerErrorMessage message) {
    return "23502".equals(message.getSQLState())
        && "deed".equals(message.getSchema())
        && "event".equals(message.getTable())
        && "run".equals(message.getColumn());
  }
}
