package dev.deed.cli.render;

import static dev.deed.cli.render.SampleParts.AUTH;
import static dev.deed.cli.render.SampleParts.FILE;
import static dev.deed.cli.render.SampleParts.HOSTILE;
import static dev.deed.cli.render.SampleParts.OWNERSHIP;
import static dev.deed.cli.render.SampleParts.TEXT;
import static dev.deed.cli.render.SampleParts.findings;
import static dev.deed.cli.render.SampleParts.sources;

import dev.deed.cli.report.OwnerReport;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.RuleReport;
import dev.deed.drift.Cause;
import dev.deed.drift.Closing;
import dev.deed.drift.Closing.Held;
import dev.deed.drift.DriftCheck;
import dev.deed.drift.DriftReport.NotCompared;
import dev.deed.drift.DriftReport.Silence;
import dev.deed.drift.DumpText;
import dev.deed.drift.Reconciliation;
import dev.deed.drift.Side;
import dev.deed.engine.MigrationName;
import dev.deed.engine.Version;
import dev.deed.ownership.Claim;
import dev.deed.ownership.Owner;
import dev.deed.ownership.Service;
import dev.deed.ownership.check.ObjectOwner;
import dev.deed.sql.Hazard;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.RuleName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Severity;
import dev.deed.sql.Span;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.Dependant;
import dev.deed.sql.replay.SchemaReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reports of schemas, their owners and what statements do to them.
final class SchemaSamples {

  private SchemaSamples() {}

  static Report drifted() {
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
        List.of(new Report.Failure(HOSTILE, new SampleParts.Refused(HOSTILE))));
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

  static Report owners() {
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
        List.of(new OwnerReport.ForeignLock(new ServiceName("web"), LockMode.SHARE, FILE)),
        8192L);
  }

  private static ObjectOwner claimed(ObjectName table) {
    return new ObjectOwner.ByClaim(
        table, table.name(), new Owner.OwnedBy(service().name(), claim()));
  }

  static Report ownerOf() {
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

  static RuleReport.ExplainedRule rule() {
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

  static Report effects() {
    var script = ScriptReader.read(FILE, TEXT);
    var statements =
        new SchemaReader(List.of("public"))
            .read(script).stream().map(r -> new Report.StatementEffects(FILE, r)).toList();
    return new Report.Effects(statements, findings(), sources());
  }
}
