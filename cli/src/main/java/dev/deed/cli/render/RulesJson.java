package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.RuleReport;
import dev.deed.cli.report.RuleReport.ExplainedRule;
import java.io.IOException;

/// Rules as JSON.
final class RulesJson {

  private RulesJson() {}

  static void write(JsonGenerator json, RuleReport.RuleList report) throws IOException {
    json.writeArrayFieldStart("rules");
    for (var rule : report.rules()) {
      json.writeStartObject();
      write(json, rule);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void write(JsonGenerator json, RuleReport.Explained report) throws IOException {
    write(json, report.rule());
    json.writeStringField("page", report.rule().page());
  }

  private static void write(JsonGenerator json, ExplainedRule rule) throws IOException {
    json.writeStringField("rule", rule.name().text());
    json.writeStringField("family", RulesText.words(rule.family()));
    json.writeStringField("severity", RulesText.words(rule.severity()));
    json.writeArrayFieldStart("hazards");
    for (var hazard : rule.hazards().stream().sorted().toList()) {
      json.writeString(RulesText.words(hazard));
    }
    json.writeEndArray();
    json.writeStringField("summary", rule.summary());
  }
}
