package dev.deed.cli.render;

import static dev.deed.cli.render.SampleParts.AUTH;
import static dev.deed.cli.render.SampleParts.HOSTILE;
import static dev.deed.cli.render.SampleParts.HOSTILE_TABLE;
import static dev.deed.cli.render.SampleParts.TARGET;
import static dev.deed.cli.render.SampleParts.WEB;

import dev.deed.cli.report.Contact;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.EmergencyScreen;
import dev.deed.cli.report.Report;
import dev.deed.engine.ChangeoverEvidence;
import dev.deed.engine.ChangeoverPart;
import dev.deed.engine.ContractOrder;
import dev.deed.engine.Direction;
import dev.deed.engine.History;
import dev.deed.engine.JournalEntry;
import dev.deed.engine.LiveUse;
import dev.deed.engine.MigrationStatus;
import dev.deed.engine.Version;
import dev.deed.engine.changeover.Changeover;
import dev.deed.engine.changeover.ContractGate;
import dev.deed.engine.changeover.Hold;
import dev.deed.engine.look.Journal;
import dev.deed.engine.look.checkup.Checkup;
import dev.deed.engine.look.checkup.Diagnosis;
import dev.deed.engine.look.emergency.Emergency;
import dev.deed.engine.look.emergency.LeftIndex;
import dev.deed.engine.look.emergency.LiveSession;
import dev.deed.engine.look.emergency.PreparedTransaction;
import dev.deed.engine.look.emergency.ServerState;
import dev.deed.engine.look.emergency.ServerState.Slots;
import dev.deed.engine.look.emergency.SessionLock;
import dev.deed.engine.look.emergency.Sessions;
import dev.deed.engine.look.emergency.Unread;
import dev.deed.ownership.rights.Right;
import dev.deed.ownership.rights.Right.Privilege;
import dev.deed.ownership.rights.RightsGap;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// Reports of what a live server says.
final class ServerSamples {

  private ServerSamples() {}

  static LiveSession live(int pid, Integer... blockers) {
    return new LiveSession(
        pid,
        new LiveSession.Client(HOSTILE, HOSTILE, HOSTILE, "10.0.0.5", "client backend"),
        new LiveSession.Doing("active", "Lock: relation", "SELECT '" + HOSTILE + "'"),
        new LiveSession.Ages(
            "1 2", Duration.ofDays(2), Duration.ofSeconds(125), Duration.ofSeconds(3), null),
        List.of(blockers),
        new LiveSession.Progress(HOSTILE, HOSTILE, HOSTILE, 1, 4));
  }

  static Report emergencies() {
    var table = HOSTILE_TABLE.name();
    var locks =
        List.of(
            new SessionLock(4711, "", "relation", table, LockMode.ACCESS_EXCLUSIVE, true, true),
            new SessionLock(0, "7", "relation", table, LockMode.SHARE, true, false),
            new SessionLock(12, "", "relation", table, LockMode.SHARE, false, false));
    var prepared = new PreparedTransaction("7", HOSTILE, HOSTILE, HOSTILE, Duration.ofHours(3));
    var sessions = new Sessions(List.of(live(4711), live(12, 4711, 0)), locks, List.of(prepared));
    var server =
        new ServerState(
            15, HOSTILE, HOSTILE, true, false, true, new Slots(100, 3, 99), 1_600_000_000);
    var found =
        new Emergency(
            TARGET,
            server,
            sessions,
            List.of(new LeftIndex(table, table, false)),
            null,
            List.of(new Unread("the history", HOSTILE)),
            null);
    var contact = new Contact(HOSTILE, HOSTILE, "#billing");
    var screen =
        new EmergencyScreen(
            found,
            new EmergencyScreen.Whose(Map.of(table, contact), Map.of(12, contact)),
            new EmergencyScreen.Running(HOSTILE, 1, 2),
            List.of(),
            List.of(new EmergencyScreen.NextStep("wait", HOSTILE, List.of(HOSTILE))));
    var failed = Emergency.failed(TARGET, new SampleParts.Refused(HOSTILE));
    return new DatabaseReport.Emergencies(
        List.of(
            screen,
            new EmergencyScreen(
                failed, EmergencyScreen.Whose.UNKNOWN, null, List.of(), List.of())));
  }

  static Report examined() {
    var diagnoses =
        List.of(
            Diagnosis.ok("TLS", "TLSv1.3"),
            Diagnosis.warning("clock", HOSTILE, "set it by " + HOSTILE),
            Diagnosis.problem("history", "there is none", "make one"));
    return new DatabaseReport.Examined(
        List.of(
            new Checkup(TARGET, 15, diagnoses, null),
            new Checkup(TARGET, 15, List.of(Diagnosis.ok("TLS", "TLSv1.3")), null),
            new Checkup(TARGET, 0, List.of(), new SampleParts.Refused(HOSTILE))));
  }

  static Report granted() {
    var table = ObjectName.table(QualifiedName.of("public", "re\u001b[31md"));
    var missing = new TreeSet<Right>();
    missing.add(new Right(table, HOSTILE, Privilege.OWNER));
    var excess = new TreeSet<Right>();
    excess.add(new Right(table, Right.EVERYBODY, Privilege.SELECT));
    excess.add(new Right(table, Right.EVERYBODY, Privilege.DELETE));
    var gap = new RightsGap(missing, excess, new TreeSet<>());
    return new DatabaseReport.Granted(
        List.of(
            new DatabaseReport.DatabaseGrants(AUTH, null, gap, Set.of(HOSTILE), null),
            new DatabaseReport.DatabaseGrants(AUTH, TARGET, gap, Set.of(HOSTILE), null),
            new DatabaseReport.DatabaseGrants(
                AUTH,
                TARGET,
                RightsGap.of(new TreeSet<>()),
                Set.of(),
                new SampleParts.Refused(HOSTILE))),
        List.of(HOSTILE),
        true);
  }

  static Report changedOver() {
    var plan = RunSamples.planner();
    var migration = plan.status(AUTH, History.NONE).getFirst().migration();
    var part =
        new ChangeoverPart(
            HOSTILE,
            ChangeoverPart.Phase.CONTRACT,
            "rename-column",
            QualifiedName.of("public", HOSTILE),
            HOSTILE,
            null);
    var at = Instant.parse("2026-01-29T10:30:00Z");
    var backfill =
        new ChangeoverEvidence.BackfillState(
            new Version("7"),
            Direction.UP,
            1,
            HOSTILE,
            "running",
            new ChangeoverEvidence.Walk(10, 50, 100),
            HOSTILE,
            at);
    var step =
        new Changeover.Step(
            Objects.requireNonNull(migration),
            ChangeoverPart.Phase.EXPAND,
            MigrationStatus.State.APPLIED,
            at,
            List.of(backfill));
    var writer = new ChangeoverEvidence.OldWriter(HOSTILE, HOSTILE, HOSTILE, 3, at);
    List<Hold> holds =
        List.of(
            new Hold.NotApplied(new Version("7")),
            new Hold.Waits(at),
            new Hold.ClockBehind(new Version("7"), at),
            new Hold.NotLookedAt(),
            new Hold.NotProved(new Version("7")),
            new Hold.NotAcknowledged(List.of(WEB, new ServiceName("billing"))),
            new Hold.Written(List.of(writer)),
            new Hold.Read(List.of(new LiveUse.Reader(HOSTILE, HOSTILE, 4, at))),
            new Hold.Unwatched(List.of(HOSTILE)),
            new Hold.TableGone(QualifiedName.of("public", HOSTILE)),
            new Hold.ColumnGone(QualifiedName.of("public", HOSTILE), HOSTILE, HOSTILE),
            new Hold.HasDependants(List.of(HOSTILE)));
    var order = new ContractOrder(new Version("7"), Duration.ofHours(48));
    var gate = new ContractGate(migration, order, part, holds, List.of(HOSTILE));
    var word = new ChangeoverEvidence.Acknowledgement(HOSTILE, WEB, HOSTILE, HOSTILE, at);
    var evidence = new ChangeoverEvidence(List.of(word), List.of(writer), List.of(backfill));
    return new DatabaseReport.ChangedOver(
        List.of(
            new DatabaseReport.DatabaseChangeovers(
                TARGET,
                List.of(new Changeover(part, List.of(step), List.of(gate))),
                evidence,
                null),
            new DatabaseReport.DatabaseChangeovers(
                TARGET, List.of(), ChangeoverEvidence.NONE, new SampleParts.Refused(HOSTILE))),
        DatabaseReport.ChangedOver.View.STORY);
  }

  static Report journals() {
    var at = Instant.parse("2026-01-02T03:04:05Z");
    var entry =
        new JournalEntry(
            at, HOSTILE, HOSTILE, "10.0.0.7", "ALTER TABLE", "table", HOSTILE, HOSTILE);
    var silent = new JournalEntry(at, "a", "", null, "CREATE SERVER", "server", "far", "");
    return new DatabaseReport.Journals(
        List.of(
            new Journal(TARGET, true, List.of(entry, silent), null),
            new Journal(TARGET, true, List.of(), null),
            new Journal(TARGET, false, List.of(), null),
            new Journal(TARGET, false, List.of(), new SampleParts.Refused(HOSTILE))),
        DatabaseReport.Journals.Done.SHOWN);
  }
}
