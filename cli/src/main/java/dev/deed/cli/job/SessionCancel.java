package dev.deed.cli.job;

import dev.deed.cli.host.Person;
import dev.deed.cli.host.TypedLine;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.EmergencyScreen.Whose;
import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Report;
import dev.deed.engine.connect.Cancellation;
import dev.deed.engine.look.emergency.Emergency;
import dev.deed.engine.look.emergency.LiveSession;
import dev.deed.engine.look.emergency.SessionEnding;
import dev.deed.sql.UserException;
import java.time.Duration;

/// Cancels the statement of one session that a person names, after its owner was shown.
///
/// @param terminate ends the session, not only its statement
/// @param yes the person has answered already
/// @param reason for the history; empty for none
public record SessionCancel(
    EmergencyRun run, int pid, boolean terminate, boolean yes, String reason) {

  private static final Duration LOOK = Duration.ofMillis(100);

  public Report report() {
    var found = run.look();
    var session =
        found.sessions().find(pid).orElseThrow(() -> new NotCancelled(notThere(found), seeAll()));
    refuse(session);
    var whose = run.whose(found);
    var words = words(found, whose, session);
    ask(words);
    var stop = new Cancellation(Duration.ZERO);
    try (var _ = run.surroundings().signals().listen(stop::ask)) {
      var ended =
          new SessionEnding(run.only(), session, terminate, record(session))
              .send(() -> stop.pause(LOOK));
      return new DatabaseReport.SessionEnded(
          found.target(), session, EmergencyRun.words(found, whose, pid), terminate, ended);
    } finally {
      stop.close();
    }
  }

  /// What the history says; its own column says which role connected.
  private String record(LiveSession session) {
    var client = session.client();
    var person = Person.of(run.surroundings());
    return "pid %d of role %s (%s) in database %s, by %s%s: %s"
        .formatted(
            pid,
            client.role(),
            client.application().isEmpty() ? "without a name" : client.application(),
            client.database(),
            person.isEmpty() ? "an unknown person" : person,
            reason.isEmpty() ? "" : ", because " + reason,
            EmergencyRun.oneLine(session.statement()));
  }

  private String notThere(Emergency found) {
    return found.unread().stream().anyMatch(unread -> unread.what().equals("the sessions"))
        ? "the sessions could not be read, so pid %d is not known".formatted(pid)
        : "there is no session with pid %d".formatted(pid);
  }

  private static String seeAll() {
    return "deed emergency shows the sessions";
  }

  private void refuse(LiveSession session) {
    if (session.isHidden()) {
      throw new NotCancelled(
          "pid %d is a session of role %s, and this role may not see what it does"
              .formatted(pid, session.client().role()),
          "a superuser types: GRANT pg_read_all_stats TO this role; or connect as a role that may");
    }
    if (!session.isClient() && !session.isAutovacuum()) {
      throw new NotCancelled(
          "pid %d is a %s, a process of the server itself"
              .formatted(pid, PrintableText.line(session.client().kind())),
          seeAll());
    }
    if (terminate) {
      return;
    }
    if (session.isIdleInTransaction()) {
      throw new NotCancelled(
          "pid %d runs no statement: it is %s, and keeps its locks until its transaction ends"
              .formatted(pid, session.doing().state()),
          "end its session, which rolls back its transaction: add --terminate");
    }
    if (!session.isActive()) {
      throw new NotCancelled(
          "pid %d runs no statement: it is %s".formatted(pid, session.doing().state()), seeAll());
    }
  }

  private String words(Emergency found, Whose whose, LiveSession session) {
    var client = session.client();
    var below =
        found.sessions().all().stream().filter(other -> other.blockedBy().contains(pid)).count();
    var isRun = found.sessions().deedsRun().filter(own -> own.pid() == pid).isPresent();
    var lines =
        """
        pid %d in database %s: %s
          role %s, application %s, %s, %s for %s, %d waiting for it
          %s
        """
            .formatted(
                pid,
                client.database(),
                isRun ? "deed's own run" : EmergencyRun.words(found, whose, pid),
                client.role(),
                client.application().isEmpty() ? "without a name" : client.application(),
                client.address() == null ? "local" : "from " + client.address(),
                session.doing().state(),
                session.ages().state() == null
                    ? "an unknown time"
                    : session.ages().state().toSeconds() + " s",
                below,
                EmergencyRun.oneLine(session.statement()));
    return session.isAgainstWraparound()
        ? lines + "  PostgreSQL starts this vacuum again until it is done\n"
        : lines;
  }

  private void ask(String words) {
    var surroundings = run.surroundings();
    surroundings.err().print(PrintableText.of(words));
    if (yes) {
      surroundings.err().flush();
      return;
    }
    if (!surroundings.terminal()) {
      throw new NotCancelled(
          "nothing was cancelled: there is no terminal to confirm on", "pass --yes to confirm");
    }
    surroundings
        .err()
        .print(
            "Type %d to %s: "
                .formatted(pid, terminate ? "end this session" : "cancel its statement"));
    surroundings.err().flush();
    if (!TypedLine.read(surroundings.in()).equals(String.valueOf(pid))) {
      throw new NotCancelled("nothing was cancelled: the answer was not " + pid, seeAll());
    }
  }

  static final class NotCancelled extends UserException {

    private static final long serialVersionUID = 1L;

    NotCancelled(String message, String advice) {
      super(message, advice);
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }
}
