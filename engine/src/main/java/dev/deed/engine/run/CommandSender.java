package dev.deed.engine.run;

import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Step;
import dev.deed.engine.catalog.ObservedEffects;
import dev.deed.engine.connect.Activity;
import dev.deed.engine.connect.SqlMessage;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.protocol.BeforeCommit.Objection;
import dev.deed.engine.protocol.Command;
import dev.deed.engine.protocol.MigrationProtocol;
import dev.deed.engine.protocol.MigrationProtocol.Looking;
import dev.deed.engine.protocol.ObservationSql;
import dev.deed.engine.run.StepOutcome.Cause;
import dev.deed.engine.run.StepOutcome.Unusable;
import dev.deed.sql.script.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Sends the commands of one migration. Neighbours that are deed's own go in one message.
final class CommandSender {

  private static final List<Command> NONE = List.of();

  private final RunSession work;
  private final MigrationProtocol protocol;
  private final PlannedMigration move;
  private final StatementRunner statements;
  private final long start = System.nanoTime();
  private List<Command> opening;
  private @Nullable Statement current;
  private @Nullable Objection objection;

  CommandSender(RunSession work, MigrationProtocol protocol) {
    this.work = work;
    this.protocol = protocol;
    this.move = protocol.move();
    this.statements = new StatementRunner(work, move);
    this.opening = protocol.opening();
  }

  /// Up to the first that fails, or has not the outcome that it must have.
  Optional<Cause> send(List<Command> commands) throws SQLException {
    current = null;
    for (var i = 0; i < commands.size(); ) {
      var own = plainFrom(commands, i);
      open(own);
      i += own.size();
      if (i < commands.size() && commands.get(i) instanceof Command.Asking asking) {
        // The server reads a message as a whole: what is asked after a statement goes with it.
        var after = asking instanceof Command.Send ? plainFrom(commands, i + 1) : NONE;
        var cause = ask(asking, after);
        if (cause.isPresent()) {
          return cause;
        }
        i += 1 + after.size();
      }
    }
    return Optional.empty();
  }

  private static List<Command> plainFrom(List<Command> commands, int first) {
    var end = first;
    while (end < commands.size() && commands.get(end) instanceof Command.Plain) {
      end++;
    }
    return commands.subList(first, end);
  }

  /// The end of a transaction in one message, after the last statement of its script where the
  /// commands begin with that. The next migration's transaction begins in the same message, which
  /// spares a trip to the server for each.
  ///
  /// @param last nothing of this migration comes after it
  /// @param next whose transaction may begin at once; null for none
  /// @param message knows how many of the commands succeeded, also where this throws
  /// @throws SQLException where nothing was committed, or nothing is known of it
  void end(List<Command> ending, boolean last, @Nullable MigrationProtocol next, SqlMessage message)
      throws SQLException {
    current = null;
    var sql = text(ending, At.END);
    watched(
        ending,
        () -> {
          if (next == null && (last || protocol.deallocates())) {
            work.session().send(message, sql);
            ending.forEach(work::sent);
          } else if (next == null) {
            endWithMore(sql, ending, message);
          } else {
            endWithNext(sql, ending, next, message);
          }
        });
  }

  /// As a statement of the script is, where one is among them.
  private void watched(List<Command> commands, StatementRunner.Sending sending)
      throws SQLException {
    if (commands.getFirst() instanceof Command.Send send) {
      statements.run(send.position(), sending);
    } else {
      sending.send();
    }
  }

  /// For a message that may begin with a statement of the script.
  SqlMessage message(List<Command> commands) {
    return commands.getFirst() instanceof Command.Send
        ? SqlMessage.tellingOfFirst(statements::tell)
        : new SqlMessage();
  }

  /// The end of a script, and what its transaction has done so far, in one message; after the last
  /// statement of the script where the commands begin with that.
  ///
  /// @param place `MIDDLE` where the transaction is tried again if a brief command fails
  /// @param message knows how many of the commands succeeded, also where this throws
  /// @return what there is to object
  Optional<Objection> look(List<Command> ending, At place, SqlMessage message) throws SQLException {
    var before = work.session().before();
    var asked = ObservationSql.inTransaction(before.first(), protocol.looksEverywhere());
    var all = ending.isEmpty() ? asked : text(ending, place) + "; " + asked;
    if (ending.isEmpty()) {
      work.session().send(message, all);
    } else {
      watched(ending, () -> work.session().send(message, all));
    }
    ending.forEach(work::sent);
    var after = message.rows(ObservationSql.LABEL_AFTER);
    return protocol.objection(ObservedEffects.of(before, after));
  }

  /// To what the last statement has committed by itself.
  Optional<Objection> objection() {
    return Optional.ofNullable(objection);
  }

  private void sendAlone(int position, String sql) throws SQLException {
    objection = null;
    if (protocol.looks(position) != Looking.AFTERWARDS) {
      statements.run(position, sql, "");
      return;
    }
    var before = work.session().before();
    var asked = ObservationSql.committed(before.first());
    var message = statements.run(position, sql, List.of(asked, ObservationSql.BEFORE));
    var after = message.rows(ObservationSql.LABEL_AFTER);
    var now = message.rows(ObservationSql.LABEL_BEFORE);
    objection = protocol.objection(ObservedEffects.ofCommitted(before, after, now)).orElse(null);
  }

  /// More steps of the same migration say the same.
  private void endWithMore(String sql, List<Command> ending, SqlMessage message)
      throws SQLException {
    var texts = work.session().texts();
    try {
      work.session().send(message, sql + texts.preparation(ending));
      texts.prepared(ending);
    } catch (SQLException e) {
      if (!message.answers().contains("COMMIT")) {
        throw e;
      }
      texts.giveUp();
    }
    ending.forEach(work::sent);
  }

  private void endWithNext(
      String sql, List<Command> ending, MigrationProtocol next, SqlMessage message)
      throws SQLException {
    var session = work.session();
    var texts = session.texts();
    var beginning = beginning(next);
    var prepares = !next.deallocates();
    var all = Stream.concat(ending.stream(), beginning.stream()).toList();
    try {
      session.send(
          message,
          prepares ? sql + texts.preparation(all) : sql,
          new CommandSender(work, next).text(beginning, prepares ? At.START : At.START_AFRESH),
          beginning);
      ending.forEach(work::sent);
      beginning.forEach(work::sent);
      if (prepares) {
        texts.prepared(all);
      } else {
        texts.deallocated();
      }
    } catch (SQLException e) {
      if (!message.answers().contains("COMMIT")) {
        throw e;
      }
      // Only the next transaction did not begin: it is begun again and says why by itself.
      ending.forEach(work::sent);
      texts.giveUp();
      if (!SqlStates.isLost(e)) {
        session.giveUpNext();
      }
    }
  }

  /// The first message of a migration that is one transaction.
  private static List<Command> beginning(MigrationProtocol next) {
    var step = (Step.InTransaction) Step.of(next.move()).getFirst();
    return Stream.concat(next.opening().stream(), next.before(step).stream()).toList();
  }

  /// The statement of the script that is under way, or was when something failed; null where it was
  /// none of them.
  @Nullable Statement current() {
    return current;
  }

  List<Activity> blockers() {
    return statements.blockers();
  }

  Duration took() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /// In the message with which a migration, or a part of it, begins: that it is still the session
  /// that holds the run lock is asked in it, too.
  private void open(List<Command> commands) throws SQLException {
    if (commands.isEmpty()) {
      return;
    }
    var all = Stream.concat(opening.stream(), commands.stream()).toList();
    var deallocates = !opening.isEmpty() && protocol.deallocates();
    opening = List.of();
    if (work.session().hasBegun(all)) {
      return;
    }
    open(all, deallocates ? At.START_AFRESH : At.START);
    if (deallocates) {
      work.session().texts().deallocated();
    }
    all.forEach(work::sent);
  }

  private void open(List<Command> all, At place) throws SQLException {
    try {
      work.session().open(text(all, place));
    } catch (SQLException e) {
      if (!isWorthSayingInFull(all, e)) {
        throw e;
      }
      work.session().rollback();
      work.session().texts().giveUp();
      work.session().open(text(all, place));
    }
  }

  /// What is otherwise than assumed is named in full only; and a script may have deallocated what
  /// the session had prepared.
  private boolean isWorthSayingInFull(List<Command> all, SQLException e) {
    return isSaidAgain(all)
        && !work.session().texts().isGivenUp()
        && !SqlStates.isLost(e)
        && !SqlStates.isCancelled(e)
        && !SqlStates.isWorthAnotherTry(e);
  }

  /// Where commands are in the course of a migration.
  enum At {
    START,
    /// All that was prepared is deallocated before.
    START_AFRESH,
    /// In the script's transaction, which is tried again where a brief command fails.
    MIDDLE,
    END
  }

  private String text(List<Command> commands, At place) {
    var history =
        !commands.isEmpty() && commands.getFirst() instanceof Command.Send
            ? work.historyTextAfterStatement(move, took())
            : work.historyText(move, took());
    var prepared = work.session().texts();
    var texts = new ArrayList<String>();
    for (var command : commands) {
      texts.add(
          switch (command) {
            case Command.Record record when place == At.END -> prepared.text(history, record);
            case Command.Establish establish -> prepared.text(establish, place != At.START_AFRESH);
            case Command.Kept kept when isSaidAgain(commands) ->
                prepared.text(kept, place != At.START_AFRESH);
            case Command.Verify verify when place == At.MIDDLE -> prepared.text(verify, true);
            case Command.Assumed assumed when place == At.END -> prepared.text(assumed, true);
            // This ends everything before it in the same message: the transaction is a new one.
            case Command.Begin begin -> "BEGIN; END; " + history.of(begin);
            case Command.Look look -> work.session().looking(look.isWhole());
            case Command.Plain plain -> history.of(plain);
            // It may end in a comment.
            case Command.Send send -> textOf(send.position()) + "\n";
            case Command.Asking _ -> throw new IllegalArgumentException(command.toString());
          });
    }
    return String.join("; ", texts);
  }

  /// What fails there is said again in full.
  private static boolean isSaidAgain(List<Command> commands) {
    return commands.stream().anyMatch(Command.Establish.class::isInstance);
  }

  private Optional<Cause> ask(Command.Asking command, List<Command> after) throws SQLException {
    work.sent(command);
    switch (command) {
      case Command.Setting setting -> work.session().execute(textOf(setting.position()));
      case Command.Send send -> {
        current = statement(send.position());
        statements.run(send.position(), textOf(send.position()), text(after, At.MIDDLE));
        after.forEach(work::sent);
      }
      case Command.SendAlone alone -> {
        current = statement(alone.position());
        var instead = care(alone.position()).prepare();
        sendAlone(alone.position(), instead.orElse(textOf(alone.position())));
      }
      case Command.Expect expect -> {
        try (var _ = work.stop().running(work.session()::cancel)) {
          return QueryAnswer.check(work.session(), expect.assertion()).map(cause -> cause);
        }
      }
      case Command.Clear clear -> care(clear.position()).clear(clear.leftover());
      case Command.RefuseUnusable refuse -> {
        var found = work.session().find(refuse.unusable());
        if (!found.isEmpty()) {
          return Optional.of(new Unusable(statement(refuse.position()), found.getFirst()));
        }
      }
    }
    return Optional.empty();
  }

  private ConcurrentCare care(int position) {
    return new ConcurrentCare(work, move, statement(position));
  }

  private Statement statement(int position) {
    return move.body().statements().get(position);
  }

  private String textOf(int position) {
    return move.body().script().textOf(statement(position));
  }
}
