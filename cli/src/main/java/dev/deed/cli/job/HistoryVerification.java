package dev.deed.cli.job;

import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.DatabaseReport.DatabaseVerification;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.Sources;
import dev.deed.drift.LiveComparison;
import dev.deed.drift.LiveComparison.Hints;
import dev.deed.engine.AppliedScript;
import dev.deed.engine.History;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.Migrations;
import dev.deed.engine.Verification;
import dev.deed.engine.catalog.ExpectedSchema;
import dev.deed.engine.catalog.SchemaVerification;
import dev.deed.engine.catalog.UnreadableStatement;
import dev.deed.engine.history.ToolTables;
import dev.deed.engine.look.Inspection;
import dev.deed.sql.Finding;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectName;
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
    var addresses = targets.addresses(database);
    var rights = RightsFindings.of(targets, migrations, addresses);
    for (var inspection : Inspection.withSchema(addresses, targets.patience())) {
      verified.add(verified(inspection, migrations, texts, rights));
    }
    return new DatabaseReport.Verified(verified, new Sources(texts));
  }

  /// Rows that can be read but are not as deed writes them.
  private List<Finding> remarks(History history) {
    return new OddHistory(targets.project())
        .remarks(history).stream().map(remark -> Verification.finding(history, remark)).toList();
  }

  private DatabaseVerification verified(
      Inspection inspection,
      Migrations migrations,
      Map<SourceFile, String> texts,
      RightsFindings rights) {
    var name = inspection.target().database();
    var database = targets.project().ownership().map().databaseNamed(name).orElseThrow();
    if (inspection.failure() != null || inspection.schema() == null) {
      return DatabaseVerification.failed(inspection.target(), inspection.failure());
    }
    var history = inspection.history().withAppliedByTools(migrations.of(name));
    var applied = AppliedScript.of(history);
    var place = new SourceFile(inspection.target().words());
    // The server's own version decides on the names of constraints and the meaning of ALL.
    var postgres = inspection.schema().postgres();
    var origins =
        new ExpectedSchema(new SchemaReader(database.searchPath(), postgres), applied, place);
    var subjects =
        new FindingOwners(
            MigrationReplay.of(migrations, targets.project().ownership().map(), database));
    var done = history.rows().stream().filter(HistoryRow::isDone).toList();
    var live = LiveSchema.of(inspection.schema());
    var comparison =
        LiveComparison.of(
            origins.schema(), live.schema(), new Hints(origins.vague(), origins.newNames()));
    var differences =
        new SchemaFindings(
            origins,
            inspection.relations(),
            subjects::subject,
            place,
            !applied.isEmpty(),
            object -> database.isOutside(object) || ToolTables.isOfOne(object));
    differences.addAll(comparison);
    var relations = new SchemaVerification(origins, inspection.relations(), subjects::subject);
    var findings = new ArrayList<Finding>();
    findings.addAll(Verification.of(name, migrations, inspection.history()));
    findings.addAll(remarks(inspection.history()));
    findings.addAll(differences.findings());
    findings.addAll(relations.invalid());
    findings.addAll(rights.of(name, origins, subjects::subject));
    applied.forEach(script -> texts.put(script.row().file(), script.script().text()));
    return new DatabaseVerification(
        inspection.target(),
        new DatabaseReport.Looked(
            done.size(),
            (int) done.stream().filter(row -> row.state() != HistoryRow.State.APPLIED).count(),
            relations.relations(),
            comparison.compared()),
        findings,
        differences.notMade(),
        notCompared(comparison, live, origins, differences, rights),
        null);
  }

  private static List<String> notCompared(
      LiveComparison comparison,
      LiveSchema live,
      ExpectedSchema origins,
      SchemaFindings differences,
      RightsFindings rights) {
    var lines = new ArrayList<String>();
    var unsure = comparison.unsure().stream().map(ObjectName::words).toList();
    add(lines, "what PostgreSQL prints in other words than the migrations: ", unsure);
    add(lines, "what the catalogs do not show, or deed cannot read: ", live.unread());
    add(lines, "what these statements do that deed cannot read: ", unreadable(origins, false));
    add(lines, "what these migrations do, which are not SQL: ", unreadable(origins, true));
    add(
        lines,
        "what a DO block makes under a condition only, and is not in the database: ",
        differences.passedOver());
    lines.addAll(rights.notCompared());
    return lines;
  }

  private static List<String> unreadable(ExpectedSchema origins, boolean files) {
    return origins.unreadable().stream()
        .filter(statement -> statement.isFile() == files)
        .map(UnreadableStatement::place)
        .toList();
  }

  private static void add(List<String> lines, String head, List<String> objects) {
    if (!objects.isEmpty()) {
      lines.add(head + String.join(", ", objects));
    }
  }
}
