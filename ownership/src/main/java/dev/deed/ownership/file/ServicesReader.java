package dev.deed.ownership.file;

import dev.deed.ownership.Allowance;
import dev.deed.ownership.Claim;
import dev.deed.ownership.Consumer;
import dev.deed.ownership.Database;
import dev.deed.ownership.Pin;
import dev.deed.ownership.Service;
import dev.deed.ownership.file.YamlValue.Entry;
import dev.deed.ownership.file.YamlValue.Mapping;
import dev.deed.ownership.file.YamlValue.Sequence;
import dev.deed.ownership.file.YamlValue.Text;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Nearest;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.Access;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads `services` and `pinned`: claims, uses, and the only database in which a table may exist.
final class ServicesReader {

  private static final List<String> KEYS =
      List.of("team", "contact", "role", "who", "owns", "uses", "allows");
  private static final List<String> USE_KEYS = List.of("table", "access", "columns", "until");
  private static final List<String> ACCESS_WORDS = List.of("reads", "references", "writes");

  private final Problems problems;
  private final ConfiguredName names;
  private final Map<DatabaseName, Database> databases;
  private final SortedMap<ServiceName, Service> services = new TreeMap<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<Consumer> consumers = new ArrayList<>();
  private final AllowancesReader allows;

  ServicesReader(Problems problems, ConfiguredName names, Map<DatabaseName, Database> databases) {
    this.problems = problems;
    this.names = names;
    this.databases = databases;
    this.allows = new AllowancesReader(problems, names, databases);
  }

  void read(Fields file) {
    var entries = file.entries("services");
    for (var entry : entries) {
      if (names.accepts("service", entry.key())) {
        read(entry);
      }
    }
    if (file.lacks("services") && file.hasUnknownKeys()) {
      return;
    }
    if (file.lacks("services") || file.isEmptyMapping("services")) {
      problems.error(
          file.spanOf("services"),
          "the file names no service, so no table has an owner",
          "write \"services:\", below it \"  web:\", below that \"    owns:\" with the tables of each"
              + " database");
    }
  }

  private void read(Entry entry) {
    var name = new ServiceName(entry.key().text());
    var fields = Fields.of("service " + name, entry.value(), problems, KEYS);
    services.put(
        name,
        new Service(
            name,
            text(fields, "team"),
            text(fields, "contact"),
            text(fields, "role"),
            fields.texts("who").stream().map(Text::text).toList(),
            entry.key().span()));
    fields.entries("owns").forEach(e -> readClaims(name, e));
    fields.entries("uses").forEach(e -> readUses(name, e));
    allows.read(name, fields);
  }

  private static @Nullable String text(Fields fields, String key) {
    return fields.text(key).map(Text::text).orElse(null);
  }

  private void readClaims(ServiceName service, Entry entry) {
    var database = database(entry.key());
    var where = "owns of service " + service;
    for (var text : Fields.texts(where, entry.value(), problems)) {
      var pattern = PatternReader.read(text, problems);
      if (pattern.isPresent() && database.isPresent()) {
        claims.add(new Claim(service, database.get(), pattern.get(), text.span()));
      }
    }
  }

  private void readUses(ServiceName service, Entry entry) {
    var database = database(entry.key());
    if (!(entry.value() instanceof Sequence uses)) {
      if (!(entry.value() instanceof YamlValue.Broken)) {
        problems.error(
            entry.value().span(),
            "uses of service %s must be a list, not %s".formatted(service, entry.value().words()),
            "write \"- {table: users, access: reads}\" below it");
      }
      return;
    }
    for (var use : uses.items()) {
      readUse(service, database, use);
    }
  }

  private void readUse(ServiceName service, Optional<DatabaseName> database, YamlValue use) {
    if (use instanceof Text text && !text.isNothing()) {
      problems.error(
          use.span(),
          "the access to %s is missing".formatted(text.text()),
          "write {table: %s, access: reads}, or references, or writes".formatted(text.text()));
      return;
    }
    var fields = Fields.of("a use", use, problems, USE_KEYS);
    if (!(use instanceof Mapping)) {
      return;
    }
    var pattern = required(fields, "table").flatMap(t -> PatternReader.read(t, problems));
    var access = required(fields, "access").flatMap(this::access);
    if (database.isPresent() && pattern.isPresent() && access.isPresent()) {
      consumers.add(
          new Consumer(
              service,
              database.get(),
              pattern.get(),
              access.get(),
              columns(fields),
              until(fields),
              fields.spanOf("table")));
    }
  }

  private List<String> columns(Fields use) {
    var value = use.value("columns");
    if (value.isEmpty()) {
      return List.of();
    }
    var columns = Fields.texts("columns of a use", value.get(), problems);
    if (columns.isEmpty() && !(value.get() instanceof YamlValue.Broken)) {
      problems.error(
          use.spanOf("columns"),
          "no column is named, so the use would permit nothing",
          "write columns: [plan], or remove the key for all columns");
    }
    return columns.stream().map(Text::text).toList();
  }

  private @Nullable LocalDate until(Fields use) {
    return use.parsed(
            "until", ServicesReader::date, "a date, as in 2026-12-31", Optional.<LocalDate>empty())
        .orElse(null);
  }

  private static @Nullable Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private Optional<Text> required(Fields fields, String key) {
    if (!fields.has(key) && !fields.hasUnknownKeys()) {
      problems.error(
          fields.spanOf(key),
          "a use needs a table and an access: %s is missing".formatted(key),
          "write {table: users, access: reads}, or references, or writes");
    }
    return fields.text(key);
  }

  private Optional<Access> access(Text text) {
    var access =
        switch (text.text()) {
          case "reads" -> Access.READS;
          case "references" -> Access.REFERENCES;
          case "writes" -> Access.WRITES;
          default -> null;
        };
    if (access == null) {
      problems.error(
          text.span(),
          "the access must be reads, references or writes, not \"%s\"".formatted(text.text()),
          Nearest.orKnown(text.text(), ACCESS_WORDS));
    }
    return Optional.ofNullable(access);
  }

  private Optional<DatabaseName> database(Text key) {
    var known = databases.keySet().stream().map(DatabaseName::text).toList();
    return names.knows("database", key, known)
        ? Optional.of(new DatabaseName(key.text()))
        : Optional.empty();
  }

  List<Pin> pins(Fields file) {
    var pins = new ArrayList<Pin>();
    for (var entry : file.entries("pinned")) {
      var pattern = PatternReader.read(entry.key(), problems);
      var database =
          Fields.text("pinned " + entry.key().text(), entry.value(), problems)
              .flatMap(this::database);
      if (pattern.isPresent() && database.isPresent()) {
        pins.add(new Pin(pattern.get(), database.get(), entry.key().span()));
      }
    }
    return pins;
  }

  SortedMap<ServiceName, Service> services() {
    return services;
  }

  List<Allowance> allowances() {
    return allows.allowances(services.keySet());
  }

  List<Claim> claims() {
    return claims;
  }

  List<Consumer> consumers() {
    return consumers;
  }
}
