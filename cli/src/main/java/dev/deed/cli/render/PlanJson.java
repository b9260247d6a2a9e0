package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.DatabasePlan;
import dev.deed.cli.report.DatabasePlan.Lock;
import dev.deed.cli.report.DatabasePlan.PlannedMove;
import dev.deed.cli.report.DatabasePlan.PlannedStatement;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.engine.Step;
import dev.deed.engine.Version;
import java.io.IOException;
import java.util.Locale;

/// Plans as JSON, including the locks on new objects.
final class PlanJson {

  private PlanJson() {}

  static void write(JsonGenerator json, DatabaseReport.Planned report) throws IOException {
    json.writeArrayFieldStart("databases");
    for (var plan : report.databases()) {
      json.writeStartObject();
      write(json, plan);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void write(JsonGenerator json, DatabaseReport.Scripts report) throws IOException {
    json.writeArrayFieldStart("databases");
    for (var script : report.scripts()) {
      var file = script.file();
      json.writeStartObject();
      json.writeStringField("database", script.database().text());
      json.writeNumberField("migrations", script.migrations());
      json.writeStringField("file", file == null ? null : file.path());
      json.writeStringField("sql", script.sql());
      RunJson.writeFailure(json, script.failure());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, DatabasePlan plan) throws IOException {
    var target = plan.target();
    if (target != null) {
      json.writeStringField("environment", target.environment().text());
    }
    json.writeStringField("database", plan.database().text());
    json.writeNumberField("applied", plan.applied());
    json.writeArrayFieldStart("migrations");
    for (var move : plan.moves()) {
      json.writeStartObject();
      write(json, move);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("notices");
    for (var notice : plan.notices()) {
      json.writeString(notice);
    }
    json.writeEndArray();
    RunJson.writeFailure(json, plan.failure());
  }

  private static void write(JsonGenerator json, PlannedMove planned) throws IOException {
    var move = planned.move();
    RunJson.writeName(json, move.name());
    json.writeStringField("file", move.file().path());
    json.writeStringField("direction", move.direction().name().toLowerCase(Locale.ROOT));
    json.writeBooleanField("one_transaction", Step.isOneTransaction(move));
    json.writeBooleanField("late", move.outOfOrder());
    json.writeBooleanField("has_down", move.stored().down() != null);
    json.writeNumberField("statements_done", move.done());
    var notes = move.notes();
    JsonText.writeStrings(json, "why", notes.why());
    JsonText.writeStrings(json, "manual_steps", notes.manualSteps());
    JsonText.writeStrings(json, "fixes", notes.fixes().stream().map(Version::text).toList());
    json.writeArrayFieldStart("requires");
    for (var awaited : planned.requirements()) {
      json.writeStartObject();
      json.writeStringField("migration", awaited.requirement().toString());
      json.writeStringField("state", words(awaited.met()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("statements");
    for (var statement : planned.statements()) {
      json.writeStartObject();
      write(json, statement);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, PlannedStatement planned) throws IOException {
    var statement = planned.resolved().statement();
    json.writeStringField("statement", statement.command().words());
    json.writeNumberField("line", statement.span().line());
    json.writeNumberField("column", statement.span().column());
    json.writeNumberField("step", planned.step());
    json.writeBooleanField("alone", planned.alone());
    json.writeArrayFieldStart("locks");
    for (var lock : planned.locks()) {
      json.writeStartObject();
      write(json, lock);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("hazards");
    for (var hazard : planned.hazards()) {
      json.writeString(hazard.words());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rules");
    for (var rule : planned.rules()) {
      json.writeString(rule.text());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("cannot_tell");
    for (var opaque : planned.resolved().opaque()) {
      json.writeString(opaque.reason());
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Lock lock) throws IOException {
    json.writeStringField("mode", lock.mode().words());
    json.writeStringField("kind", lock.object().kind().words());
    json.writeStringField("name", lock.object().text());
    json.writeBooleanField("blocks_reads", !lock.created() && lock.mode().blocksReads());
    json.writeBooleanField("blocks_writes", !lock.created() && lock.mode().blocksWrites());
    json.writeBooleanField("created_here", lock.created());
    var owner = lock.owner();
    json.writeStringField("owner", owner == null ? null : owner.text());
    json.writeArrayFieldStart("consumers");
    for (var use : lock.uses()) {
      json.writeStartObject();
      json.writeStringField("service", use.service().text());
      json.writeStringField("access", use.access().name().toLowerCase(Locale.ROOT));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String words(DatabasePlan.Met met) {
    return met.name().replace('_', ' ').toLowerCase(Locale.ROOT);
  }
}
