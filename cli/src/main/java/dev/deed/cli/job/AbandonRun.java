package dev.deed.cli.job;

import dev.deed.cli.report.Report;
import dev.deed.engine.AppliedScript;
import dev.deed.engine.Plan;
import dev.deed.engine.Planner;
import dev.deed.engine.catalog.ExpectedSchema;
import dev.deed.engine.catalog.SchemaVerification;
import dev.deed.engine.look.Inspection;
import dev.deed.engine.protocol.BeforeCommit;
import dev.deed.engine.run.OtherDatabases;
import dev.deed.sql.Finding.Subject;
import dev.deed.sql.SourceFile;
import dev.deed.sql.replay.SchemaReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Leaves a migration that did not come to its end as it is, and says what of it is in the
/// database.
public record AbandonRun(ApplyRun running) {

  /// @param version of the migration, or its first digits
  public Report abandon(@Nullable String database, String version) {
    var targets = running.targets();
    var address = targets.address(database);
    var planner = new Planner(targets.project().migrations());
    var seen = Inspection.of(List.of(address), targets.patience()).getFirst();
    if (seen.failure() != null) {
      throw seen.failure();
    }
    var expected = planner.abandon(address.target().database(), seen.history(), version);
    var missing = missing(expected, seen);
    running.confirm(List.of(address), expected.withNotices(missing).notices());
    return running.run(
        List.of(address),
        (name, history) -> planner.abandon(name, history, version).withNotices(missing),
        OtherDatabases.NONE,
        BeforeCommit.NOTHING);
  }

  /// What the statements that were run have created, and the database does not have.
  private List<String> missing(Plan plan, Inspection seen) {
    var map = running.targets().project().ownership().map();
    var database = map.databaseNamed(plan.database()).orElseThrow();
    var file = plan.moves().getFirst().file();
    var origins =
        new ExpectedSchema(
            new SchemaReader(database.searchPath(), database.postgres()),
            AppliedScript.of(seen.history()),
            new SourceFile(seen.target().words()));
    return new SchemaVerification(
            origins, seen.relations(), object -> new Subject(object.words(), null, null, null))
        .findings().stream()
            .filter(finding -> finding.file().equals(file))
            .map(finding ->
                "of its statement in line %d: %s"
                    .formatted(finding.span().line(), finding.message()))
            .toList();
  }
}
