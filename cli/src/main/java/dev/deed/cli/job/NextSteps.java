package dev.deed.cli.job;

import dev.deed.cli.report.EmergencyScreen.LastChange;
import dev.deed.cli.report.EmergencyScreen.NextStep;
import dev.deed.cli.report.EmergencyScreen.Whose;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.Version;
import dev.deed.engine.look.emergency.Emergency;
import dev.deed.engine.look.emergency.LeftIndex;
import dev.deed.engine.look.emergency.LiveSession;
import dev.deed.engine.look.emergency.PreparedTransaction;
import dev.deed.engine.look.emergency.Sessions.Knot;
import dev.deed.sql.Identifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What to do about a server in trouble, the least risky first, with the commands to type: pure.
///
/// @param last the newest first
record NextSteps(Emergency found, Whose whose, List<LastChange> last, CommandWords commands) {

  /// Each names a session; more would be a list, not advice.
  private static final int MOST = 3;

  List<NextStep> all() {
    var steps = new ArrayList<NextStep>();
    var roots = found.sessions().blockers();
    if (found.server() != null && found.server().standby()) {
      // Nothing can be changed here but what the standby's own sessions do.
      steps.add(
          new NextStep(
              "look at the primary",
              "this is a standby: migrations run on the primary, and the locks of its transactions"
                  + " come from there",
              List.of(commands.emergencyAt("URL-OF-THE-PRIMARY"))));
      watch(roots, steps);
      firstInQueue(steps);
      blockers(roots, steps);
      return steps;
    }
    watch(roots, steps);
    ownStatement(steps);
    leftIndexes(steps);
    halfWay(steps);
    firstInQueue(steps);
    blockers(roots, steps);
    lockTimeout(steps);
    forward(steps);
    back(steps);
    return steps;
  }

  private void watch(List<Knot> roots, List<NextStep> steps) {
    if (roots.isEmpty() && found.sessions().deedsRun().isEmpty()) {
      return;
    }
    var waiting = roots.stream().mapToInt(Knot::count).sum();
    steps.add(
        new NextStep(
            "wait and look again",
            waiting == 0
                ? "deed's run is active, and no session waits for it"
                : "%d waiting; this changes nothing, and a lock that is held for a moment is released by itself"
                    .formatted(waiting),
            List.of(commands.emergency("--watch"))));
  }

  /// deed's own statement, whether it blocks or waits: while it waits, others wait after it.
  private void ownStatement(List<NextStep> steps) {
    var run = found.sessions().deedsRun();
    if (run.isEmpty()) {
      return;
    }
    var session = run.get();
    var below = found.sessions().waitingFor(session.pid());
    if ((!session.isWaiting() && below == 0) || session.isHidden()) {
      return;
    }
    var stays =
        session.isIndexBuild()
                && session.doing().query().toUpperCase(Locale.ROOT).contains("CONCURRENTLY")
            ? "an index build that is cancelled leaves an invalid index, which the next deed apply replaces"
            : "its transaction is rolled back, and the next deed apply runs it again";
    steps.add(
        new NextStep(
            "cancel deed's own statement",
            "%d %s for it; %s (Ctrl-C in the terminal of the run does the same)"
                .formatted(below, below == 1 ? "session waits" : "sessions wait", stays),
            List.of(commands.emergency("--cancel " + session.pid()))));
  }

  private void leftIndexes(List<NextStep> steps) {
    var left = found.leftIndexes().stream().filter(index -> !index.isOfConstraint()).toList();
    if (left.isEmpty()) {
      return;
    }
    steps.add(
        new NextStep(
            left.size() == 1 ? "drop the invalid index" : "drop the invalid indexes",
            "writes maintain them, and no query uses them; a migration that builds one again replaces it",
            left.stream()
                .limit(MOST)
                .map(LeftIndex::index)
                .map(index -> commands.psql("DROP INDEX CONCURRENTLY " + index.quoted()))
                .toList()));
  }

  private void halfWay(List<NextStep> steps) {
    var history = found.history();
    if (history == null || !found.knowsSessions() || found.sessions().deedsRun().isPresent()) {
      return;
    }
    for (var row : history.rows()) {
      if (!isHalfWay(row)) {
        continue;
      }
      steps.add(
          new NextStep(
              "finish, undo or abandon %s, which is half-way".formatted(row.name().words()),
              "%s; no run is active".formatted(done(row)),
              List.of(
                  commands.on(
                      row.state() == HistoryRow.State.REVERTING ? "rollback" : "apply",
                      row.state() == HistoryRow.State.REVERTING ? "--to -1" : ""),
                  commands.on("rollback", "--abandon " + row.version()))));
    }
  }

  static boolean isHalfWay(HistoryRow row) {
    return switch (row.state()) {
      case STARTED, REVERTING -> true;
      case FAILED -> row.progress().isHalfWay();
      default -> false;
    };
  }

  static String done(HistoryRow row) {
    return "%d of %d statements %s%s"
        .formatted(
            row.progress().done(),
            row.progress().statements(),
            row.state() == HistoryRow.State.REVERTING ? "undone" : "done",
            row.progress().begun() ? ", the next one was sent" : "");
  }

  /// Sessions of others that block: first their owners are asked.
  private void blockers(List<Knot> roots, List<NextStep> steps) {
    var run = found.sessions().deedsRun().map(LiveSession::pid).orElse(-1);
    for (var root : roots.stream().limit(MOST).toList()) {
      if (root.pid() == 0) {
        found.sessions().preparedWithLocks().forEach(one -> steps.add(prepared(one)));
      } else if (root.pid() != run) {
        found.sessions().find(root.pid()).ifPresent(session -> steps.add(blocker(session, roots)));
      }
    }
  }

  private NextStep blocker(LiveSession session, List<Knot> roots) {
    var pid = session.pid();
    var counted = waiting(pid);
    var owner = owner(session);
    if (session.isHidden()) {
      return new NextStep(
          "look at pid %d with a role that may".formatted(pid),
          "%s for it, a session of role %s, and this role may not see what it does"
              .formatted(counted, session.client().role()),
          List.of(
              commands.psql(
                  "GRANT pg_read_all_stats TO "
                      + Identifier.quoted(
                          found.server() == null ? "ROLE" : found.server().role()))));
    }
    if (session.isAgainstWraparound()) {
      return new NextStep(
          "let the vacuum of pid %d finish".formatted(pid),
          "%s for it; it keeps the server from running out of transaction numbers, and PostgreSQL starts it again if it is cancelled: cancel what waits for it instead"
              .formatted(counted),
          List.of());
    }
    if (session.isAutovacuum()) {
      return new NextStep(
          "cancel the autovacuum of pid %d".formatted(pid),
          "%s for it; PostgreSQL cancels it by itself after deadlock_timeout, and runs it again later"
              .formatted(counted),
          List.of(commands.emergency("--cancel " + pid)));
    }
    if (!session.isClient()) {
      return new NextStep(
          "leave pid %d (%s) alone".formatted(pid, session.client().kind()),
          counted + " for a process of the server itself",
          List.of());
    }
    if (session.isIdleInTransaction()) {
      return new NextStep(
          "end the transaction of pid %d".formatted(pid),
          "%s for it%s, and it is idle: ask %s to commit or roll back; ending its session rolls back what it has not committed"
              .formatted(counted, others(pid, roots), owner),
          List.of(commands.emergency("--cancel " + pid + " --terminate")));
    }
    return new NextStep(
        "cancel the statement of pid %d".formatted(pid),
        "%s for it%s; ask %s first: its statement fails, and its transaction is rolled back"
            .formatted(counted, others(pid, roots), owner),
        List.of(commands.emergency("--cancel " + pid)));
  }

  /// `3 sessions wait`
  private String waiting(int pid) {
    var waiting = found.sessions().waitingFor(pid);
    return waiting == 1 ? "1 session waits" : waiting + " sessions wait";
  }

  /// To end one of them is of no use while the others go on.
  private String others(int pid, List<Knot> roots) {
    var others =
        found.sessions().all().stream()
            .filter(waiter -> waiter.blockedBy().contains(pid))
            .flatMap(waiter -> waiter.blockedBy().stream())
            .filter(other -> other != pid && roots.stream().anyMatch(root -> root.pid() == other))
            .distinct()
            .count();
    return others == 0
        ? ""
        : ", and for %d other %s".formatted(others, others == 1 ? "session" : "sessions");
  }

  /// A statement that waits for a lock, and that makes later ones wait which could run: without it
  /// they go on, and it has done nothing yet.
  private void firstInQueue(List<NextStep> steps) {
    var run = found.sessions().deedsRun().map(LiveSession::pid).orElse(-1);
    found.sessions().all().stream()
        .filter(session -> session.isWaiting() && session.isClient() && !session.isHidden())
        .filter(session -> session.pid() != run && found.sessions().waitingFor(session.pid()) > 0)
        .max(Comparator.comparingInt(session -> found.sessions().waitingFor(session.pid())))
        .ifPresent(session ->
            steps.add(
                new NextStep(
                    "cancel the statement of pid %d, which waits itself".formatted(session.pid()),
                    "%s for it, and what waits for nothing else goes on without it; ask %s first: its statement fails, and its transaction is rolled back"
                        .formatted(waiting(session.pid()), owner(session)),
                    List.of(commands.emergency("--cancel " + session.pid())))));
  }

  private String owner(LiveSession session) {
    var application = session.client().application();
    return whose
        .serviceOf(session.pid())
        .map(contact -> "service " + contact.words())
        .orElse(
            "role %s%s"
                .formatted(
                    session.client().role(),
                    application.isEmpty() ? "" : ", application " + application));
  }

  private NextStep prepared(PreparedTransaction one) {
    return new NextStep(
        "end the prepared transaction '%s'".formatted(one.gid()),
        "it belongs to %s and keeps its locks until its coordinator decides: ask it whether to commit or roll back"
            .formatted(one.owner()),
        List.of(commands.psql("ROLLBACK PREPARED '%s'".formatted(one.gid().replace("'", "''")))));
  }

  private void lockTimeout(List<NextStep> steps) {
    var run = found.sessions().deedsRun();
    if (run.isPresent()
        && (run.get().isWaiting() || found.sessions().waitingFor(run.get().pid()) > 0)) {
      steps.add(
          new NextStep(
              "make the next run give up sooner",
              "while it waits for a lock, all queries after it wait too; with a short lock_timeout it lets them pass and tries again",
              List.of("policies: {lock_timeout: 500ms}   # in the ownership file")));
    }
  }

  /// The last one that is in the database: a fix is written for it, or it is rolled back.
  private void forward(List<NextStep> steps) {
    lastApplied()
        .ifPresent(row ->
            steps.add(
                new NextStep(
                    "fix forward, if %s is the cause".formatted(row.name().words()),
                    "no row is lost, and the code that needs the new schema goes on",
                    List.of(commands.fix(row), "deed check", commands.on("apply", "")))));
  }

  private void back(List<NextStep> steps) {
    var applied = lastApplied();
    if (applied.isEmpty()) {
      return;
    }
    var row = applied.get();
    var irreversible = row.stored().irreversible();
    if (row.stored().hasNoDown()) {
      steps.add(
          new NextStep(
              "no way back from %s".formatted(row.name().words()),
              irreversible == null
                  ? "it was applied without a down"
                  : "it was declared irreversible: " + irreversible,
              List.of()));
      return;
    }
    var words = DownWords.of(row).words();
    var goal = "--to " + goal(row);
    steps.add(
        new NextStep(
            "roll back %s by the down that was stored with it".formatted(row.name().words()),
            words + "; code that needs the new schema breaks",
            List.of(commands.on("rollback", goal + " --dry-run"), commands.on("rollback", goal))));
  }

  /// None while a migration is half-way: that one comes first.
  private Optional<HistoryRow> lastApplied() {
    return last.stream().anyMatch(change -> isHalfWay(change.row()))
        ? Optional.empty()
        : last.stream()
            .map(LastChange::row)
            .filter(HistoryRow::isDone)
            .max(Comparator.comparingLong(row -> row.attempt().position()));
  }

  /// After a failure, deed refuses to count backwards: the version to keep is named.
  private String goal(HistoryRow undone) {
    var history = found.history();
    if (history == null
        || history.rows().stream().noneMatch(row -> row.state() == HistoryRow.State.FAILED)) {
      return "-1";
    }
    return history.rows().stream()
        .filter(HistoryRow::isDone)
        .map(HistoryRow::version)
        .filter(version -> version.compareTo(undone.version()) < 0)
        .max(Comparator.naturalOrder())
        .map(Version::text)
        .orElse("base");
  }
}
