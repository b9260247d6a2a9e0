package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.sql.Finding;
import dev.deed.sql.Finding.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
    json.writeStringField("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    json.writeStringField("file", finding.file().path());
    json.writeNumberField("line", finding.span().line());
    json.writeNumberField("column", finding.span().column());
    json.writeStringField("message", finding.message());
    json.writeStringField("advice", finding.advice());
    var objects = finding.subjects().stream().map(Subject::object).distinct().toList();
    json.writeArrayFieldStart("objects");
    for (var object : objects) {
      json.writeString(object);
    }
    json.writeEndArray();
    writeOwners(json, finding.subjects());
    json.writeEndObject();
  }

  private static void writeOwners(JsonGenerator json, List<Subject> subjects) throws IOException {
    json.writeArrayFieldStart("owners");
    for (var owner : subjects.stream().map(FindingJson::owner).distinct().toList()) {
      if (owner.service() == null) {
        continue;
      }
      json.writeStartObject();
      json.writeStringField("service", owner.service());
      json.writeStringField("team", Objects.toString(owner.team(), ""));
      json.writeStringField("contact", Objects.toString(owner.contact(), ""));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static Owner owner(Subject subject) {
    return new Owner(subject.owner(), subject.team(), subject.contact());
  }

  private record Owner(@Nullable String service, @Nullable String team, @Nullable String contact) {}
}
