package dev.deed.cli.render;

import static java.util.stream.Collectors.joining;

import dev.deed.cli.report.Contact;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.EmergencyScreen;
import dev.deed.cli.report.EmergencyScreen.LastChange;
import dev.deed.cli.report.EmergencyScreen.NextStep;
import dev.deed.cli.report.PrintableText;
import dev.deed.engine.ChangeoverEvidence.BackfillState;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.look.emergency.LiveSession;
import dev.deed.engine.look.emergency.ServerState;
import dev.deed.engine.look.emergency.Sessions;
import dev.deed.engine.look.emergency.Sessions.Knot;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.LockMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The screen of `emergency` as text: what is read first comes first.
final class EmergencyText {

  private static final int MOST_IN_TREE = 40;
  private static final int MOST = 12;

  private final EmergencyScreen screen;
  private final Sessions sessions;
  private final SessionWords words;
  private final List<String> lines = new ArrayList<>();

  private EmergencyText(EmergencyScreen screen) {
    this.screen = screen;
    this.sessions = screen.found().sessions();
    var server = screen.found().server();
    this.words = new SessionWords(screen.whose(), server == null ? "" : server.database());
  }

  static String of(DatabaseReport.Emergencies report) {
    return report.databases().stream()
        .map(screen -> new EmergencyText(screen).text())
        .collect(joining("\n\n"));
  }

  static String of(DatabaseReport.SessionEnded report) {
    var what = report.terminated() ? "session" : "statement";
    var unrecorded = report.ended().unrecorded();
    return ending(report, what)
        + (unrecorded.isEmpty()
            ? "\n  recorded in the history: deed history --verbose shows it"
            : "\n  not recorded in the history: " + unrecorded);
  }

  private static String ending(DatabaseReport.SessionEnded report, String what) {
    return report.ended().isOver()
        ? "%s: the %s of pid %d has ended"
            .formatted(report.target().words(), what, report.session().pid())
        : "%s: PostgreSQL was asked to end the %s of pid %d, which still goes on: look again in a moment"
            .formatted(report.target().words(), what, report.session().pid());
  }

  private String text() {
    var found = screen.found();
    if (found.failure() != null) {
      return found.target().words() + ": no connection";
    }
    head();
    run();
    blocked();
    running();
    idle();
    prepared();
    leftIndexes();
    changes();
    unread();
    steps();
    return String.join("\n", lines);
  }

  private void head() {
    var target = screen.found().target().words();
    var server = screen.found().server();
    lines.add(target + (server == null ? "" : ": " + server(server)));
    if (server == null) {
      return;
    }
    if (server.standby()) {
      lines.add("  this is a standby");
    }
    if (server.pooled()) {
      lines.add(
          "  read through a connection pool: clients that wait in the pool are not shown (ask it: SHOW CLIENTS)");
    }
    if (!server.readsAll()) {
      lines.add(
          "  role %s does not see what other roles do; a superuser types: GRANT pg_read_all_stats TO %s"
              .formatted(
                  PrintableText.line(server.role()),
                  QualifiedName.of(PrintableText.line(server.role())).quoted()));
    }
    if (server.isNearWraparound()) {
      lines.add(
          "  %d million of about 2,000 million transaction numbers are used: let vacuums to prevent wraparound finish"
              .formatted(server.oldest() / 1_000_000));
    }
  }

  private static String server(ServerState server) {
    var slots = server.slots();
    return "PostgreSQL %d, %d of %d connections in use, %d free (%d are reserved for superusers)"
        .formatted(server.postgres(), slots.used(), slots.max(), slots.free(), slots.reserved());
  }

  private void run() {
    var run = sessions.deedsRun();
    if (run.isEmpty()) {
      lines.add(
          screen.found().knowsSessions()
              ? "no run of deed is active"
              : "whether a run of deed is active, and who waits, is not known");
      return;
    }
    lines.add("deed's run: " + words.of(run.get()));
    var running = screen.running();
    if (running != null) {
      lines.add(
          "    %s, statement %d of %d"
              .formatted(
                  PrintableText.line(running.migration()), running.statement(), running.of()));
    }
    lines.add("    " + words.query(run.get()));
    progress(run.get(), "    ");
    lines.addAll(done().stream().map(done -> "    " + done).toList());
  }

  /// How much of what is under way is done.
  private List<String> done() {
    var history = screen.found().history();
    if (history == null) {
      return List.of();
    }
    var statements =
        screen.last().stream()
            .map(LastChange::row)
            .filter(row ->
                row.state() == HistoryRow.State.STARTED
                    || row.state() == HistoryRow.State.REVERTING)
            .map(row ->
                "%s: %d of %d statements done"
                    .formatted(
                        row.name().words(), row.progress().done(), row.progress().statements()));
    return Stream.concat(
            statements, history.changeovers().underWay().stream().map(EmergencyText::backfill))
        .toList();
  }

  private static String backfill(BackfillState state) {
    var share = state.estimate() > 0 ? " of about %,d".formatted(state.estimate()) : "";
    return "backfill of %s (%s, statement %d): %s, %s%s rows passed%s"
        .formatted(
            PrintableText.line(state.table()),
            state.version(),
            state.statement(),
            state.state(),
            "%,d".formatted(state.passed()),
            share,
            state.note() == null ? "" : "; " + PrintableText.line(state.note()));
  }

  private void progress(LiveSession session, String indent) {
    var progress = session.progress();
    if (progress != null) {
      lines.add(indent + SessionWords.progress(progress));
    }
  }

  private void blocked() {
    var roots = sessions.blockers();
    if (roots.isEmpty()) {
      if (screen.found().knowsSessions()) {
        lines.add("no session waits for another one");
      }
      return;
    }
    var waiting = roots.stream().mapToInt(Knot::count).sum();
    lines.add(
        "%d %s, each below what it waits for:"
            .formatted(waiting, waiting == 1 ? "session waits" : "sessions wait"));
    var shown = new int[] {0};
    roots.forEach(root -> knot(root, "  ", shown));
    if (shown[0] > MOST_IN_TREE) {
      lines.add("  and %d more sessions".formatted(shown[0] - MOST_IN_TREE));
    }
  }

  private void knot(Knot knot, String indent, int[] shown) {
    shown[0]++;
    if (shown[0] <= MOST_IN_TREE) {
      node(knot, indent);
    }
    knot.waiting().forEach(below -> knot(below, indent + "  ", shown));
  }

  private void node(Knot knot, String indent) {
    if (knot.pid() == 0) {
      var named =
          sessions.preparedWithLocks().stream()
              .map(one ->
                  "'%s' of %s"
                      .formatted(PrintableText.line(one.gid()), PrintableText.line(one.owner())))
              .collect(joining(", "));
      lines.add(indent + "prepared transaction" + (named.isEmpty() ? "" : " " + named));
      lines.add(indent + "    holds " + tables(sessions.tables(0, true)));
      return;
    }
    var session = sessions.find(knot.pid());
    if (session.isEmpty()) {
      lines.add(indent + "pid %d, which has ended meanwhile".formatted(knot.pid()));
      return;
    }
    var isRun = sessions.deedsRun().filter(session.get()::equals).isPresent();
    lines.add(indent + (isRun ? "deed's run, " : "") + words.of(session.get()));
    var awaited = sessions.tables(knot.pid(), false);
    if (!awaited.isEmpty()) {
      lines.add(indent + "    waits for " + tables(awaited));
    } else if (session.get().isWaiting()) {
      lines.add(indent + "    waits for the end of a transaction");
    }
    var held = sessions.tables(knot.pid(), true);
    if (!held.isEmpty() && !knot.waiting().isEmpty()) {
      lines.add(indent + "    holds " + tables(held));
    }
    if (!knot.also().isEmpty() && session.get().isWaiting()) {
      lines.add(
          indent
              + "    waits for "
              + knot.also().stream()
                  .limit(MOST)
                  .map(pid -> pid == 0 ? "a prepared transaction" : "pid " + pid)
                  .collect(joining(", "))
              + " too");
    }
    lines.add(indent + "    " + words.query(session.get()));
    progress(session.get(), indent + "    ");
  }

  private String tables(Map<QualifiedName, LockMode> modes) {
    var strongestFirst =
        modes.entrySet().stream()
            .sorted(Map.Entry.<QualifiedName, LockMode>comparingByValue().reversed())
            .filter(entry -> !"pg_catalog".equals(entry.getKey().schema()) || modes.size() == 1)
            .limit(4)
            .map(entry ->
                "%s on %s%s"
                    .formatted(
                        entry.getValue().words(),
                        PrintableText.line(entry.getKey().dotted()),
                        owner(entry.getKey())))
            .toList();
    var more = modes.size() - strongestFirst.size();
    return strongestFirst.isEmpty()
        ? "no lock on a table"
        : String.join(", ", strongestFirst) + (more > 0 ? " and %d more".formatted(more) : "");
  }

  private String owner(QualifiedName table) {
    return screen
        .whose()
        .ownerOf(table)
        .map(Contact::words)
        .map(" (owner: %s)"::formatted)
        .orElse("");
  }

  /// What is not in the tree already.
  private void running() {
    var active =
        sessions.all().stream()
            .filter(session -> session.isActive() || session.isAutovacuum())
            .filter(session -> session.isClient() || session.isAutovacuum())
            .filter(session -> !isInTree(session) && !isRun(session))
            .toList();
    list("running, the oldest transaction first:", active);
  }

  private void idle() {
    var idle =
        sessions.all().stream()
            .filter(LiveSession::isIdleInTransaction)
            .filter(session -> !isInTree(session) && !isRun(session))
            .toList();
    list("idle in a transaction, which keeps its locks:", idle);
  }

  private void list(String title, List<LiveSession> found) {
    if (found.isEmpty()) {
      return;
    }
    lines.add(title);
    for (var session : found.subList(0, Math.min(MOST, found.size()))) {
      lines.add("  " + words.of(session));
      lines.add("      " + words.query(session));
      progress(session, "      ");
    }
    if (found.size() > MOST) {
      lines.add("  and %d more".formatted(found.size() - MOST));
    }
  }

  private boolean isInTree(LiveSession session) {
    return session.isWaiting()
        || sessions.all().stream().anyMatch(other -> other.blockedBy().contains(session.pid()));
  }

  private boolean isRun(LiveSession session) {
    return sessions.deedsRun().filter(session::equals).isPresent();
  }

  private void prepared() {
    for (var one : sessions.prepared()) {
      lines.add(
          "prepared transaction '%s' of %s in database %s, for %s: it keeps its locks"
              .formatted(
                  PrintableText.line(one.gid()),
                  PrintableText.line(one.owner()),
                  PrintableText.line(one.database()),
                  SessionWords.age(one.age())));
    }
  }

  private void leftIndexes() {
    for (var left : screen.found().leftIndexes()) {
      lines.add(
          "invalid index %s on %s%s"
              .formatted(
                  PrintableText.line(left.index().dotted()),
                  PrintableText.line(left.table().dotted()),
                  owner(left.table())));
    }
  }

  private void changes() {
    var history = screen.found().history();
    if (history != null && screen.last().isEmpty()) {
      lines.add("no migration was ever applied here by deed");
    }
    if (!screen.last().isEmpty()) {
      lines.add("last migrations, the newest first:");
    }
    for (var change : screen.last()) {
      var row = change.row();
      lines.add(
          "  %s: %s at %s by %s"
              .formatted(
                  row.name().words(),
                  row.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                  RunText.minute(row.attempt().at()),
                  PrintableText.line(row.attempt().who())));
      var error = row.attempt().error();
      if (error != null) {
        lines.add("      error: " + SessionWords.query(error));
      }
      change.statements().forEach(sql -> lines.add("      " + PrintableText.line(sql)));
    }
  }

  private void unread() {
    for (var unread : screen.found().unread()) {
      lines.add("not read: %s: %s".formatted(unread.what(), PrintableText.line(unread.why())));
    }
  }

  private void steps() {
    if (screen.steps().isEmpty()) {
      return;
    }
    lines.add("what to do, the least risky first:");
    var number = 0;
    for (NextStep step : screen.steps()) {
      number++;
      // Names of roles and applications are in them: none may look like a line of deed's.
      lines.add("  " + PrintableText.line("%d. %s: %s".formatted(number, step.what(), step.why())));
      step.commands().forEach(command -> lines.add("       " + PrintableText.line(command)));
    }
  }
}
