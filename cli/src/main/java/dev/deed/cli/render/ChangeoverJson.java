package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.engine.ChangeoverEvidence;
import dev.deed.engine.ChangeoverEvidence.BackfillState;
import dev.deed.engine.changeover.Changeover;
import dev.deed.engine.changeover.ContractGate;
import dev.deed.engine.changeover.Hold;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Changeovers, contracts and backfills as JSON.
final class ChangeoverJson {

  private ChangeoverJson() {}

  static void write(JsonGenerator json, DatabaseReport.ChangedOver report) throws IOException {
    json.writeArrayFieldStart("databases");
    for (var database : report.databases()) {
      json.writeStartObject();
      RunJson.writeTarget(json, database.target());
      json.writeArrayFieldStart("changeovers");
      for (var changeover : database.changeovers()) {
        write(json, changeover);
      }
      json.writeEndArray();
      write(json, database.evidence());
      RunJson.writeFailure(json, database.failure());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Changeover changeover) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", changeover.name());
    json.writeStringField("standing", changeover.standing().word());
    json.writeStringField("service", changeover.service().text());
    json.writeStringField("operation", changeover.part().operation());
    json.writeStringField("table", changeover.part().table().dotted());
    json.writeStringField("old", changeover.part().old());
    json.writeStringField("new", changeover.part().added());
    json.writeArrayFieldStart("steps");
    for (var step : changeover.steps()) {
      json.writeStartObject();
      json.writeStringField("phase", step.phase().word());
      json.writeStringField("version", step.name().version().text());
      json.writeStringField("file", step.migration().file().path());
      json.writeStringField("state", RunText.words(step.state()));
      json.writeStringField("at", step.applied() == null ? null : step.applied().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("contracts");
    for (var gate : changeover.gates()) {
      write(json, gate);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, ContractGate gate) throws IOException {
    json.writeStartObject();
    json.writeStringField("version", gate.name().version().text());
    json.writeStringField("file", gate.migration().file().path());
    json.writeBooleanField("due", gate.isOpen());
    JsonText.writeStrings(json, "holds", gate.holds().stream().map(Hold::words).toList());
    JsonText.writeStrings(json, "remarks", gate.remarks());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, ChangeoverEvidence evidence) throws IOException {
    json.writeArrayFieldStart("acknowledgements");
    for (var word : evidence.acknowledgements()) {
      json.writeStartObject();
      json.writeStringField("changeover", word.change());
      json.writeStringField("service", word.service().text());
      json.writeStringField("release", word.release());
      json.writeStringField("by", word.who());
      json.writeStringField("at", word.at().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("writers");
    for (var writer : evidence.writers()) {
      json.writeStartObject();
      json.writeStringField("changeover", writer.change());
      json.writeStringField("role", writer.role());
      json.writeStringField("application", writer.application());
      json.writeNumberField("writes", writer.writes());
      json.writeStringField("last", writer.last().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
    writeBackfills(json, evidence.backfills());
  }

  static void writeBackfills(JsonGenerator json, List<BackfillState> backfills) throws IOException {
    json.writeArrayFieldStart("backfills");
    for (var state : backfills) {
      json.writeStartObject();
      json.writeStringField("version", state.version().text());
      json.writeStringField("direction", state.direction().name().toLowerCase(Locale.ROOT));
      json.writeNumberField("statement", state.statement());
      json.writeStringField("table", state.table());
      json.writeStringField("state", state.state());
      json.writeNumberField("rows", state.rows());
      json.writeNumberField("passed", state.passed());
      json.writeNumberField("estimate", state.estimate());
      json.writeStringField("note", state.note());
      json.writeStringField("at", state.at().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
