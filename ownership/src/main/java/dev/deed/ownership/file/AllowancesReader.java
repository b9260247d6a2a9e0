package dev.deed.ownership.file;

import dev.deed.ownership.Allowance;
import dev.deed.ownership.Database;
import dev.deed.ownership.file.YamlValue.Mapping;
import dev.deed.ownership.file.YamlValue.Sequence;
import dev.deed.ownership.file.YamlValue.Text;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads `allows` of a service: migrations of other services that may change what it owns.
final class AllowancesReader {

  static final String FORM = "{migration: main/20260131120000, by: billing, reason: \"...\"}";

  private static final List<String> KEYS = List.of("migration", "by", "reason");
  private static final Pattern MIGRATION = Pattern.compile("([^/\\s]+)/([^/\\s]+)");

  private record Unchecked(Allowance allowance, Text by) {}

  private final Problems problems;
  private final ConfiguredName names;
  private final Map<DatabaseName, Database> databases;
  private final List<Unchecked> read = new ArrayList<>();

  AllowancesReader(Problems problems, ConfiguredName names, Map<DatabaseName, Database> databases) {
    this.problems = problems;
    this.names = names;
    this.databases = databases;
  }

  void read(ServiceName owner, Fields service) {
    var value = service.value("allows").orElse(null);
    if (value == null || value instanceof YamlValue.Broken || value.isNothing()) {
      return;
    }
    if (!(value instanceof Sequence allows)) {
      problems.error(
          value.span(),
          "`allows` of service %s must be a list, not %s".formatted(owner, value.words()),
          "write \"- %s\" below it".formatted(FORM));
      return;
    }
    allows.items().forEach(item -> readOne(owner, item));
  }

  private void readOne(ServiceName owner, YamlValue item) {
    var fields = Fields.of("an entry of `allows`", item, problems, KEYS);
    if (!(item instanceof Mapping)) {
      return;
    }
    var migration = required(fields, "migration");
    var by = required(fields, "by");
    var reason = required(fields, "reason");
    if (migration.isEmpty() || by.isEmpty() || reason.isEmpty()) {
      return;
    }
    var match = MIGRATION.matcher(migration.get().text());
    if (!match.matches()) {
      problems.error(
          migration.get().span(),
          "\"%s\" does not name a migration".formatted(migration.get().text()),
          "write the database, a slash and the version: main/20260131120000");
    } else if (isDatabase(migration.get(), match.group(1))) {
      var allowance =
          new Allowance(
              owner,
              new DatabaseName(match.group(1)),
              match.group(2),
              new ServiceName(by.get().text()),
              reason.get().text(),
              migration.get().span());
      read.add(new Unchecked(allowance, by.get()));
    }
  }

  private Optional<Text> required(Fields fields, String key) {
    if (!fields.has(key) && !fields.hasUnknownKeys()) {
      problems.error(
          fields.spanOf(key),
          "an entry of `allows` needs a migration, by and a reason: %s is missing".formatted(key),
          "write " + FORM);
    }
    return fields.text(key);
  }

  private boolean isDatabase(Text migration, String database) {
    var known = databases.keySet().stream().map(DatabaseName::text).toList();
    return names.knows("database", new Text(database, true, migration.span()), known);
  }

  /// Once all services are known.
  List<Allowance> allowances(Collection<ServiceName> services) {
    var known = services.stream().map(ServiceName::text).toList();
    var allowances = new ArrayList<Allowance>();
    for (var one : read) {
      var allowance = one.allowance();
      if (allowance.by().equals(allowance.owner())) {
        problems.error(
            one.by().span(),
            "service %s needs no leave for its own migrations".formatted(allowance.by()),
            "name the other service, or remove the entry");
      } else if (names.knows("service", one.by(), known)) {
        allowances.add(allowance);
      }
    }
    return allowances;
  }
}
