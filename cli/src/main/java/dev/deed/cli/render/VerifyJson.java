package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.DatabaseReport;
import java.io.IOException;

/// Whether databases agree with their history, as JSON.
final class VerifyJson {

  private VerifyJson() {}

  static void write(JsonGenerator json, DatabaseReport.Verified report) throws IOException {
    json.writeArrayFieldStart("databases");
    for (var database : report.databases()) {
      json.writeStartObject();
      RunJson.writeTarget(json, database.target());
      json.writeNumberField("migrations", database.migrations());
      json.writeNumberField("relations", database.relations());
      FindingJson.write(json, database.findings());
      RunJson.writeFailure(json, database.failure());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
