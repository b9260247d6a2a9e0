package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.deed.cli.report.EarlierDrift;
import dev.deed.drift.DriftSeverity;
import dev.deed.sql.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a drift report back from the JSON that `DriftJson` writes. What it does not need, it
/// skips, so that later versions may add fields.
public final class DriftJsonReader {

  private static final String ADVICE = "name a file written by deed drift --format json=FILE";

  private final String name;
  private final JsonParser json;
  private final List<EarlierDrift.Entry> entries = new ArrayList<>();
  private final Map<String, String> sides = new HashMap<>();
  private String report = "";
  private @Nullable Instant at;

  private DriftJsonReader(String name, JsonParser json) {
    this.name = name;
    this.json = json;
  }

  /// @param name the file's name, as the user typed it
  public static EarlierDrift read(String name, Path file) {
    try (var parser = new JsonFactory().createParser(Files.newInputStream(file))) {
      return new DriftJsonReader(name, parser).read();
    } catch (NoSuchFileException e) {
      throw new NoReport("there is no file " + name, ADVICE, e);
    } catch (IOException | DateTimeException e) {
      var what = Files.isDirectory(file) ? "it is a folder" : "it is not the JSON of a report";
      throw new NoReport("%s cannot be read: %s".formatted(name, what), ADVICE, e);
    }
  }

  private EarlierDrift read() throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("not an object");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var field = json.currentName();
      json.nextToken();
      switch (field) {
        case "report" -> report = text();
        case "at" -> at = Instant.parse(text());
        case "databases" -> readAll(this::readDatabase);
        case "untold" -> readAll(this::readDrift);
        default -> json.skipChildren();
      }
    }
    if (json.nextToken() != null) {
      throw new IOException("more than one object");
    }
    if (report.equals("failed")) {
      throw new NoReport(
          name + " says only that a run failed", "name the last report before it", null);
    }
    if (!report.equals("drift")) {
      throw new NoReport(
          report.isEmpty()
              ? "%s is not a report of deed".formatted(name)
              : "%s is a report of another command: %s".formatted(name, report),
          ADVICE,
          null);
    }
    if (at == null) {
      throw new NoReport(
          "%s has no time in it: an older deed wrote it".formatted(name),
          "write it again with this one: deed drift --format json=" + name,
          null);
    }
    return new EarlierDrift(name, at, entries, sides);
  }

  private interface Reading {
    void one() throws IOException;
  }

  private void readAll(Reading reading) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw new IOException("not a list");
    }
    while (json.nextToken() == JsonToken.START_OBJECT) {
      reading.one();
    }
  }

  /// The differences of a database may come before its name.
  private void readDatabase() throws IOException {
    var first = entries.size();
    var database = "";
    var from = "";
    var to = "";
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var field = json.currentName();
      json.nextToken();
      switch (field) {
        case "database" -> database = text();
        case "from" -> from = text();
        case "to" -> to = text();
        case "drifts" -> readAll(this::readDrift);
        default -> json.skipChildren();
      }
    }
    sides.put(database, "from %s to %s".formatted(from, to));
    for (var i = first; i < entries.size(); i++) {
      entries.set(i, entries.get(i).in(database));
    }
  }

  private void readDrift() throws IOException {
    var database = "";
    var difference = "";
    var kind = "";
    var object = "";
    var fingerprint = "";
    var severity = DriftSeverity.BEHAVIOUR;
    @Nullable String service = null;
    var firstSeen = Instant.EPOCH;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var field = json.currentName();
      json.nextToken();
      switch (field) {
        case "database" -> database = text();
        case "difference" -> difference = text();
        case "kind" -> kind = text();
        case "name" -> object = text();
        case "fingerprint" -> fingerprint = text();
        case "severity" -> severity = severity(text());
        case "owner" -> service = owner();
        case "service" -> service = json.currentToken() == JsonToken.VALUE_NULL ? null : text();
        case "first_seen" -> firstSeen = Instant.parse(text());
        default -> json.skipChildren();
      }
    }
    entries.add(
        new EarlierDrift.Entry(
            database, fingerprint, difference, kind, object, severity, service, firstSeen));
  }

  private @Nullable String owner() throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      return null;
    }
    @Nullable String service = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var field = json.currentName();
      json.nextToken();
      if (field.equals("service")) {
        service = text();
      } else {
        json.skipChildren();
      }
    }
    return service;
  }

  private static DriftSeverity severity(String words) throws IOException {
    return Stream.of(DriftSeverity.values())
        .filter(severity -> severity.words().equals(words))
        .findFirst()
        .orElseThrow(() -> new IOException("no severity: " + words));
  }

  private String text() throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw new IOException("not a text");
    }
    return json.getText();
  }

  /// The file of `--since` is not a drift report.
  public static final class NoReport extends UserException {

    private static final long serialVersionUID = 1L;

    NoReport(String message, String advice, @Nullable Throwable cause) {
      super(message, advice, cause);
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
