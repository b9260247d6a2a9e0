package dev.deed.ownership.file;

import dev.deed.ownership.file.YamlValue.Mapping;
import dev.deed.ownership.file.YamlValue.Sequence;
import dev.deed.ownership.file.YamlValue.Text;
import dev.deed.ownership.teams.DataContract;
import dev.deed.sql.Finding;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a contract of the Open Data Contract Standard (ODCS), version 3: its team, servers,
/// support and the names in its schema. The rest of it is of no interest.
public final class ContractFile {

  private static final Pattern VERSION = Pattern.compile("v?3\\.\\d+\\.\\d+");
  private static final Set<String> POSTGRES = Set.of("postgres", "postgresql", "cloudsql");

  /// Of a schema's objects, where they say what they are.
  private static final Set<String> RELATIONS =
      Set.of("table", "view", "materialized view", "partitioned table", "foreign table");

  private final SourceFile file;
  private final Problems problems;

  private ContractFile(SourceFile file) {
    this.file = file;
    this.problems = new Problems(file);
  }

  /// @param contract null if the file is not one that can be judged, which the findings say
  public record Read(@Nullable DataContract contract, List<Finding> findings) {
    public Read {
      findings = List.copyOf(findings);
    }
  }

  public static Read read(SourceFile file, String text) {
    var reader = new ContractFile(file);
    var root = YamlReader.read(text.replaceFirst("^\uFEFF", ""), reader.problems);
    var contract = root.filter(reader::isContract).map(reader::contract).orElse(null);
    return new Read(contract, reader.problems.findings());
  }

  /// Another version has other keys, under which nothing would be found.
  private boolean isContract(YamlValue root) {
    var kind = text(root, "kind");
    if (kind.isEmpty() || !kind.get().text().equals("DataContract")) {
      problems.error(
          kind.map(Text::span).orElse(root.span()),
          "%s is not a contract of the Open Data Contract Standard: its kind is %s"
              .formatted(file, kind.map(k -> "\"%s\"".formatted(k.text())).orElse("not given")),
          "name a file with kind: DataContract under import.odcs");
      return false;
    }
    var version = text(root, "apiVersion");
    if (version.isEmpty() || !VERSION.matcher(version.get().text()).matches()) {
      problems.error(
          version.map(Text::span).orElse(root.span()),
          "%s has the version %s of the Open Data Contract Standard, and deed reads version 3"
              .formatted(file, version.map(v -> "\"%s\"".formatted(v.text())).orElse("(none)")),
          "convert it to version 3, such as apiVersion: v3.1.0, or remove it from import.odcs");
      return false;
    }
    return true;
  }

  private @Nullable DataContract contract(YamlValue root) {
    var servers = items(root, "servers");
    var ours =
        servers.stream()
            .filter(server -> POSTGRES.contains(word(server, "type").toLowerCase(Locale.ROOT)))
            .toList();
    if (ours.isEmpty() && !servers.isEmpty()) {
      problems.warning(
          value(root, "servers").map(YamlValue::span).orElse(root.span()),
          "none of the servers of %s is a PostgreSQL, so deed compares nothing with it"
              .formatted(file),
          "remove it from import.odcs, or add its PostgreSQL to its servers");
      return null;
    }
    var team = value(root, "team");
    return new DataContract(
        file,
        words(ours, "database"),
        tables(root, words(ours, "schema")),
        team.map(ContractFile::teams).orElse(List.of()),
        channels(root),
        team.map(YamlValue::span).orElse(root.span()));
  }

  private static List<DataContract.Table> tables(YamlValue root, List<String> schemas) {
    var schema = schemas.size() == 1 ? schemas.getFirst() : null;
    var tables = new ArrayList<DataContract.Table>();
    for (var object : items(root, "schema")) {
      var type = word(object, "physicalType").toLowerCase(Locale.ROOT);
      var name = text(object, "physicalName").or(() -> text(object, "name"));
      if (name.isPresent() && (type.isEmpty() || RELATIONS.contains(type))) {
        tables.add(new DataContract.Table(named(name.get().text(), schema), name.get().span()));
      }
    }
    return tables;
  }

  /// `table`, `schema.table`, or with the database before them.
  private static QualifiedName named(String text, @Nullable String schema) {
    var parts = List.of(text.split("\\."));
    return parts.size() == 1
        ? QualifiedName.of(schema, text)
        : QualifiedName.of(parts.get(parts.size() - 2), parts.getLast());
  }

  /// Version 3.1 has a team with members; 3.0 has the members only.
  private static List<String> teams(YamlValue team) {
    var members = team instanceof Sequence list ? list.items() : items(team, "members");
    var owners =
        members.stream()
            .filter(member -> word(member, "dateOut").isEmpty())
            .filter(member -> word(member, "role").toLowerCase(Locale.ROOT).contains("owner"))
            .map(member -> word(member, "username"));
    return Stream.concat(Stream.of(word(team, "name"), word(team, "id")), owners)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private static List<String> channels(YamlValue root) {
    return items(root, "support").stream()
        .flatMap(channel -> Stream.of(word(channel, "channel"), word(channel, "url")))
        .map(text -> text.replaceFirst("^mailto:", ""))
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  private static List<String> words(List<YamlValue> mappings, String key) {
    return mappings.stream().map(m -> word(m, key)).filter(w -> !w.isEmpty()).distinct().toList();
  }

  private static List<YamlValue> items(YamlValue mapping, String key) {
    return value(mapping, key)
        .filter(Sequence.class::isInstance)
        .map(list -> ((Sequence) list).items())
        .orElse(List.of());
  }

  private static String word(YamlValue mapping, String key) {
    return text(mapping, key).map(Text::text).map(String::strip).orElse("");
  }

  static Optional<Text> text(YamlValue mapping, String key) {
    return value(mapping, key)
        .filter(Text.class::isInstance)
        .map(Text.class::cast)
        .filter(text -> !text.isNothing());
  }

  static Optional<YamlValue> value(YamlValue mapping, String key) {
    return mapping instanceof Mapping m
        ? m.entries().stream()
            .filter(entry -> entry.key().text().equals(key))
            .map(YamlValue.Entry::value)
            .filter(Objects::nonNull)
            .findFirst()
        : Optional.empty();
  }
}
