package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.DatabaseHistory.Remembered;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.engine.HistoryEvent;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.ToolHistory;
import dev.deed.engine.Version;
import dev.deed.engine.protocol.HistorySql;
import java.io.IOException;
import java.util.List;

/// The histories of databases as JSON.
final class HistoryJson {

  private HistoryJson() {}

  static void write(JsonGenerator json, DatabaseReport.Histories report) throws IOException {
    json.writeArrayFieldStart("databases");
    for (var database : report.databases()) {
      json.writeStartObject();
      RunJson.writeTarget(json, database.target());
      json.writeArrayFieldStart("versions");
      var fixedBy = HistoryRow.fixedBy(database.versions().stream().map(Remembered::row).toList());
      for (var version : database.versions()) {
        json.writeStartObject();
        writeRow(json, version.row());
        var fixing = fixedBy.getOrDefault(version.row().version(), List.of());
        JsonText.writeStrings(json, "fixed_by", fixing.stream().map(Version::text).toList());
        if (report.verbose()) {
          writeDetails(json, version);
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      if (!database.tools().isEmpty()) {
        writeTools(json, database.tools());
      }
      JsonText.writeStrings(json, "notices", database.notices());
      RunJson.writeFailure(json, database.failure());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeTools(JsonGenerator json, List<ToolHistory> tools) throws IOException {
    json.writeArrayFieldStart("tools");
    for (var tool : tools) {
      json.writeStartObject();
      json.writeStringField("tool", tool.tool().key());
      json.writeStringField("table", tool.table());
      json.writeStringField("trouble", tool.trouble());
      json.writeArrayFieldStart("rows");
      for (var row : tool.rows()) {
        json.writeStartObject();
        json.writeStringField("name", row.shown());
        json.writeStringField("state", HistoryText.words(row.outcome()));
        var at = row.at();
        json.writeStringField("at", at == null ? null : at.toString());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeRow(JsonGenerator json, HistoryRow row) throws IOException {
    RunJson.writeName(json, row.name());
    json.writeStringField("state", HistorySql.textOf(row.state()));
    json.writeStringField("file", row.file().path());
    json.writeStringField("at", row.attempt().at().toString());
    json.writeStringField("by", row.attempt().who());
    json.writeNumberField("milliseconds", row.attempt().took().toMillis());
    json.writeBooleanField("late", row.attempt().outOfOrder());
  }

  private static void writeDetails(JsonGenerator json, Remembered version) throws IOException {
    var row = version.row();
    json.writeStringField("checksum", row.stored().checksum().hex());
    json.writeStringField("up", row.stored().up());
    json.writeStringField("down", row.stored().down());
    json.writeStringField("irreversible", row.stored().irreversible());
    json.writeArrayFieldStart("requires");
    for (var requirement : row.stored().requires()) {
      json.writeString(requirement.toString());
    }
    json.writeEndArray();
    json.writeNumberField("statements", row.progress().statements());
    json.writeNumberField("statements_done", row.progress().done());
    json.writeBooleanField("begun", row.progress().begun());
    json.writeStringField("error", row.attempt().error());
    json.writeArrayFieldStart("events");
    for (var event : version.events()) {
      json.writeStartObject();
      writeEvent(json, event);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeEvent(JsonGenerator json, HistoryEvent event) throws IOException {
    json.writeStringField("event", event.event());
    json.writeStringField("at", event.at().toString());
    json.writeStringField("by", event.who());
    json.writeStringField("address", event.address());
    json.writeStringField("checksum", event.checksum().hex());
    json.writeNumberField("milliseconds", event.took().toMillis());
    json.writeStringField("detail", event.detail());
  }
}
