package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.connect.Activity;
import dev.deed.engine.run.RunEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/// An event of a run as a JSON object on one line: time, event and target, then the event's own
/// fields.
public final class EventJson {

  private EventJson() {}

  public static String of(RunEvent event, Instant at) {
    return JsonText.line(json -> {
      json.writeStartObject();
      json.writeStringField("at", at.toString());
      json.writeStringField("event", name(event));
      RunJson.writeTarget(json, event.target());
      fields(event, json);
      json.writeEndObject();
    });
  }

  /// The reason why a command failed, written at its end.
  public static String failed(String error, String help, Instant at) {
    return JsonText.line(json -> {
      json.writeStartObject();
      json.writeStringField("at", at.toString());
      json.writeStringField("event", "failed");
      json.writeStringField("error", error);
      json.writeStringField("help", help);
      json.writeEndObject();
    });
  }

  private static String name(RunEvent event) {
    return switch (event) {
      case RunEvent.ConnectionAwaited _ -> "connection_awaited";
      case RunEvent.AnswerAwaited _ -> "answer_awaited";
      case RunEvent.RunAwaited _ -> "run_awaited";
      case RunEvent.StopAsked _ -> "stop_asked";
      case RunEvent.RunStarted _ -> "run_started";
      case RunEvent.RequirementAwaited _ -> "requirement_awaited";
      case RunEvent.MoveStarted _ -> "migration_started";
      case RunEvent.StatementStarted _ -> "statement_started";
      case RunEvent.StatementDone _ -> "statement_done";
      case RunEvent.LockAwaited _ -> "lock_awaited";
      case RunEvent.OldSnapshotsFound _ -> "old_snapshots_found";
      case RunEvent.IndexProgress _ -> "index_progress";
      case RunEvent.BackfillProgress _ -> "backfill_progress";
      case RunEvent.BlockerEnded _ -> "blocker_ended";
      case RunEvent.Retried _ -> "retried";
      case RunEvent.LeftoverCleared _ -> "leftover_cleared";
      case RunEvent.Noticed _ -> "noticed";
      case RunEvent.OutcomeFound _ -> "outcome_found";
      case RunEvent.MoveDone _ -> "migration_done";
      case RunEvent.RunFailed _ -> "run_failed";
      case RunEvent.RunDone _ -> "run_done";
    };
  }

  private static void fields(RunEvent event, JsonGenerator json) throws IOException {
    switch (event) {
      case RunEvent.ConnectionAwaited e -> {
        json.writeStringField("place", e.waiting().place());
        json.writeStringField("reason", e.waiting().reason());
        json.writeNumberField("left", e.waiting().left().toMillis());
      }
      case RunEvent.AnswerAwaited e -> {
        json.writeStringField("place", e.place());
        json.writeNumberField("milliseconds", e.waited().toMillis());
      }
      case RunEvent.RunAwaited e -> {
        write(json, "holders", List.of(e.holder()));
        json.writeNumberField("milliseconds", e.waited().toMillis());
      }
      case RunEvent.StopAsked e -> json.writeNumberField("grace", e.grace().toMillis());
      case RunEvent.RunStarted e -> {
        json.writeNumberField("migrations", e.plan().moves().size());
        JsonText.writeStrings(json, "notices", e.plan().notices());
      }
      case RunEvent.RequirementAwaited e -> {
        write(json, e.move());
        json.writeStringField("requires", e.requirement().toString());
      }
      case RunEvent.MoveStarted e -> write(json, e.move());
      case RunEvent.StatementStarted e -> {
        write(json, e.move());
        json.writeNumberField("statement", e.position() + 1);
        json.writeNumberField("line", e.statement().span().line());
        json.writeStringField("command", e.statement().command().words());
      }
      case RunEvent.StatementDone e -> {
        write(json, e.move());
        json.writeNumberField("statement", e.position() + 1);
        json.writeNumberField("milliseconds", e.took().toMillis());
      }
      case RunEvent.LockAwaited e -> {
        write(json, e.move());
        write(json, "holders", e.blockers());
      }
      case RunEvent.OldSnapshotsFound e -> {
        write(json, e.move());
        write(json, "holders", e.holders());
      }
      case RunEvent.IndexProgress e -> {
        write(json, e.move());
        json.writeStringField("phase", e.phase());
        json.writeNumberField("done", e.done());
        json.writeNumberField("total", e.total());
      }
      case RunEvent.BackfillProgress e -> {
        write(json, e.move());
        json.writeStringField("table", e.table());
        json.writeNumberField("rows", e.rows());
        json.writeNumberField("passed", e.passed());
        json.writeNumberField("total", e.total());
        json.writeNumberField("rate", e.rate());
        json.writeStringField("waits", e.waits());
      }
      case RunEvent.BlockerEnded e -> {
        write(json, e.move());
        write(json, "holders", List.of(e.blocker()));
      }
      case RunEvent.Retried e -> {
        write(json, e.move());
        json.writeNumberField("tries", e.tries());
        json.writeNumberField("pause", e.pause().toMillis());
        write(json, "holders", e.blockers());
      }
      case RunEvent.LeftoverCleared e -> {
        write(json, e.move());
        json.writeStringField("object", e.object());
      }
      case RunEvent.Noticed e -> {
        write(json, e.move());
        json.writeStringField("severity", e.severity());
        json.writeStringField("message", e.message());
      }
      case RunEvent.OutcomeFound e -> {
        write(json, e.move());
        json.writeBooleanField("committed", e.done());
      }
      case RunEvent.MoveDone e -> {
        write(json, e.move());
        json.writeNumberField("milliseconds", e.took().toMillis());
      }
      case RunEvent.RunFailed e -> RunJson.writeFailure(json, e.failure());
      case RunEvent.RunDone e -> {
        json.writeNumberField("migrations", e.moves());
        json.writeNumberField("milliseconds", e.took().toMillis());
      }
    }
  }

  private static void write(JsonGenerator json, PlannedMigration move) throws IOException {
    RunJson.writeName(json, move.name());
    json.writeStringField("file", move.file().path());
    json.writeStringField("direction", RunText.verb(move.direction()));
  }

  private static void write(JsonGenerator json, String field, List<Activity> activities)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (var activity : activities) {
      json.writeStartObject();
      json.writeNumberField("pid", activity.pid());
      json.writeStringField("user", activity.user());
      json.writeStringField("application", activity.application());
      json.writeStringField("address", activity.address());
      json.writeStringField("state", activity.state());
      json.writeNumberField("milliseconds", activity.age().toMillis());
      json.writeStringField("since", activity.since().toString());
      json.writeStringField("query", activity.query());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
