package dev.deed.ownership.file;

import dev.deed.ownership.NamedScope;
import dev.deed.ownership.TablePattern;
import dev.deed.ownership.file.YamlValue.Entry;
import dev.deed.ownership.file.YamlValue.Text;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads `scopes`: named parts of the migrations.
final class ScopesReader {

  private static final List<String> KEYS = List.of("services", "tables");

  private final Problems problems;
  private final ConfiguredName names;
  private final List<String> databases;
  private final List<String> services;

  ScopesReader(
      Problems problems,
      ConfiguredName names,
      Collection<DatabaseName> databases,
      Collection<ServiceName> services) {
    this.problems = problems;
    this.names = names;
    this.databases = databases.stream().map(DatabaseName::text).toList();
    this.services = services.stream().map(ServiceName::text).toList();
  }

  List<NamedScope> read(Fields file) {
    var scopes = new ArrayList<NamedScope>();
    for (var entry : file.entries("scopes")) {
      if (names.accepts("scope", entry.key()) && !isReserved(entry.key())) {
        scopes.add(scope(entry));
      }
    }
    return scopes;
  }

  private boolean isReserved(Text name) {
    if (!name.text().equals(NamedScope.ALL)) {
      return false;
    }
    problems.error(
        name.span(),
        "the scope \"all\" is there already, with every service in it",
        "choose another name");
    return true;
  }

  private NamedScope scope(Entry entry) {
    var name = entry.key().text();
    var fields = Fields.of("scope " + name, entry.value(), problems, KEYS);
    var whole =
        fields.texts("services").stream()
            .filter(service -> names.knows("service", service, services))
            .map(service -> new ServiceName(service.text()))
            .toList();
    var tables = new HashMap<DatabaseName, List<TablePattern>>();
    for (var of : fields.entries("tables")) {
      if (names.knows("database", of.key(), databases)) {
        tables.put(new DatabaseName(of.key().text()), patterns(name, of));
      }
    }
    if (!fields.has("services") && !fields.has("tables") && !fields.hasUnknownKeys()) {
      problems.error(
          entry.key().span(),
          "scope %s has no services and no tables".formatted(name),
          "write \"%s: {services: [...]}\", or tables: {DATABASE: [...]}".formatted(name));
    }
    return new NamedScope(name, whole, Map.copyOf(tables), entry.key().span());
  }

  private List<TablePattern> patterns(String scope, Entry of) {
    return Fields.texts("tables of scope " + scope, of.value(), problems).stream()
        .flatMap(text -> PatternReader.read(text, problems).stream())
        .toList();
  }
}
