package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.EvidenceReport;
import dev.deed.engine.evidence.Evidence;
import dev.deed.engine.evidence.EvidenceRow;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Evidence as one line of JSON, with the fields of `deed.evidence`.
public final class EvidenceJson {

  private EvidenceJson() {}

  public static String line(Evidence evidence) {
    return JsonText.line(json -> write(json, evidence));
  }

  static void write(JsonGenerator json, EvidenceReport.Kept kept) throws IOException {
    json.writeStringField("store", kept.store());
    json.writeArrayFieldStart("evidence");
    for (var evidence : kept.evidence()) {
      write(json, evidence);
    }
    json.writeEndArray();
  }

  static void write(JsonGenerator json, Evidence evidence) throws IOException {
    json.writeStartObject();
    var texts = EvidenceRow.texts(evidence);
    for (var i = 0; i < texts.size(); i++) {
      var text = texts.get(i);
      if (text != null && !text.isEmpty()) {
        json.writeStringField(EvidenceRow.TEXTS.get(i), text);
      }
    }
    json.writeStringField("at", evidence.word().at().toString());
    var expires = evidence.word().expires();
    if (expires != null) {
      json.writeStringField("expires", expires.toString());
    }
    json.writeObjectFieldStart("details");
    for (var detail : evidence.details().entrySet()) {
      json.writeStringField(detail.getKey(), detail.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /// @param place as in messages: `evidence.jsonl:3`
  /// @param damages gets what is wrong with the line
  /// @return null where something is
  public static @Nullable Evidence read(String place, String line, List<String> damages) {
    var tree = JsonTree.read(line);
    if (tree.values().isEmpty()) {
      damages.add(place + " is not a JSON object");
      return null;
    }
    var values = tree.values();
    var expires = values.get("expires");
    if (expires != null && time(expires) == null) {
      damages.add(place + " has an expires that is not a time");
      return null;
    }
    Map<String, String> details =
        values.containsKey("details") ? null : tree.child("details").values();
    return new EvidenceRow(values::get, time(values.get("at")), time(expires), details)
        .read(place, damages);
  }

  private static @Nullable Instant time(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
