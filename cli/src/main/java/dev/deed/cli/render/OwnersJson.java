package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.OwnerReport;
import dev.deed.cli.report.OwnerReport.OwnedRelation;
import dev.deed.ownership.Claim;
import dev.deed.ownership.Service;
import dev.deed.ownership.check.Title;
import dev.deed.sql.Span;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/// Owners as JSON.
final class OwnersJson {

  private OwnersJson() {}

  static void write(JsonGenerator json, OwnerReport.Owners report) throws IOException {
    json.writeArrayFieldStart("tables");
    for (var owned : report.relations()) {
      json.writeStartObject();
      write(json, owned);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("folders");
    for (var folder : report.folders()) {
      json.writeStartObject();
      json.writeStringField("path", folder.path());
      writeService(json, folder.service());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void write(JsonGenerator json, OwnerReport.OwnerOf report) throws IOException {
    write(json, report.relation());
    json.writeStringField("ownership_file", report.ownership().path());
    json.writeArrayFieldStart("dependants");
    for (var dependence : report.dependences()) {
      var object = dependence.dependant().object().name();
      json.writeStartObject();
      json.writeStringField("kind", object.kind().words());
      json.writeStringField("name", object.text());
      json.writeStringField("access", OwnersText.words(dependence.dependant().access()));
      if (dependence.owner() != null) {
        writeService(json, dependence.owner());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("migrations");
    for (var change : report.changes()) {
      json.writeStartObject();
      json.writeStringField("version", change.migration().version().text());
      json.writeStringField("service", change.migration().service().text());
      json.writeStringField("file", change.file().path());
      writeTexts(json, "commands", change.commands());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("definition", report.definition());
  }

  private static void write(JsonGenerator json, OwnedRelation owned) throws IOException {
    json.writeStringField("database", owned.database().text());
    json.writeStringField("kind", owned.relation().kind().words());
    json.writeStringField("name", owned.relation().name().quoted());
    writeTitle(json, owned.title());
    json.writeArrayFieldStart("consumers");
    for (var use : owned.uses()) {
      json.writeStartObject();
      writeService(json, use.service());
      json.writeStringField("access", OwnersText.words(use.grant().access()));
      writePlace(json, use.grant().span());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeTitle(JsonGenerator json, Title title) throws IOException {
    switch (title) {
      case Title.ByClaim claimed -> {
        json.writeStringField("title", "claimed");
        json.writeObjectFieldStart("owner");
        writeService(json, claimed.service());
        json.writeEndObject();
        writeClaims(json, List.of(claimed.claim()));
      }
      case Title.ByCreation created -> {
        json.writeStringField("title", "created");
        json.writeObjectFieldStart("owner");
        writeService(json, created.service());
        json.writeEndObject();
        writeClaims(json, List.of());
      }
      case Title.Contested contested -> {
        json.writeStringField("title", "contested");
        json.writeNullField("owner");
        writeClaims(json, contested.claims());
      }
      case Title.None _ -> {
        json.writeStringField("title", "none");
        json.writeNullField("owner");
        writeClaims(json, List.of());
      }
    }
  }

  private static void writeClaims(JsonGenerator json, List<Claim> claims) throws IOException {
    json.writeArrayFieldStart("claims");
    for (var claim : claims) {
      json.writeStartObject();
      json.writeStringField("service", claim.service().text());
      json.writeStringField("pattern", claim.pattern().toString());
      writePlace(json, claim.span());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writePlace(JsonGenerator json, Span span) throws IOException {
    json.writeNumberField("line", span.line());
    json.writeNumberField("column", span.column());
  }

  private static void writeService(JsonGenerator json, Service service) throws IOException {
    json.writeStringField("service", service.name().text());
    json.writeStringField("team", Objects.toString(service.team(), ""));
    json.writeStringField("contact", Objects.toString(service.contact(), ""));
  }

  private static void writeTexts(JsonGenerator json, String field, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (var text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
