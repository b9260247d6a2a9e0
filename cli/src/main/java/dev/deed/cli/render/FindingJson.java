package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.Contact;
import dev.deed.sql.Finding;
import dev.deed.sql.Hazard;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/// A finding as JSON.
final class FindingJson {

  private FindingJson() {}

  /// The field `findings`.
  static void write(JsonGenerator json, List<Finding> findings) throws IOException {
    json.writeArrayFieldStart("findings");
    for (var finding : findings) {
      write(json, finding);
    }
    json.writeEndArray();
  }

  static void write(JsonGenerator json, Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", finding.rule().text());
    json.writeStringField("severity", FindingWords.severity(finding));
    json.writeStringField("file", finding.file().path());
    json.writeNumberField("line", finding.span().line());
    json.writeNumberField("column", finding.span().column());
    json.writeStringField("message", finding.message());
    json.writeStringField("advice", FindingWords.plainAdvice(finding));
    writeConcerned(json, finding);
    json.writeEndObject();
  }

  /// The fields `objects`, `owners`, `consumers` and `hazards`.
  static void writeConcerned(JsonGenerator json, Finding finding) throws IOException {
    JsonText.writeStrings(json, "objects", Contact.objects(finding));
    json.writeArrayFieldStart("owners");
    for (var owner : Contact.of(finding).keySet()) {
      json.writeStartObject();
      json.writeStringField("service", owner.service());
      json.writeStringField("team", Objects.toString(owner.team(), ""));
      json.writeStringField("contact", Objects.toString(owner.contact(), ""));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("consumers");
    for (var use : Contact.consumers(finding).keySet()) {
      json.writeStartObject();
      json.writeStringField("service", use.contact().service());
      json.writeStringField("access", use.access());
      json.writeStringField("team", Objects.toString(use.contact().team(), ""));
      json.writeStringField("contact", Objects.toString(use.contact().contact(), ""));
      json.writeEndObject();
    }
    json.writeEndArray();
    JsonText.writeStrings(
        json, "hazards", finding.hazards().stream().sorted().map(Hazard::words).toList());
  }
}
