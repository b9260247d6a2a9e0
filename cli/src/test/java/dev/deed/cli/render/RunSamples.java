package dev.deed.cli.render;

import static dev.deed.cli.render.SampleParts.AUTH;
import static dev.deed.cli.render.SampleParts.FILE;
import static dev.deed.cli.render.SampleParts.HOSTILE;
import static dev.deed.cli.render.SampleParts.HOSTILE_TABLE;
import static dev.deed.cli.render.SampleParts.OWNERSHIP;
import static dev.deed.cli.render.SampleParts.TARGET;
import static dev.deed.cli.render.SampleParts.TEXT;
import static dev.deed.cli.render.SampleParts.WEB;
import static dev.deed.cli.render.SampleParts.findings;
import static dev.deed.cli.render.SampleParts.sources;

import dev.deed.cli.report.Box;
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
import dev.deed.cli.report.EvidenceReport;
import dev.deed.cli.report.PlanScript;
import dev.deed.cli.report.RehearsedMigration;
import dev.deed.cli.report.Report;
import dev.deed.drift.DriftCheck;
import dev.deed.drift.DumpText;
import dev.deed.drift.Side;
import dev.deed.engine.Adoption;
import dev.deed.engine.Checksum;
import dev.deed.engine.Goal;
import dev.deed.engine.History;
import dev.deed.engine.HistoryEvent;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.MigrationName;
import dev.deed.engine.PlanPreview;
import dev.deed.engine.Planner;
import dev.deed.engine.Requirement;
import dev.deed.engine.ToolHistory;
import dev.deed.engine.Version;
import dev.deed.engine.Wish;
import dev.deed.engine.catalog.CatalogChange;
import dev.deed.engine.catalog.HeldLock;
import dev.deed.engine.evidence.Evidence;
import dev.deed.engine.file.Layout;
import dev.deed.engine.file.MigrationFolder;
import dev.deed.engine.rehearsal.Load;
import dev.deed.engine.rehearsal.Sighting;
import dev.deed.engine.run.DatabaseRun;
import dev.deed.engine.run.ManualRunEffects;
import dev.deed.engine.run.ManualRunEffects.Answer;
import dev.deed.engine.run.ManualRunEffects.StatementResult;
import dev.deed.engine.run.ManualRunResult;
import dev.deed.ownership.Service;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Tool;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.golden.Golden;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reports of runs, their histories and their rehearsals.
final class RunSamples {

  private RunSamples() {}

  static Planner planner() {
    var base = Golden.fixture("transcripts/refused");
    var folders = Map.of(AUTH, base.resolve("migrations/auth"));
    var services = Set.of(WEB, new ServiceName("billing"));
    return new Planner(MigrationFolder.read(new Layout(base, folders, services)));
  }

  static Report ran() {
    var plan = planner().apply(AUTH, History.NONE, new Wish(Goal.HEAD, null, false));
    var done = new DatabaseRun.Done(plan.moves().getFirst(), Duration.ofMillis(42));
    var failure = new SampleParts.Refused(HOSTILE);
    return new DatabaseReport.Ran(
        List.of(
            new DatabaseRun(TARGET, plan, List.of(done), 1, failure, Duration.ofMillis(1234)),
            new DatabaseRun(TARGET, null, List.of(), 0, null, Duration.ofSeconds(75))));
  }

  static Report planned() {
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
            new DatabasePlan(
                AUTH, TARGET, 0, List.of(), List.of(), new SampleParts.Refused(HOSTILE))));
  }

  static Report scripts() {
    var file = new SourceFile("out/re\u001b[31md.sql");
    return new DatabaseReport.Scripts(
        List.of(
            new PlanScript(TARGET, AUTH, 2, "SELECT '\ud83d\ude00';\n", null, null),
            new PlanScript(TARGET, AUTH, 1, "SELECT 1;\n", file, null),
            new PlanScript(TARGET, AUTH, 0, "", null, new SampleParts.Refused(HOSTILE))));
  }

  static Report histories() {
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
            new DatabaseHistory(
                TARGET, List.of(), List.of(), List.of(), new SampleParts.Refused(HOSTILE))),
        true);
  }

  private static List<ToolHistory> tools() {
    var row = new ToolHistory.Row(HOSTILE, ToolHistory.Outcome.ALL_UP_TO, Instant.EPOCH, "");
    return List.of(
        new ToolHistory(Tool.FLYWAY, HOSTILE, List.of(row), null),
        new ToolHistory(Tool.KNEX, "public.knex_migrations", List.of(), HOSTILE));
  }

  static Report adopted() {
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
            DatabaseAdoption.failed(TARGET, new SampleParts.Refused(HOSTILE))),
        false);
  }

  static Report status() {
    var standings = planner().status(AUTH, History.NONE);
    return new DatabaseReport.Status(
        List.of(
            new DatabaseReport.DatabaseStatus(TARGET, standings, List.of(HOSTILE), List.of(), null),
            new DatabaseReport.DatabaseStatus(
                TARGET, List.of(), List.of(), List.of(), new SampleParts.Refused(HOSTILE))));
  }

  static Report verified() {
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
            DatabaseReport.DatabaseVerification.failed(TARGET, new SampleParts.Refused(HOSTILE))),
        sources());
  }

  static Report recorded() {
    var name = new MigrationName(AUTH, new ServiceName("web"), new Version("1"), HOSTILE);
    return new Report.Recorded(TARGET, name, findings(), sources());
  }

  static Report executed() {
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

  static Report rehearsed() {
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
        List.of(new Report.Failure(HOSTILE, new SampleParts.Refused(HOSTILE))),
        HOSTILE,
        Severity.ERROR,
        sources());
  }

  static Evidence evidence() {
    return new Evidence(
        Evidence.Kind.ACKNOWLEDGED,
        new Evidence.Subject(
            AUTH, new Version("1"), Checksum.of("SELECT 1"), Checksum.of("SELECT 2")),
        new Evidence.Place(new EnvironmentName("production"), "", HOSTILE),
        Evidence.Outcome.PASSED,
        new Evidence.Word(HOSTILE, HOSTILE, Instant.EPOCH, Instant.EPOCH),
        Map.of("box", "told", "note", HOSTILE));
  }

  static EvidenceReport checklists() {
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
        List.of(new Report.Failure(HOSTILE, new SampleParts.Refused(HOSTILE))));
  }
}
