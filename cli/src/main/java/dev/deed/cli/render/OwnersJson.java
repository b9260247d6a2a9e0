package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.OwnerReport;
import dev.deed.cli.report.OwnerReport.OwnedRelation;
import dev.deed.ownership.Claim;
import dev.deed.ownership.Owner;
import dev.deed.ownership.Service;
import dev.deed.ownership.check.ObjectOwner;
import dev.deed.sql.Span;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
    writeTitle(json, owned);
    var bytes = owned.details().bytes();
    if (bytes != null) {
      json.writeNumberField("bytes", bytes);
    }
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

  private static void writeTitle(JsonGenerator json, OwnedRelation owned) throws IOException {
    switch (owned.owner()) {
      case ObjectOwner.ByClaim(_, _, Owner.OwnedBy claimed) when owned.service() != null ->
          writeTitle(json, "claimed", owned.service(), List.of(claimed.claim()));
      case ObjectOwner.ByCreation _ when owned.service() != null ->
          writeTitle(json, "created", owned.service(), List.of());
      case ObjectOwner.ByClaim(_, _, Owner.Contested contested) ->
          writeTitle(json, "contested", null, contested.claims());
      case ObjectOwner.ByClaim _,
          ObjectOwner.ByCreation _,
          ObjectOwner.Unknown _,
          ObjectOwner.System _,
          ObjectOwner.Cluster _,
          ObjectOwner.Session _ ->
          writeTitle(json, "none", null, List.of());
    }
  }

  private static void writeTitle(
      JsonGenerator json, String title, @Nullable Service owner, List<Claim> claims)
      throws IOException {
    json.writeStringField("title", title);
    if (owner == null) {
      json.writeNullField("owner");
    } else {
      json.writeObjectFieldStart("owner");
      writeService(json, owner);
      json.writeEndObject();
    }
    writeClaims(json, claims);
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
