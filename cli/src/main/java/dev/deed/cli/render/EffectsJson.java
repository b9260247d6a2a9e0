package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.deed.cli.report.Report;
import dev.deed.sql.Finding;
import dev.deed.sql.effect.Effect.Opaque;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.replay.ResolvedStatement;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The JSON of `deed effects`, for its report and its line-by-line dialogue.
public final class EffectsJson {

  /// Reads input without size limits, since a question may contain a dump.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private EffectsJson() {}

  /// One question of `deed effects --jsonl`.
  ///
  /// @param schema preceding statements, or null
  /// @param searchPath in the syntax of `SET search_path`, or null
  public record Question(String sql, @Nullable String schema, @Nullable String searchPath) {}

  /// @throws IllegalArgumentException if the line is invalid; the message says why
  public static Question question(String line) {
    try (var parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("a line must be a JSON object with the key \"sql\"");
      }
      String sql = null;
      String schema = null;
      String searchPath = null;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var key = parser.currentName();
        parser.nextToken();
        switch (key) {
          case "sql" -> sql = parser.getValueAsString();
          case "schema" -> schema = parser.getValueAsString();
          case "search_path" -> searchPath = parser.getValueAsString();
          default -> parser.skipChildren();
        }
      }
      if (sql == null) {
        throw new IllegalArgumentException("the key \"sql\" is missing");
      }
      return new Question(sql, schema, searchPath);
    } catch (IOException e) {
      throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
    }
  }

  /// The object of a single statement, or `{"statements": [...]}` for none or several.
  public static String answer(List<ResolvedStatement> statements) {
    return written(json -> {
      if (statements.size() == 1) {
        write(json, statements.getFirst());
        return;
      }
      json.writeStartObject();
      json.writeArrayFieldStart("statements");
      for (var statement : statements) {
        write(json, statement);
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  /// `{"error": ..., "line": ..., "column": ...}`
  public static String error(Finding problem) {
    return error(problem.message(), problem.span().line(), problem.span().column());
  }

  public static String error(String message, int line, int column) {
    return written(json -> {
      json.writeStartObject();
      json.writeStringField("error", message);
      json.writeNumberField("line", line);
      json.writeNumberField("column", column);
      json.writeEndObject();
    });
  }

  static void writeFields(JsonGenerator json, Report.Effects report) throws IOException {
    json.writeArrayFieldStart("statements");
    for (var effects : report.statements()) {
      json.writeStartObject();
      json.writeStringField("file", effects.file().path());
      writeStatement(json, effects.resolved());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("problems");
    for (var problem : report.problems()) {
      FindingJson.write(json, problem);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, ResolvedStatement resolved) throws IOException {
    json.writeStartObject();
    writeStatement(json, resolved);
    json.writeEndObject();
  }

  private static void writeStatement(JsonGenerator json, ResolvedStatement resolved)
      throws IOException {
    var statement = resolved.statement();
    json.writeStringField("statement", statement.command().words());
    json.writeNumberField("line", statement.span().line());
    json.writeNumberField("column", statement.span().column());
    json.writeBooleanField("runs_alone", statement.runsAlone());
    json.writeArrayFieldStart("objects");
    for (var touch : resolved.touches()) {
      write(json, touch);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("opaque");
    for (var opaque : resolved.opaque()) {
      write(json, opaque);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, ObjectAccess touch) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", touch.object().kind().words());
    json.writeStringField("name", touch.object().text());
    json.writeStringField("access", touch.access().name().toLowerCase(Locale.ROOT));
    if (touch.lock() == null) {
      json.writeNullField("lock");
    } else {
      json.writeStringField("lock", touch.lock().words());
    }
    json.writeBooleanField("implied", touch.implied());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Opaque opaque) throws IOException {
    json.writeStartObject();
    json.writeStringField("reason", opaque.reason());
    json.writeNumberField("line", opaque.span().line());
    json.writeNumberField("column", opaque.span().column());
    json.writeEndObject();
  }

  private interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  private static String written(Writing writing) {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(text)) {
      writing.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
