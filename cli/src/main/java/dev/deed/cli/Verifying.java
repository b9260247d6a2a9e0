package dev.deed.cli;

import dev.deed.cli.render.DatabaseReport;
import dev.deed.cli.render.DatabaseReport.DatabaseVerification;
import dev.deed.cli.render.Report;
import dev.deed.cli.render.Sources;
import dev.deed.engine.AppliedScript;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.Migrations;
import dev.deed.engine.Verification;
import dev.deed.engine.catalog.Origins;
import dev.deed.engine.catalog.SchemaVerification;
import dev.deed.engine.run.Inspection;
import dev.deed.sql.Finding;
import dev.deed.sql.SourceFile;
import dev.deed.sql.schema.SchemaReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Compares the databases of an environment with their history, and both with the files.
record Verifying(Targets targets) {

  Report report(@Nullable String database) {
    var migrations = targets.project().migrations();
    var verified = new ArrayList<DatabaseVerification>();
    var texts = new HashMap<SourceFile, String>();
    for (var inspection :
        Inspection.of(targets.addresses(database), targets.policy().connectWait())) {
      verified.add(verified(inspection, migrations, texts));
    }
    return new DatabaseReport.Verified(verified, new Sources(texts));
  }

  private DatabaseVerification verified(
      Inspection inspection, Migrations migrations, Map<SourceFile, String> texts) {
    var name = inspection.target().database();
    var database = targets.project().ownership().map().databaseNamed(name).orElseThrow();
    var applied = AppliedScript.of(inspection.history());
    var origins =
        new Origins(
            new SchemaReader(database.searchPath(), database.postgres()),
            applied,
            new SourceFile(inspection.target().words()));
    var subjects =
        new Subjects(targets.project().ownership().map(), name, Replay.of(migrations, database));
    var schema = new SchemaVerification(origins, inspection.relations(), subjects::subject);
    var findings = new ArrayList<Finding>();
    if (inspection.failure() == null) {
      findings.addAll(Verification.of(name, migrations, inspection.history()));
      findings.addAll(schema.findings());
      applied.forEach(script -> texts.put(script.row().file(), script.script().text()));
    }
    var done = inspection.history().rows().stream().filter(HistoryRow::isDone).count();
    return new DatabaseVerification(
        inspection.target(), (int) done, schema.relations(), findings, inspection.failure());
  }
}
