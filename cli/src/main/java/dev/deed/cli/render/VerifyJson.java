package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.DatabaseReport;
import java.io.IOException;
import java.util.List;

/// Whether databases agree with their history, as JSON.
final class VerifyJson {

  private VerifyJson() {}

  static void write(JsonGenerator json, DatabaseReport.Verified report) throws IOException {
    json.writeArrayFieldStart("databases");
    for (var database : report.databases()) {
      json.writeStartObject();
      RunJson.writeTarget(json, database.target());
      json.writeNumberField("migrations", database.migrations());
      json.writeNumberField("not_run", database.notRun());
      json.writeNumberField("relations", database.relations());
      json.writeNumberField("objects", database.objects());
      FindingJson.write(json, database.findings());
      strings(json, "not_made", database.notMade());
      strings(json, "not_compared", database.notCompared());
      RunJson.writeFailure(json, database.failure());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void strings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (var value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
