package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.Contact;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.EmergencyScreen;
import dev.deed.engine.look.emergency.LiveSession;
import dev.deed.engine.look.emergency.ServerState;
import dev.deed.engine.look.emergency.SessionLock;
import dev.deed.sql.Secrets;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The screen of `emergency` as JSON.
final class EmergencyJson {

  private EmergencyJson() {}

  static void write(JsonGenerator json, DatabaseReport.Emergencies report) throws IOException {
    json.writeArrayFieldStart("databases");
    for (var screen : report.databases()) {
      json.writeStartObject();
      RunJson.writeTarget(json, screen.found().target());
      write(json, screen);
      RunJson.writeFailure(json, screen.found().failure());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void write(JsonGenerator json, DatabaseReport.SessionEnded report) throws IOException {
    RunJson.writeTarget(json, report.target());
    json.writeNumberField("pid", report.session().pid());
    json.writeStringField("whose", report.whose());
    json.writeBooleanField("terminated", report.terminated());
    json.writeBooleanField("ended", report.ended().isOver());
    json.writeBooleanField("recorded", report.ended().unrecorded().isEmpty());
    json.writeStringField("unrecorded", report.ended().unrecorded());
  }

  private static void write(JsonGenerator json, EmergencyScreen screen) throws IOException {
    var found = screen.found();
    var server = found.server();
    if (server != null) {
      write(json, server);
    }
    var run = found.sessions().deedsRun();
    if (run.isPresent()) {
      json.writeNumberField("run", run.get().pid());
    } else {
      json.writeNullField("run");
    }
    var running = screen.running();
    if (running != null) {
      json.writeObjectFieldStart("running");
      json.writeStringField("migration", running.migration());
      json.writeNumberField("statement", running.statement());
      json.writeNumberField("of", running.of());
      json.writeEndObject();
    }
    json.writeArrayFieldStart("sessions");
    for (var session : found.sessions().all()) {
      if (isOfInterest(screen, session)) {
        write(json, screen, session);
      }
    }
    json.writeEndArray();
    json.writeArrayFieldStart("prepared_transactions");
    for (var one : found.sessions().prepared()) {
      json.writeStartObject();
      json.writeStringField("gid", one.gid());
      json.writeStringField("owner", one.owner());
      json.writeStringField("database", one.database());
      seconds(json, "age_s", one.age());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("invalid_indexes");
    for (var left : found.leftIndexes()) {
      json.writeStartObject();
      json.writeStringField("index", left.index().dotted());
      json.writeStringField("table", left.table().dotted());
      json.writeStringField("owner", service(screen.whose().ownerOf(left.table()).orElse(null)));
      json.writeEndObject();
    }
    json.writeEndArray();
    writeChanges(json, screen);
    json.writeArrayFieldStart("not_read");
    for (var unread : found.unread()) {
      json.writeStartObject();
      json.writeStringField("what", unread.what());
      json.writeStringField("why", unread.why());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("steps");
    for (var step : screen.steps()) {
      json.writeStartObject();
      json.writeStringField("what", step.what());
      json.writeStringField("why", step.why());
      strings(json, "commands", step.commands());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, ServerState server) throws IOException {
    json.writeObjectFieldStart("server");
    json.writeNumberField("postgres", server.postgres());
    json.writeStringField("role", server.role());
    json.writeBooleanField("is_standby", server.standby());
    json.writeBooleanField("sees_other_roles", server.readsAll());
    json.writeBooleanField("is_pooled", server.pooled());
    json.writeNumberField("max_connections", server.slots().max());
    json.writeNumberField("reserved_connections", server.slots().reserved());
    json.writeNumberField("used_connections", server.slots().used());
    json.writeNumberField("free_connections", server.slots().free());
    json.writeNumberField("oldest_transaction_age", server.oldest());
    json.writeEndObject();
  }

  /// All but those that do nothing and block no other.
  private static boolean isOfInterest(EmergencyScreen screen, LiveSession session) {
    return session.isActive()
        || session.isWaiting()
        || session.isAutovacuum()
        || session.isIdleInTransaction()
        || screen.found().sessions().all().stream()
            .anyMatch(other -> other.blockedBy().contains(session.pid()));
  }

  private static void write(JsonGenerator json, EmergencyScreen screen, LiveSession session)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("pid", session.pid());
    json.writeStringField("service", service(screen.whose().serviceOf(session.pid()).orElse(null)));
    json.writeStringField("role", session.client().role());
    json.writeStringField("application", session.client().application());
    json.writeStringField("address", session.client().address());
    json.writeStringField("database", session.client().database());
    json.writeStringField("kind", session.client().kind());
    json.writeStringField("state", session.doing().state());
    json.writeStringField("waits_for", session.doing().waitsFor());
    seconds(json, "session_s", session.ages().session());
    seconds(json, "transaction_s", session.ages().transaction());
    seconds(json, "query_s", session.ages().query());
    seconds(json, "state_s", session.ages().state());
    json.writeStringField("query", Secrets.masked(session.statement()));
    json.writeArrayFieldStart("blocked_by");
    for (var pid : session.blockedBy()) {
      json.writeNumber(pid);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("locks");
    for (var lock : screen.found().sessions().locks()) {
      if (lock.pid() == session.pid() && lock.table() != null) {
        write(json, screen, lock);
      }
    }
    json.writeEndArray();
    var progress = session.progress();
    if (progress != null) {
      json.writeObjectFieldStart("progress");
      json.writeStringField("what", progress.what());
      json.writeStringField("table", progress.table());
      json.writeStringField("phase", progress.phase());
      json.writeNumberField("done", progress.done());
      json.writeNumberField("total", progress.total());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, EmergencyScreen screen, SessionLock lock)
      throws IOException {
    var table = lock.table();
    if (table == null) {
      return;
    }
    json.writeStartObject();
    json.writeStringField("table", table.dotted());
    json.writeStringField("mode", lock.mode().words());
    json.writeBooleanField("granted", lock.granted());
    json.writeStringField("owner", service(screen.whose().ownerOf(table).orElse(null)));
    json.writeEndObject();
  }

  private static void writeChanges(JsonGenerator json, EmergencyScreen screen) throws IOException {
    json.writeArrayFieldStart("last_migrations");
    for (var change : screen.last()) {
      var row = change.row();
      json.writeStartObject();
      RunJson.writeName(json, row.name());
      json.writeStringField("state", row.state().name().toLowerCase(Locale.ROOT));
      json.writeStringField("at", row.attempt().at().toString());
      json.writeStringField("who", row.attempt().who());
      json.writeNumberField("statements", row.progress().statements());
      json.writeNumberField("done", row.progress().done());
      json.writeStringField("error", row.attempt().error());
      strings(json, "sql", change.statements());
      json.writeEndObject();
    }
    json.writeEndArray();
    var history = screen.found().history();
    json.writeArrayFieldStart("backfills");
    if (history != null) {
      for (var state : history.changeovers().underWay()) {
        json.writeStartObject();
        json.writeStringField("version", state.version().text());
        json.writeStringField("table", state.table());
        json.writeStringField("state", state.state());
        json.writeNumberField("passed", state.passed());
        json.writeNumberField("estimate", state.estimate());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private static void strings(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (var text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private static void seconds(JsonGenerator json, String name, @Nullable Duration age)
      throws IOException {
    if (age == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, age.toMillis() / 1000.0);
    }
  }

  private static @Nullable String service(@Nullable Contact contact) {
    return contact == null ? null : contact.service();
  }
}
