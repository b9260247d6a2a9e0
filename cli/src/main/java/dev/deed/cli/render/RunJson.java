package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.Report;
import dev.deed.engine.MigrationName;
import dev.deed.engine.MigrationStatus;
import dev.deed.engine.Version;
import dev.deed.engine.connect.Target;
import dev.deed.engine.run.DatabaseRun;
import dev.deed.sql.UserException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs and the status of databases as JSON.
final class RunJson {

  private RunJson() {}

  static void write(JsonGenerator json, DatabaseReport.Ran report) throws IOException {
    json.writeArrayFieldStart("databases");
    for (var run : report.runs()) {
      json.writeStartObject();
      writeTarget(json, run.target());
      json.writeNumberField("milliseconds", run.took().toMillis());
      writeMoves(json, run);
      var plan = run.plan();
      JsonText.writeStrings(json, "notices", plan == null ? List.of() : plan.notices());
      writeFailure(json, run.failure());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeMoves(JsonGenerator json, DatabaseRun run) throws IOException {
    json.writeArrayFieldStart("done");
    for (var done : run.done()) {
      json.writeStartObject();
      writeName(json, done.move().name());
      json.writeStringField("file", done.move().file().path());
      json.writeStringField("direction", RunText.verb(done.move().direction()));
      json.writeNumberField("milliseconds", done.took().toMillis());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("not_done");
    for (var move : run.notDone()) {
      json.writeStartObject();
      writeName(json, move.name());
      json.writeStringField("file", move.file().path());
      json.writeNumberField("statements_done", run.staying(move));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void write(JsonGenerator json, DatabaseReport.Status report) throws IOException {
    json.writeArrayFieldStart("databases");
    for (var database : report.databases()) {
      json.writeStartObject();
      writeTarget(json, database.target());
      json.writeArrayFieldStart("migrations");
      var fixedBy = MigrationStatus.fixedBy(database.standings());
      for (var standing : database.standings()) {
        json.writeStartObject();
        writeName(json, standing.name());
        json.writeStringField("state", RunText.words(standing.state()));
        var row = standing.row();
        if (row != null) {
          json.writeStringField("at", row.attempt().at().toString());
          json.writeStringField("by", row.attempt().who());
        }
        var fixing = fixedBy.getOrDefault(standing.name().version(), List.of());
        JsonText.writeStrings(json, "fixed_by", fixing.stream().map(Version::text).toList());
        json.writeEndObject();
      }
      json.writeEndArray();
      JsonText.writeStrings(json, "notices", database.notices());
      ChangeoverJson.writeBackfills(json, database.backfills());
      writeFailure(json, database.failure());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void writeTarget(JsonGenerator json, Target target) throws IOException {
    json.writeStringField("environment", target.environment().text());
    json.writeStringField("database", target.database().text());
  }

  static void writeName(JsonGenerator json, MigrationName name) throws IOException {
    json.writeStringField("version", name.version().text());
    json.writeStringField("slug", name.slug());
    json.writeStringField("service", name.service().text());
  }

  static void writeFailures(JsonGenerator json, List<Report.Failure> failures) throws IOException {
    json.writeArrayFieldStart("failures");
    for (var failure : failures) {
      json.writeStartObject();
      json.writeStringField("place", failure.place());
      json.writeStringField("error", String.valueOf(failure.cause().getMessage()));
      json.writeStringField("help", failure.advice());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void writeFailure(JsonGenerator json, @Nullable UserException failure) throws IOException {
    if (failure == null) {
      json.writeNullField("failure");
      return;
    }
    json.writeObjectFieldStart("failure");
    json.writeStringField("error", String.valueOf(failure.getMessage()));
    json.writeStringField("help", failure.advice());
    json.writeEndObject();
  }
}
