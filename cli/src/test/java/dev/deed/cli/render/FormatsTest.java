package dev.deed.cli.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.cli.report.Box;
import dev.deed.cli.report.Contact;
import dev.deed.cli.report.DatabaseHistory;
import dev.deed.cli.report.DatabaseHistory.Remembered;
import dev.deed.cli.report.DatabasePlan;
import dev.deed.cli.report.DatabasePlan.Awaited;
import dev.deed.cli.report.DatabasePlan.Lock;
import dev.deed.cli.report.DatabasePlan.Met;
import dev.deed.cli.report.DatabasePlan.PlannedMove;
import dev.deed.cli.report.DatabasePlan.PlannedStatement;
import dev.deed.cli.report.DatabasePlan.Use;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.DatabaseReport.DatabaseAdoption;
import dev.deed.cli.report.EmergencyScreen;
import dev.deed.cli.report.EvidenceReport;
import dev.deed.cli.report.FindingReport;
import dev.deed.cli.report.OwnerReport;
import dev.deed.cli.report.PlanScript;
import dev.deed.cli.report.RehearsedMigration;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.RestoredDatabase;
import dev.deed.cli.report.RuleReport;
import dev.deed.cli.report.SavedDatabase;
import dev.deed.cli.report.Sources;
import dev.deed.drift.Cause;
import dev.deed.drift.Closing;
import dev.deed.drift.Closing.Held;
import dev.deed.drift.DriftCheck;
import dev.deed.drift.DriftReport.NotCompared;
import dev.deed.drift.DriftReport.Silence;
import dev.deed.drift.DumpText;
import dev.deed.drift.Reconciliation;
import dev.deed.drift.Side;
import dev.deed.engine.Adoption;
import dev.deed.engine.ChangeoverEvidence;
import dev.deed.engine.ChangeoverPart;
import dev.deed.engine.Checksum;
import dev.deed.engine.ContractOrder;
import dev.deed.engine.Direction;
import dev.deed.engine.Goal;
import dev.deed.engine.History;
import dev.deed.engine.HistoryEvent;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.JournalEntry;
import dev.deed.engine.LiveUse;
import dev.deed.engine.MigrationName;
import dev.deed.engine.MigrationStatus;
import dev.deed.engine.PlanPreview;
import dev.deed.engine.Planner;
import dev.deed.engine.Requirement;
import dev.deed.engine.ToolHistory;
import dev.deed.engine.Version;
import dev.deed.engine.Wish;
import dev.deed.engine.catalog.CatalogChange;
import dev.deed.engine.catalog.HeldLock;
import dev.deed.engine.changeover.Changeover;
import dev.deed.engine.changeover.ContractGate;
import dev.deed.engine.changeover.Hold;
import dev.deed.engine.connect.Target;
import dev.deed.engine.evidence.Evidence;
import dev.deed.engine.file.Layout;
import dev.deed.engine.file.MigrationFolder;
import dev.deed.engine.look.Journal;
import dev.deed.engine.look.checkup.Checkup;
import dev.deed.engine.look.checkup.Diagnosis;
import dev.deed.engine.look.emergency.Emergency;
import dev.deed.engine.look.emergency.LeftIndex;
import dev.deed.engine.look.emergency.LiveSession;
import dev.deed.engine.look.emergency.PreparedTransaction;
import dev.deed.engine.look.emergency.ServerState;
import dev.deed.engine.look.emergency.ServerState.Slots;
import dev.deed.engine.look.emergency.SessionEnding;
import dev.deed.engine.look.emergency.SessionLock;
import dev.deed.engine.look.emergency.Sessions;
import dev.deed.engine.look.emergency.Unread;
import dev.deed.engine.rehearsal.Load;
import dev.deed.engine.rehearsal.Sighting;
import dev.deed.engine.run.DatabaseRun;
import dev.deed.engine.run.ManualRunEffects;
import dev.deed.engine.run.ManualRunEffects.Answer;
import dev.deed.engine.run.ManualRunEffects.StatementResult;
import dev.deed.engine.run.ManualRunResult;
import dev.deed.ownership.Claim;
import dev.deed.ownership.Owner;
import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.Service;
import dev.deed.ownership.check.ObjectOwner;
import dev.deed.ownership.file.OwnershipFile;
import dev.deed.ownership.rights.Right;
import dev.deed.ownership.rights.Right.Privilege;
import dev.deed.ownership.rights.RightsGap;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.Finding;
import dev.deed.sql.Finding.Subject;
import dev.deed.sql.Hazard;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.RuleName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import dev.deed.sql.Tool;
import dev.deed.sql.UserException;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.golden.Golden;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.Dependant;
import dev.deed.sql.replay.SchemaReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One sample of each report in each format: `reports/<report>.<format>`. Their names contain
/// characters that would control a terminal if they were not replaced.
class FormatsTest {

  private static final String HOSTILE = "red\u001b[31m \uD83D\uDE00\n\u202E\"x";
  private static final SourceFile FILE = new SourceFile("a\u001b.sql");
  private static final DatabaseName AUTH = new DatabaseName("auth");
  private static final Target TARGET = new Target(new EnvironmentName("staging"), AUTH);
  private static final ServiceName WEB = new ServiceName("web");
  private static final ObjectName HOSTILE_TABLE = ObjectName.table(QualifiedName.of("a", HOSTILE));
  private static final String TEXT = "CREATE TABLE \"re\u001b[31md\" (a int);\nDO 'x';";

  private static final OwnershipMap OWNERSHIP =
      OwnershipFile.of(
              FILE,
              """
              version: 1
              databases: {auth: }
              services: {web: {owns: {auth: ["*"]}, uses: {auth: [{table: a, access: reads}]}}}
              """
                  .getBytes(UTF_8))
          .map();

  private static final List<Report> SAMPLES =
      List.of(
          new Report.Version("1.2.3", "0123456789ab", "native", "25.0.1"),
          new FindingReport.Unreadable(findings(), sources()),
          new FindingReport.Checked(
              3, 1, List.of(FILE, new SourceFile("b.sql")), findings(), sources()),
          new FindingReport.Refused(
              new FindingReport.Checked(2, 0, List.of(FILE), findings(), sources()),
              "pending",
              List.of(new Report.Failure("staging", new Refused(HOSTILE)))),
          new Report.Failed(new Refused(HOSTILE)),
          ran(),
          planned(),
          scripts(),
          histories(),
          status(),
          adopted(),
          verified(),
          recorded(),
          executed(),
          examined(),
          emergencies(),
          new DatabaseReport.SessionEnded(
              TARGET, live(4711), HOSTILE, true, new SessionEnding.Ended(false, HOSTILE)),
          granted(),
          changedOver(),
          journals(),
          drifted(),
          effects(),
          new FindingReport.Linted(List.of(FILE), findings(), sources()),
          owners(),
          ownerOf(),
          new RuleReport.RuleList(List.of(rule())),
          new RuleReport.Explained(rule()),
          new Report.FilesChecked(
              List.of(
                  new Report.CheckedFile(HOSTILE, true, 2, HOSTILE, null, "deed owners"),
                  new Report.CheckedFile("a.md", true, 0, null, null, "deed owners"))),
          new Report.Written(List.of(FILE)),
          new Report.Expanded(
              "rename_users_name",
              List.of(new Report.StoryText(FILE, HOSTILE)),
              List.of(HOSTILE),
              false),
          new Report.Generated(
              List.of(new Report.StoryText(FILE, HOSTILE)), List.of(HOSTILE), false, false),
          rehearsed(),
          new Report.Branched(
              List.of(
                  new Report.BranchCopy("x", HOSTILE, "2026-02-03T04:05:06Z", 8_000_000),
                  new Report.BranchCopy("y", "br-1", "", 0)),
              List.of(HOSTILE)),
          new EvidenceReport.Kept(List.of(evidence()), HOSTILE),
          checklists(),
          new Report.SetUp(
              List.of(new Report.StoryText(FILE, HOSTILE)),
              List.of("found: " + HOSTILE),
              2,
              List.of("deed check"),
              true),
          new Report.Page(HOSTILE),
          new DatabaseReport.BackedUp(
              List.of(
                  new SavedDatabase(
                      TARGET,
                      new SavedDatabase.State(
                          HOSTILE,
                          5 << 20,
                          2,
                          1234,
                          java.time.Instant.parse("2026-01-29T12:00:00Z"),
                          "0/16B3748"),
                      null,
                      List.of(HOSTILE),
                      null),
                  new SavedDatabase(
                      TARGET,
                      new SavedDatabase.State(
                          HOSTILE, 1, 1, 1, java.time.Instant.parse("2026-01-29T12:00:00Z"), ""),
                      HOSTILE,
                      List.of(),
                      new Refused(HOSTILE)))),
          new DatabaseReport.Restored(
              new RestoredDatabase(
                  TARGET,
                  List.of(HOSTILE),
                  HOSTILE,
                  HOSTILE,
                  3,
                  1,
                  List.of(HOSTILE),
                  List.of(HOSTILE))),
          new Report.Squashed(
              List.of(new Report.StoryText(FILE, HOSTILE)),
              List.of(FILE),
              List.of(HOSTILE),
              false));

  private static final Set<Class<?>> PRINTED =
      Set.of(Report.Lines.class, Report.Told.class, Report.Watched.class);

  @ParameterizedTest
  @EnumSource
  void writes_every_report(Format format) {
    for (var sample : SAMPLES) {
      var name = sample.getClass().getSimpleName() + "." + format;
      format
          .render(sample)
          .ifPresent(text -> Golden.check(Golden.fixture("reports/" + name), text));
    }
  }

  /// Reports that are printed line by line do not have a format.
  @Test
  void has_a_sample_of_every_report() {
    assertThat(Report.class.getPermittedSubclasses())
        .filteredOn(report -> !PRINTED.contains(report))
        .allMatch(report -> SAMPLES.stream().anyMatch(report::isInstance));
  }

  @ParameterizedTest
  @EnumSource
  void lets_no_control_character_through(Format format) {
    for (var sample : SAMPLES) {
      assertThat(format.render(sample).orElse("")).doesNotContain("\u001b");
    }
  }

  private static List<Finding> findings() {
    return List.of(
        new Finding(
            new RuleName("not-owner"),
            Severity.ERROR,
            FILE,
            new Span(13, 18, 1, 14),
            "web changes " + HOSTILE,
            "ask " + HOSTILE,
            List.of(
                new Subject("table " + HOSTILE, "billing", HOSTILE, "#billing"),
                new Subject(
                    "table b",
                    "billing",
                    HOSTILE,
                    "#billing",
                    List.of(new Finding.Consumer("api", "writes", HOSTILE, "#api"))))),
        new Finding(
            new RuleName("file-name"),
            Severity.WARNING,
            FILE,
            Span.NONE,
            "the name marks a draft",
            "",
            List.of()));
  }

  private static Report rehearsed() {
    var lock =
        new RehearsedMigration.OwnedLock(
            new Sighting.Lock(HOSTILE_TABLE, LockMode.ACCESS_EXCLUSIVE, Duration.ofMillis(12)),
            OWNERSHIP.serviceNamed(WEB).orElse(null),
            LockMode.SHARE);
    var weak =
        new RehearsedMigration.OwnedLock(
            new Sighting.Lock(HOSTILE_TABLE, LockMode.ROW_EXCLUSIVE, Duration.ofNanos(1)),
            null,
            null);
    var work =
        List.of(
            new Sighting.Work(HOSTILE_TABLE, Sighting.Work.Kind.REWRITTEN, 16_384),
            new Sighting.Work(HOSTILE_TABLE, Sighting.Work.Kind.SCANNED, 5_000_000_000L));
    var statement = new Sighting.Statement(0, 3, "ALTER USER a PASSWORD 's3cret'", Duration.ZERO);
    var load =
        new Load.Waits(12, Duration.ofMillis(90), Duration.ofMillis(2), Duration.ofSeconds(11), 1);
    var seen =
        new RehearsedMigration.Seen(
            new Sighting(List.of(statement), List.of(lock.lock()), work, 16_384),
            List.of(weak, lock),
            load);
    var legs =
        new RehearsedMigration.Legs(
            RehearsedMigration.Leg.of(RehearsedMigration.Result.DONE, Duration.ofMillis(42)),
            new RehearsedMigration.Leg(
                RehearsedMigration.Result.DIFFERENT,
                Duration.ofSeconds(75),
                "",
                DriftCheck.between(
                    AUTH,
                    Side.ofDatabase("expected", FILE, DumpText.of("CREATE TABLE a (b int);")),
                    Side.ofDatabase("found", FILE, DumpText.of(TEXT)),
                    _ -> Optional.<Service>empty())),
            RehearsedMigration.Leg.untried(RehearsedMigration.Result.FAILED, HOSTILE));
    var untried = RehearsedMigration.Leg.untried(RehearsedMigration.Result.NOT_TRIED, HOSTILE);
    var name = new MigrationName(AUTH, WEB, new Version("1"), HOSTILE);
    var checksum = Checksum.of("SELECT 1");
    return new Report.Rehearsed(
        List.of(HOSTILE),
        List.of(HOSTILE),
        List.of(
            new RehearsedMigration(
                name, FILE, checksum, legs, seen, RehearsedMigration.Seen.NOTHING, findings()),
            new RehearsedMigration(
                name,
                FILE,
                checksum,
                new RehearsedMigration.Legs(untried, untried, untried),
                RehearsedMigration.Seen.NOTHING,
                RehearsedMigration.Seen.NOTHING,
                List.of())),
        List.of(new Report.Failure(HOSTILE, new Refused(HOSTILE))),
        HOSTILE,
        Severity.ERROR,
        sources());
  }

  private static Evidence evidence() {
    return new Evidence(
        Evidence.Kind.ACKNOWLEDGED,
        new Evidence.Subject(
            AUTH, new Version("1"), Checksum.of("SELECT 1"), Checksum.of("SELECT 2")),
        new Evidence.Place(new EnvironmentName("production"), "", HOSTILE),
        Evidence.Outcome.PASSED,
        new Evidence.Word(HOSTILE, HOSTILE, Instant.EPOCH, Instant.EPOCH),
        Map.of("box", "told", "note", HOSTILE));
  }

  private static EvidenceReport checklists() {
    var answers =
        Arrays.stream(EvidenceReport.State.values())
            .map(state ->
                new EvidenceReport.Answer(
                    Box.values()[state.ordinal()], state, state.ordinal() < 2, HOSTILE, HOSTILE))
            .toList();
    return new EvidenceReport.Checklists(
        new EnvironmentName("production"),
        List.of(
            new EvidenceReport.MigrationBoxes(
                new MigrationName(AUTH, WEB, new Version("1"), HOSTILE), FILE, answers)),
        List.of(new Report.Failure(HOSTILE, new Refused(HOSTILE))));
  }

  private static Sources sources() {
    return new Sources(Map.of(FILE, TEXT));
  }

  private static Planner planner() {
    var base = Golden.fixture("transcripts/refused");
    var folders = Map.of(AUTH, base.resolve("migrations/auth"));
    var services = Set.of(WEB, new ServiceName("billing"));
    return new Planner(MigrationFolder.read(new Layout(base, folders, services)));
  }

  private static Report ran() {
    var plan = planner().apply(AUTH, History.NONE, new Wish(Goal.HEAD, null, false));
    var done = new DatabaseRun.Done(plan.moves().getFirst(), Duration.ofMillis(42));
    var failure = new Refused(HOSTILE);
    return new DatabaseReport.Ran(
        List.of(
            new DatabaseRun(TARGET, plan, List.of(done), 1, failure, Duration.ofMillis(1234)),
            new DatabaseRun(TARGET, null, List.of(), 0, null, Duration.ofSeconds(75))));
  }

  private static Report planned() {
    var plan = planner().apply(AUTH, History.NONE, Wish.ALL);
    var reader = new SchemaReader(List.of("public"));
    var foreseen =
        PlanPreview.of(plan, History.NONE, reader, (script, _) -> reader.read(script)).getFirst();
    var locks =
        List.of(
            new Lock(HOSTILE_TABLE, LockMode.ACCESS_EXCLUSIVE, WEB, List.of(), true),
            new Lock(
                HOSTILE_TABLE,
                LockMode.SHARE,
                new ServiceName("billing"),
                List.of(new Use(new ServiceName("api"), Access.WRITES)),
                false));
    var statements =
        foreseen.statements().stream()
            .map(resolved -> new PlannedStatement(resolved, 1, true, locks, findings()))
            .toList();
    var requirement = new Requirement(new DatabaseName("main"), new Version("7"));
    var moves =
        Stream.of(Met.values())
            .map(met ->
                new PlannedMove(
                    foreseen.move(), List.of(new Awaited(requirement, met)), statements))
            .toList();
    return new DatabaseReport.Planned(
        List.of(
            new DatabasePlan(AUTH, TARGET, 3, moves, List.of(HOSTILE), null),
            new DatabasePlan(AUTH, null, 0, List.of(), List.of(), null),
            new DatabasePlan(AUTH, TARGET, 0, List.of(), List.of(), new Refused(HOSTILE))));
  }

  private static Report scripts() {
    var file = new SourceFile("out/re\u001b[31md.sql");
    return new DatabaseReport.Scripts(
        List.of(
            new PlanScript(TARGET, AUTH, 2, "SELECT '\ud83d\ude00';\n", null, null),
            new PlanScript(TARGET, AUTH, 1, "SELECT 1;\n", file, null),
            new PlanScript(TARGET, AUTH, 0, "", null, new Refused(HOSTILE))));
  }

  private static Report histories() {
    var history = planner().assumed(AUTH, Goal.HEAD);
    var first = history.rows().getFirst();
    var failed =
        new HistoryRow(
            first.name(),
            FILE,
            HistoryRow.State.FAILED,
            first.stored(),
            new HistoryRow.Progress(List.of(Checksum.of("SELECT 1")), 3, true),
            new HistoryRow.Attempt(7, true, HOSTILE, Instant.EPOCH, Duration.ofMillis(5), HOSTILE));
    var event =
        new HistoryEvent(
            "1",
            Instant.EPOCH,
            "failed",
            HOSTILE,
            "::1",
            Checksum.of("SELECT 1"),
            Duration.ofSeconds(75),
            HOSTILE);
    var versions =
        List.of(new Remembered(first, List.of()), new Remembered(failed, List.of(event)));
    return new DatabaseReport.Histories(
        List.of(
            new DatabaseHistory(TARGET, versions, tools(), List.of(HOSTILE), null),
            new DatabaseHistory(TARGET, List.of(), List.of(), List.of(), null),
            new DatabaseHistory(TARGET, List.of(), List.of(), List.of(), new Refused(HOSTILE))),
        true);
  }

  private static List<ToolHistory> tools() {
    var row = new ToolHistory.Row(HOSTILE, ToolHistory.Outcome.ALL_UP_TO, Instant.EPOCH, "");
    return List.of(
        new ToolHistory(Tool.FLYWAY, HOSTILE, List.of(row), null),
        new ToolHistory(Tool.KNEX, "public.knex_migrations", List.of(), HOSTILE));
  }

  private static Report adopted() {
    var plan = planner().stamp(AUTH, History.NONE, new Wish(Goal.HEAD, null, true));
    var carried = plan.moves().stream().map(move -> new Adoption.Carried(move, HOSTILE)).toList();
    var objection = new Adoption.Objection(HOSTILE, HOSTILE);
    var tools = List.of(new Adoption.From(Tool.FLYWAY, "Flyway"));
    var notices = List.of(HOSTILE);
    return new DatabaseReport.Adopted(
        List.of(
            new DatabaseAdoption(
                TARGET,
                new Adoption(AUTH, tools, carried, List.of(), notices),
                "a".repeat(64),
                "a".repeat(64),
                null),
            new DatabaseAdoption(
                TARGET,
                new Adoption(AUTH, tools, List.of(), List.of(objection), List.of()),
                "",
                "",
                null),
            new DatabaseAdoption(
                TARGET,
                new Adoption(AUTH, List.of(), List.of(), List.of(), List.of()),
                "",
                "",
                null),
            DatabaseAdoption.failed(TARGET, new Refused(HOSTILE))),
        false);
  }

  private static Report status() {
    var standings = planner().status(AUTH, History.NONE);
    return new DatabaseReport.Status(
        List.of(
            new DatabaseReport.DatabaseStatus(TARGET, standings, List.of(HOSTILE), List.of(), null),
            new DatabaseReport.DatabaseStatus(
                TARGET, List.of(), List.of(), List.of(), new Refused(HOSTILE))));
  }

  private static Report verified() {
    return new DatabaseReport.Verified(
        List.of(
            new DatabaseReport.DatabaseVerification(
                TARGET,
                new DatabaseReport.Looked(2, 1, 7, 30),
                findings(),
                List.of("table " + HOSTILE),
                List.of(HOSTILE),
                null),
            new DatabaseReport.DatabaseVerification(
                TARGET,
                new DatabaseReport.Looked(1, 0, 1, 4),
                List.of(),
                List.of(),
                List.of(),
                null),
            DatabaseReport.DatabaseVerification.failed(TARGET, new Refused(HOSTILE))),
        sources());
  }

  private static Report recorded() {
    var name = new MigrationName(AUTH, new ServiceName("web"), new Version("1"), HOSTILE);
    return new Report.Recorded(TARGET, name, findings(), sources());
  }

  private static Report executed() {
    var name = new MigrationName(AUTH, new ServiceName("web"), new Version("1"), HOSTILE);
    var table = ObjectName.table(QualifiedName.of("public", "re\u001b[31md"));
    var script = ScriptReader.read(FILE, "SELECT 1; UPDATE a SET b = 2; ALTER TABLE a ADD b int");
    var statements =
        List.of(
            new StatementResult(
                script.statements().get(0),
                30,
                new Answer(List.of(HOSTILE), List.of(List.of("1"), List.of(HOSTILE)))),
            new StatementResult(script.statements().get(1), 1, new Answer(List.of(), List.of())),
            new StatementResult(script.statements().get(2), -1, new Answer(List.of(), List.of())));
    var changes =
        List.of(
            new CatalogChange(CatalogChange.Kind.CREATED, "column " + HOSTILE, "", "integer"),
            new CatalogChange(CatalogChange.Kind.CHANGED, "column b", "text", "integer"),
            new CatalogChange(CatalogChange.Kind.RENAMED, "table c", "table d", ""),
            new CatalogChange(CatalogChange.Kind.REWRITTEN, "table c", "", ""),
            new CatalogChange(CatalogChange.Kind.DROPPED, "table e", "", ""));
    var locks = List.of(new HeldLock(table, LockMode.ACCESS_EXCLUSIVE));
    var effects = new ManualRunEffects(statements, changes, locks);
    var result = new ManualRunResult(TARGET, name, effects, true, "as answered");
    return new Report.Executed(TARGET, result, findings(), sources(), false);
  }

  private static LiveSession live(int pid, Integer... blockers) {
    return new LiveSession(
        pid,
        new LiveSession.Client(HOSTILE, HOSTILE, HOSTILE, "10.0.0.5", "client backend"),
        new LiveSession.Doing("active", "Lock: relation", "SELECT '" + HOSTILE + "'"),
        new LiveSession.Ages(
            "1 2", Duration.ofDays(2), Duration.ofSeconds(125), Duration.ofSeconds(3), null),
        List.of(blockers),
        new LiveSession.Progress(HOSTILE, HOSTILE, HOSTILE, 1, 4));
  }

  private static Report emergencies() {
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
    var failed = Emergency.failed(TARGET, new Refused(HOSTILE));
    return new DatabaseReport.Emergencies(
        List.of(
            screen,
            new EmergencyScreen(
                failed, EmergencyScreen.Whose.UNKNOWN, null, List.of(), List.of())));
  }

  private static Report examined() {
    var diagnoses =
        List.of(
            Diagnosis.ok("TLS", "TLSv1.3"),
            Diagnosis.warning("clock", HOSTILE, "set it by " + HOSTILE),
            Diagnosis.problem("history", "there is none", "make one"));
    return new DatabaseReport.Examined(
        List.of(
            new Checkup(TARGET, 15, diagnoses, null),
            new Checkup(TARGET, 15, List.of(Diagnosis.ok("TLS", "TLSv1.3")), null),
            new Checkup(TARGET, 0, List.of(), new Refused(HOSTILE))));
  }

  private static Report granted() {
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
                AUTH, TARGET, RightsGap.of(new TreeSet<>()), Set.of(), new Refused(HOSTILE))),
        List.of(HOSTILE),
        true);
  }

  private static Report changedOver() {
    var plan = planner();
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
                TARGET, List.of(), ChangeoverEvidence.NONE, new Refused(HOSTILE))),
        DatabaseReport.ChangedOver.View.STORY);
  }

  private static Report journals() {
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
            new Journal(TARGET, false, List.of(), new Refused(HOSTILE))),
        DatabaseReport.Journals.Done.SHOWN);
  }

  private static Report drifted() {
    var from = Side.ofDatabase("staging", FILE, DumpText.of("CREATE TABLE a (b int);"));
    var to = Side.ofDatabase("production", FILE, DumpText.of("CREATE TABLE a (b text); " + TEXT));
    var drifted = DriftCheck.between(AUTH, from, to, _ -> Optional.<Service>empty());
    var at = Instant.parse("2026-01-02T03:04:05Z");
    var causes =
        List.of(
            new Cause.Pending(HOSTILE, "production"),
            new Cause.Failed(HOSTILE, "production", HOSTILE),
            new Cause.Failed(HOSTILE, "production", null),
            new Cause.Recorded("7", "production", HOSTILE, at),
            new Cause.Journalled("production", at, HOSTILE, HOSTILE, HOSTILE, HOSTILE),
            Cause.NOT_KNOWN);
    var silences =
        Stream.of(Silence.values())
            .map(silence -> new NotCompared("production", silence, List.of(HOSTILE)))
            .toList();
    return new Report.Drifted(
        causes.stream()
            .map(cause ->
                drifted
                    .withCauses(_ -> cause)
                    .with(silences, List.of(HOSTILE))
                    .with(cause.equals(Cause.NOT_KNOWN) ? proved() : closed()))
            .toList(),
        List.of(new Report.Failure(HOSTILE, new Refused(HOSTILE))));
  }

  private static Reconciliation closed() {
    var object = ObjectName.table(QualifiedName.of("public", HOSTILE));
    var closings =
        Stream.of(Held.values())
            .map(held ->
                new Closing(HOSTILE, List.of(object), held == Held.NO, held, HOSTILE)
                    .ownedBy(held == Held.LOSES_DATA ? service() : null))
            .toList();
    return new Reconciliation("staging", "production", closings, List.of(object), false, false);
  }

  private static Reconciliation proved() {
    return new Reconciliation("staging", "production", closed().closings(), List.of(), true, true);
  }

  private static Report owners() {
    var service = service();
    var names = List.of("claimed", "created", "contested", HOSTILE);
    var relations = new ArrayList<OwnerReport.OwnedRelation>();
    for (var each : names) {
      var name = ObjectName.table(QualifiedName.of("public", each));
      var owner =
          switch (each) {
            case "claimed" -> claimed(name);
            case "created" -> new ObjectOwner.ByCreation(name, service.name());
            case "contested" ->
                new ObjectOwner.ByClaim(
                    name, name.name(), new Owner.Contested(List.of(claim(), claim())));
            default -> new ObjectOwner.Unknown(name);
          };
      var owning = owner.service().map(_ -> service).orElse(null);
      relations.add(
          new OwnerReport.OwnedRelation(AUTH, name, owner, owning, List.of(use()), details(name)));
    }
    var folder = new OwnerReport.ServiceFolder("migrations/" + HOSTILE + "/web", service);
    return new OwnerReport.Owners(relations, List.of(folder));
  }

  private static OwnerReport.Details details(ObjectName name) {
    return new OwnerReport.Details(
        List.of(new OwnerReport.Column(HOSTILE, HOSTILE)),
        List.of(ObjectName.table(QualifiedName.of("public", "claimed")), name),
        List.of(FILE),
        List.of(new OwnerReport.ForeignLock(new ServiceName("web"), LockMode.SHARE, FILE)));
  }

  private static ObjectOwner claimed(ObjectName table) {
    return new ObjectOwner.ByClaim(
        table, table.name(), new Owner.OwnedBy(service().name(), claim()));
  }

  private static Report ownerOf() {
    var reader = new SchemaReader(List.of("public"));
    reader.read(
        ScriptReader.read(FILE, TEXT + "; CREATE TABLE b () INHERITS (\"re\u001b[31md\");"));
    var name = QualifiedName.of("public", "re\u001b[31md");
    var table = ObjectName.table(name);
    return new OwnerReport.OwnerOf(
        new OwnerReport.OwnedRelation(
            AUTH, table, claimed(table), service(), List.of(use()), OwnerReport.Details.NONE),
        FILE,
        Dependant.of(reader.schema(), name).stream()
            .map(d -> new OwnerReport.Dependence(d, service()))
            .toList(),
        List.of(
            new OwnerReport.Change(
                new MigrationName(AUTH, service().name(), new Version("001"), "a"),
                FILE,
                List.of("CREATE TABLE"))),
        "CREATE TABLE " + HOSTILE);
  }

  private static RuleReport.ExplainedRule rule() {
    return new RuleReport.ExplainedRule(
        new RuleName("not-owner"),
        RuleReport.ExplainedRule.Family.OWNERSHIP,
        Severity.ERROR,
        Set.of(Hazard.BLOCKS_WRITES, Hazard.BLOCKS_READS),
        "a | b",
        """
        # not-owner

        It `is`.

        ```sql setup
        CREATE TABLE a ();
        ```

        ```sql bad postgres=18
        DROP TABLE a;
        ```

        ```proof
        bad 1: a ACCESS EXCLUSIVE
        ```
        """);
  }

  private static Service service() {
    return new Service(
        new ServiceName("web"), HOSTILE, "#web @acme/web " + HOSTILE, null, Span.NONE);
  }

  private static Claim claim() {
    return OWNERSHIP.claims().getFirst();
  }

  private static OwnerReport.Use use() {
    return new OwnerReport.Use(service(), OWNERSHIP.consumers().getFirst());
  }

  private static Report effects() {
    var script = ScriptReader.read(FILE, TEXT);
    var statements =
        new SchemaReader(List.of("public"))
            .read(script).stream().map(r -> new Report.StatementEffects(FILE, r)).toList();
    return new Report.Effects(statements, findings(), sources());
  }

  private static final class Refused extends UserException {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message, "type less of " + message);
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }
}
