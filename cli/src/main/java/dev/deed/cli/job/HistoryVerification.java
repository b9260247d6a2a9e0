package dev.deed.cli.job;

import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.DatabaseReport.DatabaseVerification;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.Sources;
import dev.deed.engine.AppliedScript;
import dev.deed.engine.History;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.Migrations;
import dev.deed.engine.Verification;
import dev.deed.engine.catalog.ExpectedSchema;
import dev.deed.engine.catalog.SchemaVerification;
import dev.deed.engine.look.Inspection;
import dev.deed.sql.Finding;
import dev.deed.sql.SourceFile;
import dev.deed.sql.replay.SchemaReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Compares the databases of an environment with their history, and both with the files.
public record HistoryVerification(Targets targets) {

  public Report report(@Nullable String database) {
    var migrations = targets.project().migrations();
    var verified = new ArrayList<DatabaseVerification>();
    var texts = new HashMap<SourceFile, String>();
    for (var inspection : Inspection.of(targets.addresses(database), targets.patience())) {
      verified.add(verified(inspection, migrations, texts));
    }
    return new DatabaseReport.Verified(verified, new Sources(texts));
  }

  /// Rows that can be read but are not as deed writes them.
  private List<Finding> remarks(History history) {
    return new OddHistory(targets.project())
        .remarks(history).stream().map(remark -> Verification.finding(history, remark)).toList();
  }

  private DatabaseVerification verified(
      Inspection inspection, Migrations migrations, Map<SourceFile, String> texts) {
    var name = inspection.target().database();
    var database = targets.project().ownership().map().databaseNamed(name).orElseThrow();
    var applied = AppliedScript.of(inspection.history());
    var origins =
        new ExpectedSchema(
            new SchemaReader(database.searchPath(), database.postgres()),
            applied,
            new SourceFile(inspection.target().words()));
    var subjects =
        new FindingOwners(
            MigrationReplay.of(migrations, targets.project().ownership().map(), database));
    var schema = new SchemaVerification(origins, inspection.relations(), subjects::subject);
    var findings = new ArrayList<Finding>();
    if (inspection.failure() == null) {
      findings.addAll(Verification.of(name, migrations, inspection.history()));
      findings.addAll(remarks(inspection.history()));
      findings.addAll(schema.findings());
      applied.forEach(script -> texts.put(script.row().file(), script.script().text()));
    }
    var done = inspection.history().rows().stream().filter(HistoryRow::isDone).count();
    return new DatabaseVerification(
        inspection.target(), (int) done, schema.relations(), findings, inspection.failure());
  }
}
