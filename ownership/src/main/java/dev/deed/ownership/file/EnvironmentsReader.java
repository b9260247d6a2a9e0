package dev.deed.ownership.file;

import dev.deed.ownership.Database;
import dev.deed.ownership.Environment;
import dev.deed.ownership.Environment.Expectation;
import dev.deed.ownership.UrlTemplate;
import dev.deed.ownership.file.YamlValue.Entry;
import dev.deed.ownership.file.YamlValue.Mapping;
import dev.deed.ownership.file.YamlValue.Text;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads `environments`.
final class EnvironmentsReader {

  private static final List<String> KEYS =
      List.of("disposable", "protected", "promote_from", "copy", "policies", "urls", "expect");
  private static final List<String> EXPECT_KEYS = List.of("host", "database");

  private final SourceFile file;
  private final Problems problems;
  private final ConfiguredName names;
  private final List<DatabaseName> databases;
  private final Map<String, Text> promotions = new LinkedHashMap<>();

  EnvironmentsReader(
      SourceFile file,
      Problems problems,
      ConfiguredName names,
      Map<DatabaseName, Database> databases) {
    this.file = file;
    this.problems = problems;
    this.names = names;
    this.databases = List.copyOf(databases.keySet());
  }

  List<Environment> read(Fields fields) {
    var environments = new ArrayList<Environment>();
    for (var entry : fields.entries("environments")) {
      if (names.accepts("environment", entry.key())) {
        environments.add(environment(entry));
      }
    }
    var known = environments.stream().map(e -> e.name().text()).toList();
    promotions.forEach((name, from) -> checkPromotion(name, from, known));
    return environments;
  }

  private Environment environment(Entry entry) {
    var name = entry.key().text();
    var fields = Fields.of("environment " + name, entry.value(), problems, KEYS);
    var disposable = fields.flag("disposable");
    var isProtected = fields.flag("protected");
    if (disposable && isProtected) {
      problems.error(
          fields.spanOf("protected"),
          "environment %s is both disposable and protected".formatted(name),
          "remove one of the two");
    }
    var from = fields.text("promote_from");
    from.ifPresent(f -> promotions.put(name, f));
    return new Environment(
        new EnvironmentName(name),
        new Environment.Guard(
            disposable,
            isProtected,
            from.map(f -> new EnvironmentName(f.text())).orElse(null),
            DemandsReader.read(name, fields, problems)),
        fields.value("copy").map(copy -> CopyReader.read(name, copy, problems)).orElse(null),
        urls(fields),
        expectations(fields),
        entry.key().span());
  }

  private void checkPromotion(String name, Text from, List<String> known) {
    if (!names.knows("environment", from, known)) {
      return;
    }
    var seen = new HashSet<String>(List.of(name));
    for (var next = from; next != null; next = promotions.get(next.text())) {
      if (!seen.add(next.text())) {
        problems.error(
            from.span(),
            "environment %s is promoted from itself, directly or through others".formatted(name),
            "the chain of promote_from must end at an environment without promote_from");
        return;
      }
    }
  }

  private SortedMap<DatabaseName, UrlTemplate> urls(Fields fields) {
    var urls = new TreeMap<DatabaseName, UrlTemplate>();
    for (var entry : fields.entries("urls")) {
      var known = knows(entry.key());
      var text = Fields.text("url of database " + entry.key().text(), entry.value(), problems);
      if (known && text.isPresent() && checkUrl(text.get())) {
        var url = new UrlTemplate(text.get().text(), file, text.get().span());
        urls.put(new DatabaseName(entry.key().text()), url);
      }
    }
    return urls;
  }

  private boolean knows(Text database) {
    return names.knows("database", database, databases.stream().map(DatabaseName::text).toList());
  }

  /// Messages never repeat the URL: it may contain a password.
  private boolean checkUrl(Text url) {
    var rest = UrlTemplate.VARIABLE.matcher(url.text()).replaceAll("");
    if (rest.contains("${")) {
      problems.error(
          url.span(),
          "this URL has a malformed variable",
          "write it as ${DATABASE_URL} or ${DATABASE_URL:-postgresql://localhost/main}");
      return false;
    }
    if (!url.text().startsWith("${") && !url.text().matches("(?s)(jdbc:)?postgres(ql)?://.*")) {
      problems.error(
          url.span(),
          "this is not a PostgreSQL URL",
          "write it as postgresql://user@host:5432/database, or ${DATABASE_URL}");
      return false;
    }
    return true;
  }

  private Map<DatabaseName, Expectation> expectations(Fields fields) {
    var expectations = new HashMap<DatabaseName, Expectation>();
    var value = fields.value("expect");
    if (value.isEmpty()) {
      return expectations;
    }
    if (!isPerDatabase(value.get())) {
      var expected = expectation("expect", value.get());
      databases.forEach(d -> expectations.put(d, expected));
      return expectations;
    }
    for (var entry : fields.entries("expect")) {
      if (knows(entry.key())) {
        var where = "expect of database " + entry.key().text();
        expectations.put(new DatabaseName(entry.key().text()), expectation(where, entry.value()));
      }
    }
    return expectations;
  }

  private static boolean isPerDatabase(YamlValue value) {
    return value instanceof Mapping mapping
        && mapping.entries().stream().anyMatch(e -> e.value() instanceof Mapping);
  }

  private Expectation expectation(String where, YamlValue value) {
    var fields = Fields.of(where, value, problems, EXPECT_KEYS);
    return new Expectation(text(fields, "host"), text(fields, "database"));
  }

  private static @Nullable String text(Fields fields, String key) {
    return fields.text(key).map(Text::text).orElse(null);
  }
}
