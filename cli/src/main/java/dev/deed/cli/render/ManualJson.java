package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.engine.MigrationName;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What was done by hand, as JSON.
final class ManualJson {

  private ManualJson() {}

  static void write(JsonGenerator json, Report.Recorded report) throws IOException {
    RunJson.writeTarget(json, report.target());
    writeRecord(json, report.name());
    FindingJson.write(json, report.findings());
  }

  /// @param name null where nothing was recorded
  private static void writeRecord(JsonGenerator json, @Nullable MigrationName name)
      throws IOException {
    if (name == null) {
      json.writeNullField("recorded");
      return;
    }
    json.writeObjectFieldStart("recorded");
    RunJson.writeName(json, name);
    json.writeEndObject();
  }
}
