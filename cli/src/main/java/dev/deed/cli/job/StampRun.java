package dev.deed.cli.job;

import dev.deed.cli.report.Report;
import dev.deed.drift.LiveComparison;
import dev.deed.drift.LiveComparison.Hints;
import dev.deed.engine.AppliedScript;
import dev.deed.engine.Planner;
import dev.deed.engine.Wish;
import dev.deed.engine.catalog.ExpectedSchema;
import dev.deed.engine.connect.Address;
import dev.deed.engine.look.Inspection;
import dev.deed.engine.protocol.BeforeCommit;
import dev.deed.engine.run.OtherDatabases;
import dev.deed.engine.run.PlanSource;
import dev.deed.sql.Finding;
import dev.deed.sql.Finding.Subject;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.SchemaReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Records migrations as applied in a database that already has their changes.
///
/// @param force skip the check that the database has the changes
public record StampRun(ApplyRun running, boolean force) {

  public Report stamp(@Nullable String database, Wish wish) {
    var addresses = running.targets().addresses(database, wish.goal());
    var targets = running.targets();
    var migrations = targets.project().migrations();
    var planner = new Planner(migrations);
    PlanSource planning = (name, history) -> planner.stamp(name, history, wish);
    if (!force) {
      refuse(addresses, planning);
    }
    var gate =
        new PendingGate(
            results ->
                new Gate(targets.project(), migrations, running.surroundings())
                    .answer(results, targets.environment(), LiveNames.at(targets, addresses)),
            targets,
            addresses,
            planning);
    return running.gated(addresses, gate, OtherDatabases.NONE, BeforeCommit.NOTHING);
  }

  private void refuse(List<Address> addresses, PlanSource planning) {
    var lacking = new ArrayList<String>();
    var patience = running.targets().patience();
    for (var inspection : Inspection.withSchema(addresses, patience)) {
      if (inspection.failure() != null) {
        throw inspection.failure();
      }
      lacking.addAll(lacking(inspection, planning));
    }
    if (!lacking.isEmpty()) {
      throw new NotThere(lacking);
    }
  }

  /// What the stamped migrations leave and the database does not have, or has otherwise: as
  /// `verify` compares it.
  private List<String> lacking(Inspection inspection, PlanSource planning) {
    var target = inspection.target();
    var plan = planning.plan(target.database(), inspection.history());
    var map = running.targets().project().ownership().map();
    var database = map.databaseNamed(target.database()).orElseThrow();
    var schema = Objects.requireNonNull(inspection.schema(), "it was asked for");
    var place = new SourceFile(target.words());
    var origins =
        new ExpectedSchema(
            new SchemaReader(database.searchPath(), schema.postgres()),
            AppliedScript.of(inspection.history().withStamped(plan.moves())),
            place);
    var comparison =
        LiveComparison.of(
            origins.schema(),
            LiveSchema.of(schema).schema(),
            new Hints(origins.vague(), origins.newNames()));
    var differences =
        new SchemaFindings(
            origins, inspection.relations(), StampRun::subject, place, true, _ -> false);
    differences.addAll(comparison);
    var files = plan.moves().stream().map(move -> move.file()).toList();
    return differences.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR && files.contains(finding.file()))
        .map(finding -> target.words() + ": " + line(finding))
        .toList();
  }

  private static Subject subject(ObjectName object) {
    return new Subject(object.words(), null, null, null);
  }

  private static String line(Finding finding) {
    return "%s:%d: %s".formatted(finding.file(), finding.span().line(), finding.message());
  }

  /// The database does not have what the migrations create, or has it otherwise.
  static final class NotThere extends UserException {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 20;

    NotThere(List<String> lacking) {
      super(
          lacking.stream().limit(MOST).collect(Collectors.joining("\n", "", more(lacking)))
              + "\nnothing was stamped",
          "stamp only the migrations that the database has (--to) and apply the rest; --force skips"
              + " this check");
    }

    private static String more(List<String> lacking) {
      return lacking.size() > MOST ? "\nand %d more".formatted(lacking.size() - MOST) : "";
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }
}
