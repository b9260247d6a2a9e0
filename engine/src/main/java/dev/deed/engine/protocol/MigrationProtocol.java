package dev.deed.engine.protocol;

import dev.deed.engine.Checksum;
import dev.deed.engine.Direction;
import dev.deed.engine.HistoryRow.State;
import dev.deed.engine.MigrationBody;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.SessionSettings;
import dev.deed.engine.Step;
import dev.deed.engine.catalog.ObservedEffect;
import dev.deed.engine.protocol.AssumedSettings.SetSoFar;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.SessionEffect.ControlsTransaction;
import dev.deed.sql.effect.SessionEffect.SetsParameter;
import dev.deed.sql.effect.SessionEffect.Transaction;
import dev.deed.sql.script.CommandTag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is said to PostgreSQL to carry out one migration, in order: before its script, around each
/// step, and to the history.
public final class MigrationProtocol {

  private static final Command.Own RESET_SESSION_USER =
      new Command.Own("RESET SESSION AUTHORIZATION");
  private static final Command.Own RESET_ROLE = new Command.Own("RESET ROLE");

  /// Nothing that another script left set reaches this one. (Not `DISCARD ALL`: it drops the run
  /// lock.)
  private static final List<Command.Own> RESET =
      List.of(RESET_SESSION_USER, RESET_ROLE, new Command.Own("RESET ALL"));

  /// What a script made for its session: a temporary table would hide the next script's own.
  private static final List<Command> FORGET =
      List.of(
          RESET_SESSION_USER,
          new Command.Own("CLOSE ALL"),
          new Command.Own("UNLISTEN *"),
          new Command.Own("DISCARD TEMP"));

  private static final Command DEALLOCATE = new Command.Own("DEALLOCATE ALL");

  /// Constraints that wait for the end of the transaction speak now, while the error can still be
  /// told from one of the history's.
  private static final Command END_OF_SCRIPT = new Command.Own("SET CONSTRAINTS ALL IMMEDIATE");

  /// History is written by the role that connected, and what the script has put before PostgreSQL's
  /// own operators is not meant for it.
  private static final List<Command> BEFORE_HISTORY =
      List.of(
          RESET_SESSION_USER, RESET_ROLE, new Command.Own("SET LOCAL search_path = pg_catalog"));

  /// What the history's own tables have deferred speaks, too, before it is looked whether the rows
  /// are there.
  private static final List<Command> KEPT = List.of(END_OF_SCRIPT, HistorySql.KEPT);

  private static final Command HISTORY_PATH = new Command.Own("SET search_path = pg_catalog");

  private static final Pattern OF_PREPARED =
      Pattern.compile("prepare|execute|deallocate", Pattern.CASE_INSENSITIVE);

  /// What they do is not in the text.
  private static final Set<CommandTag> OPAQUE =
      EnumSet.of(CommandTag.CALL, CommandTag.DO, CommandTag.SELECT);

  /// A block without any of these words cannot end a transaction: code that is put together may not
  /// either.
  private static final Pattern ENDS_TRANSACTIONS =
      Pattern.compile("\\b(commit|rollback|call)\\b", Pattern.CASE_INSENSITIVE);

  /// The trigger of a changeover notes who still writes the old column, with the rights of the role
  /// that creates it. Nothing is granted twice, because only the owner of schema `deed` may.
  private static final String NOTING =
      """
      DO $deed_noting$
      DECLARE
        noter CONSTANT name := %1$s;
        may CONSTANT text := 'SELECT pg_catalog.has_schema_privilege($1, ''deed'', ''USAGE'')
          AND pg_catalog.bool_and(pg_catalog.has_table_privilege($1, ''deed.column_writer'', privilege))
          FROM pg_catalog.unnest(ARRAY[''SELECT'', ''INSERT'', ''UPDATE'']) privilege';
        granting CONSTANT text := pg_catalog.format('GRANT USAGE ON SCHEMA deed TO %%1$I; GRANT SELECT, INSERT, UPDATE ON deed.column_writer TO %%1$I', noter);
        it boolean;
      BEGIN
        EXECUTE may INTO it USING noter;
        IF NOT it THEN
          BEGIN
            EXECUTE granting;
          EXCEPTION WHEN insufficient_privilege THEN
            NULL;
          END;
          EXECUTE may INTO it USING noter;
        END IF;
        IF NOT it THEN
          RAISE EXCEPTION USING ERRCODE = '%2$s',
            MESSAGE = pg_catalog.format('role %%I may not note who still writes the old column, which the contract of a changeover asks for, and %%I may not grant it', noter, session_user),
            HINT = 'as the owner of schema deed: ' || granting;
        END IF;
      END
      $deed_noting$\
      """;

  /// Code that writes locks several tables in an order of its own: one with a foreign key first, or
  /// the other one. After `deadlock_timeout`, one second by default, PostgreSQL cancels one of
  /// those that wait for each other. A changeover, and its way back, gives up before that and tries
  /// again.
  private static final Duration BEFORE_DEADLOCKS = Duration.ofMillis(500);

  private final PlannedMigration move;

  private final ScriptSettings settings;
  private final AssumedSettings assumed;
  private final List<Checksum> checksums = new ArrayList<>();
  private final SessionSettings session;
  private final LaterChanges later;
  private final boolean deallocates;
  private final boolean isChangeover;
  private final Duration lockTimeout;

  /// The last verification that was asked for, and what the statements from `since` to `until` had
  /// set until then: it is the same for thousands of statements.
  private @Nullable Command verification;

  private SetSoFar verified = SetSoFar.NOTHING;
  private SetSoFar set = SetSoFar.NOTHING;
  private int since = -1;
  private int until;

  public MigrationProtocol(PlannedMigration move, ScriptSettings settings) {
    this(move, new AssumedSettings(settings));
  }

  /// @param assumed the same for all migrations of a run
  public MigrationProtocol(PlannedMigration move, AssumedSettings assumed) {
    this.move = move;
    this.settings = assumed.settings();
    this.assumed = assumed;
    this.session = new SessionSettings(move.body().statements());
    this.later = new LaterChanges(move.body().statements());
    this.deallocates = deallocates(move.body());
    this.isChangeover =
        move.body().script().directives().stream()
            .anyMatch(directive -> directive.name().equals("changeover"));
    this.lockTimeout = lockTimeout(move, settings.lockTimeout());
  }

  public PlannedMigration move() {
    return move;
  }

  /// All of it, where nothing fails.
  public List<Command> commands() {
    var all = new ArrayList<>(opening());
    all.addAll(started());
    if (move.done() > 0 && move.direction().sendsStatements()) {
      all.addAll(checks(move.done() - 1));
    }
    var steps = Step.of(move);
    for (var i = 0; i < steps.size(); i++) {
      all.addAll(commands(steps.get(i), i == steps.size() - 1));
    }
    return List.copyOf(all);
  }

  private List<Command> commands(Step step, boolean last) {
    var all = new ArrayList<Command>();
    switch (step) {
      case Step.InTransaction together -> {
        all.addAll(before(together));
        for (var i = together.first(); i < together.end(); i++) {
          all.addAll(statement(together, i));
        }
        all.addAll(ending(together, last));
      }
      case Step.Alone alone -> {
        all.addAll(announced(alone));
        all.addAll(clearing(alone));
        all.addAll(sending(alone));
        all.addAll(verifying(alone));
        all.addAll(checked(alone));
        all.addAll(recorded(alone, last));
      }
      case Step.Record _ -> all.addAll(history(ended()));
    }
    return all;
  }

  /// What the script before has left in the session goes. Prepared statements only where this
  /// script may name some: they spare PostgreSQL the planning.
  public List<Command> opening() {
    return deallocates() ? Stream.concat(FORGET.stream(), Stream.of(DEALLOCATE)).toList() : FORGET;
  }

  public boolean deallocates() {
    return deallocates;
  }

  private static boolean deallocates(MigrationBody body) {
    return body.statements().stream().anyMatch(s -> OPAQUE.contains(s.command()))
        || OF_PREPARED.matcher(body.script().text()).find();
  }

  /// A migration that may stop between two steps is in the history before its first.
  public List<Command> started() {
    return Step.isOneTransaction(move) || !move.direction().sendsStatements()
        ? List.of()
        : history(new Command.Record(underWay(), finished(move.done()), move.begun(), null));
  }

  /// Up to the first statement of a step in a transaction.
  public List<Command> before(Step.InTransaction step) {
    var all = new ArrayList<>(fresh());
    all.addAll(noting());
    if (isLookedAt()) {
      all.add(new Command.Look(false));
    }
    all.add(new Command.Begin(move.body().modes()));
    all.addAll(limits("LOCAL ", lockTimeout, settings.statementTimeout()));
    all.addAll(settingsBefore(step.first()));
    return List.copyOf(all);
  }

  /// @param wanted by the policy; zero without a limit
  private static Duration lockTimeout(PlannedMigration move, Duration wanted) {
    var isLonger = wanted.isZero() || wanted.compareTo(BEFORE_DEADLOCKS) > 0;
    return isLonger && move.isOfChangeover() ? BEFORE_DEADLOCKS : wanted;
  }

  /// One statement of a step in a transaction, and what must be true after it.
  public List<Command> statement(Step.InTransaction step, int position) {
    var all = new ArrayList<Command>();
    all.add(new Command.Send(position));
    var statement = move.body().statements().get(position);
    if (position + 1 < step.end() && statement.command().evaluatesExpressions()) {
      all.add(asAssumed(step.first(), position + 1));
    }
    if (position + 1 < step.end() && isOtherGround(position + 1)) {
      all.addAll(asWritten(step, position + 1));
    }
    all.addAll(expectations(position));
    return List.copyOf(all);
  }

  /// What the script has deferred, whether all is still as deed has read the script, the history,
  /// and the commit.
  public List<Command> ending(Step.InTransaction step, boolean last) {
    var all = new ArrayList<>(endOfScript(step));
    all.addAll(recording(step, last));
    return List.copyOf(all);
  }

  /// The part of it after the script.
  public List<Command> recording(Step.InTransaction step, boolean last) {
    var all = new ArrayList<>(BEFORE_HISTORY);
    all.add(last ? done() : progress(step.first(), step.end(), false));
    if (last) {
      all.addAll(KEPT);
    }
    all.add(RunLockSql.COMMAND);
    all.add(new Command.Commit());
    return List.copyOf(all);
  }

  /// The same, where the commit does not wait for the disk.
  ///
  /// @param ending with a commit
  public static List<Command> unflushed(List<Command> ending) {
    var all = new ArrayList<>(ending);
    all.add(all.size() - 1, AsynchronousCommit.COMMAND);
    return List.copyOf(all);
  }

  /// The part of it that may fail by the script's fault.
  public List<Command> endOfScript(Step.InTransaction step) {
    var all = new ArrayList<Command>();
    all.add(END_OF_SCRIPT);
    all.add(asAssumed(step.first(), step.end()));
    all.addAll(asWritten(step, step.end()));
    return List.copyOf(all);
  }

  /// Between the script's end and the history.
  public static List<Command> beforeHistory() {
    return BEFORE_HISTORY;
  }

  /// After the history was written in the script's transaction.
  public static List<Command> kept() {
    return KEPT;
  }

  /// Between the script's end and what else is asked of the server about it.
  public static List<Command> asConnected() {
    return List.of(RESET_SESSION_USER, RESET_ROLE);
  }

  /// Recorded before it is sent: its end may never be seen.
  public List<Command> announced(Step.Alone step) {
    return history(progress(step.position(), step.position(), true));
  }

  /// Drops what an interrupted one has left: invalid indexes slow down every write and serve no
  /// read.
  public List<Command> clearing(Step.Alone step) {
    var queries = new Concurrently(step.statement()).leftovers();
    return queries.isEmpty()
        ? List.of()
        : named(
            step.position(),
            queries.stream()
                .<Command>map(query -> new Command.Clear(step.position(), query))
                .toList());
  }

  /// Names are looked up as the statement does.
  public List<Command> naming(Step.Alone step) {
    return named(step.position(), List.of());
  }

  public List<Command> sending(Step.Alone step) {
    var care = new Concurrently(step.statement());
    var all = new ArrayList<>(fresh());
    all.addAll(noting());
    if (looks(step) != Looking.NOT) {
      all.add(new Command.Look(looks(step) == Looking.AFTERWARDS));
    }
    if (looks(step) == Looking.IN_TRANSACTION) {
      all.add(new Command.Begin(""));
    }
    all.addAll(
        limits(
            "",
            care.waitsByDesign() ? Duration.ZERO : lockTimeout,
            care.waitsByDesign() ? settings.concurrentTimeout() : settings.statementTimeout()));
    all.addAll(settingsBefore(step.position()));
    var resumed = move.begun() && step.position() == move.done();
    all.add(new Command.SendAlone(step.position(), resumed));
    return List.copyOf(all);
  }

  /// For the batches of a statement: their transactions begin in a session like this one.
  public List<Command> batching(Step.Alone step) {
    var all = new ArrayList<>(fresh());
    all.addAll(noting());
    all.addAll(limits("", settings.lockTimeout(), settings.statementTimeout()));
    all.addAll(settingsBefore(step.position()));
    return List.copyOf(all);
  }

  /// How what a statement outside of the migration's transactions does is looked at. What
  /// PostgreSQL itself runs only outside of transactions (`CREATE INDEX CONCURRENTLY`, `VACUUM`)
  /// does what its text says.
  public enum Looking {
    NOT,
    /// In a transaction of its own, which can be rolled back.
    IN_TRANSACTION,
    /// It commits by itself: what it has done can only be told.
    AFTERWARDS
  }

  public Looking looks(Step.Alone step) {
    return looks(step.position());
  }

  public Looking looks(int position) {
    var statement = move.body().statements().get(position);
    if (!isLookedAt()) {
      return Looking.NOT;
    }
    return switch (statement.command()) {
      case CALL -> Looking.AFTERWARDS;
      case DO ->
          ENDS_TRANSACTIONS.matcher(move.body().script().textOf(statement)).find()
              ? Looking.AFTERWARDS
              : Looking.IN_TRANSACTION;
      default -> Looking.NOT;
    };
  }

  /// Whether what happens is compared with what is allowed.
  public boolean isLookedAt() {
    return settings.beforeCommit().looksAt(move);
  }

  /// Whether the last statement is answered before the commit is sent.
  public boolean isWatched() {
    return settings.beforeCommit().isWatched();
  }

  /// What there is to object to what has happened. Whether the look at what happened trusts no
  /// counter.
  public boolean looksEverywhere() {
    return settings.beforeCommit().isUnclear(move);
  }

  public Optional<BeforeCommit.Objection> objection(List<ObservedEffect> happened) {
    return settings.beforeCommit().to(move, happened);
  }

  public List<Command> verifying(Step.Alone step) {
    var all = new ArrayList<Command>();
    for (var query : new Concurrently(step.statement()).unusable()) {
      all.add(new Command.RefuseUnusable(step.position(), query));
    }
    asWritten(step.position(), step.position() + 1).ifPresent(all::add);
    return all.isEmpty() ? List.of() : named(step.position(), all);
  }

  /// The statement stays whatever comes out: that it is done is recorded first.
  public List<Command> checked(Step.Alone step) {
    var all = new ArrayList<Command>();
    if (!expectations(step.position()).isEmpty()) {
      all.addAll(history(progress(step)));
      all.addAll(checks(step.position()));
    }
    return List.copyOf(all);
  }

  /// What must be true after a statement, outside of its transaction.
  public List<Command> checks(int position) {
    var expectations = expectations(position);
    if (expectations.isEmpty()) {
      return List.of();
    }
    var all = new ArrayList<>(fresh());
    all.addAll(limits("", settings.lockTimeout(), settings.statementTimeout()));
    all.addAll(settingsBefore(position + 1));
    all.addAll(expectations);
    return List.copyOf(all);
  }

  public List<Command> recorded(Step.Alone step, boolean last) {
    return history(last ? done() : progress(step));
  }

  /// Writes into the history outside of a script's transaction.
  public List<Command> history(Command.Plain... writes) {
    var all = new ArrayList<>(fresh());
    all.add(HISTORY_PATH);
    var isWhole = Stream.of(writes).anyMatch(Command.Record.class::isInstance);
    if (isWhole) {
      all.add(new Command.Begin(""));
    }
    all.addAll(List.of(writes));
    if (isWhole) {
      all.addAll(KEPT);
      all.add(new Command.Commit());
    }
    return List.copyOf(all);
  }

  /// A session as a script has to find it, as the role that connected.
  public List<Command> fresh() {
    return fresh(assumed);
  }

  public static List<Command> fresh(ScriptSettings settings) {
    return fresh(new AssumedSettings(settings));
  }

  private static List<Command> fresh(AssumedSettings assumed) {
    var all = new ArrayList<Command>(RESET);
    all.add(assumed.establish());
    return List.copyOf(all);
  }

  /// The session is given back as it was found.
  public static List<Command.Own> reset() {
    return RESET;
  }

  /// That all of it is done.
  public Command.Record done() {
    return Command.Record.done(
        switch (move.direction()) {
          case UP -> State.APPLIED;
          case DOWN -> State.REVERTED;
          case STAMP -> State.STAMPED;
          case ABANDON -> State.ABANDONED;
        });
  }

  /// The same for a step in which nothing is sent.
  public Command.Plain ended() {
    return move.direction() == Direction.ABANDON ? new Command.Abandon() : done();
  }

  public State underWay() {
    return move.direction() == Direction.DOWN ? State.REVERTING : State.STARTED;
  }

  /// Of the statements before that one.
  public List<Checksum> finished(int end) {
    for (var i = checksums.size(); i < end; i++) {
      checksums.add(Checksum.of(move.body().script().textOf(move.body().statements().get(i))));
    }
    return checksums.subList(0, end);
  }

  private Command.Progress progress(Step.Alone step) {
    return progress(step.position(), step.position() + 1, false);
  }

  /// @param from of statements that are recorded as done
  /// @param end of those that are done now
  public Command.Progress progress(int from, int end, boolean begun) {
    return new Command.Progress(underWay(), from, end, begun);
  }

  /// As the role that connected, and with names looked up as the script means them.
  private List<Command> named(int position, List<Command> commands) {
    var all = new ArrayList<>(fresh());
    all.addAll(settingsBefore(position));
    all.addAll(commands);
    return List.copyOf(all);
  }

  private List<Command> limits(String local, Duration lockTimeout, Duration statementTimeout) {
    var all = new ArrayList<Command>();
    all.add(new Command.Own("SET %slock_timeout = %d".formatted(local, lockTimeout.toMillis())));
    all.add(
        new Command.Own(
            "SET %sstatement_timeout = %d".formatted(local, statementTimeout.toMillis())));
    var role = settings.roleOf(move);
    if (role != null) {
      all.add(new Command.Own("SET %sROLE %s".formatted(local, Identifier.quoted(role))));
    }
    return all;
  }

  /// In a transaction of its own: what deed grants is not what the migration does.
  private List<Command> noting() {
    var role = settings.roleOf(move);
    if (role == null || !isChangeover) {
      return List.of();
    }
    return List.of(
        new Command.Own("BEGIN"),
        new Command.Own("SET LOCAL lock_timeout = " + lockTimeout.toMillis()),
        new Command.Own(NOTING.formatted(PsqlText.literal(role), AssumedSettings.OTHERWISE)),
        new Command.Own("COMMIT"));
  }

  private List<Command> settingsBefore(int position) {
    return session.before(position).stream().<Command>map(Command.Setting::new).toList();
  }

  private List<Command> expectations(int position) {
    return move.body().assertionsBehind(position).stream()
        .<Command>map(Command.Expect::new)
        .toList();
  }

  /// What `IF NOT EXISTS` has found, since names have last come to mean something else.
  private List<Command> asWritten(Step.InTransaction step, int end) {
    var first = end - 1;
    while (first > step.first() && !isOtherGround(first)) {
      first--;
    }
    return asWritten(Math.max(first, step.first()), end).stream().toList();
  }

  private Optional<Command> asWritten(int first, int end) {
    return settings.beforeCommit().acceptsWhatExists()
        ? Optional.empty()
        : AsWritten.verify(move.body(), later, first, end).map(Command.Own::new);
  }

  /// Names may mean something else from that statement on, or what was created is rolled back.
  private boolean isOtherGround(int position) {
    return move.body().statements().get(position).effects().stream()
        .anyMatch(effect ->
            effect instanceof SetsParameter
                || (effect instanceof ControlsTransaction control
                    && control.transaction() == Transaction.ROLLBACK_TO));
  }

  /// @param first statement of the transaction
  /// @param end of what it has sent so far
  private Command asAssumed(int first, int end) {
    var statements = move.body().statements();
    if (first != since || end < until) {
      set = SetSoFar.NOTHING;
      for (var position : session.before(first)) {
        set = set.and(statements.get(position));
      }
      since = first;
      until = first;
    }
    for (; until < end; until++) {
      set = set.and(statements.get(until));
    }
    if (verification == null || !set.equals(verified)) {
      verified = set;
      verification = assumed.verify(settings.roleOf(move), set);
    }
    return verification;
  }
}
