package dev.deed.ownership.file;

import dev.deed.ownership.Database;
import dev.deed.ownership.DriftIgnore;
import dev.deed.ownership.DriftIgnore.What;
import dev.deed.ownership.file.YamlValue.Mapping;
import dev.deed.ownership.file.YamlValue.Sequence;
import dev.deed.ownership.file.YamlValue.Text;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Nearest;
import dev.deed.sql.Span;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.schema.Facet;
import dev.deed.sql.schema.FacetName;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads `drift`: the differences that a drift report leaves out.
final class DriftReader {

  static final String FORM = "{object: \"public.audit_*\", kind: table, reason: \"...\"}";

  private static final List<String> KEYS = List.of("ignore");
  private static final List<String> IGNORE_KEYS =
      List.of("object", "kind", "facet", "database", "reason", "until");

  private static final List<String> KINDS =
      Stream.of(ObjectKind.values()).map(ObjectKind::words).toList();
  private static final List<String> FACETS =
      Stream.of(Facet.values()).map(f -> new FacetName(f, "*").words()).distinct().toList();

  private final Problems problems;
  private final ConfiguredName names;
  private final Map<DatabaseName, Database> databases;

  DriftReader(Problems problems, ConfiguredName names, Map<DatabaseName, Database> databases) {
    this.problems = problems;
    this.names = names;
    this.databases = databases;
  }

  List<DriftIgnore> read(Fields file) {
    var value = file.value("drift").orElse(new Text("", true, Span.NONE));
    var rules = Fields.of("drift", value, problems, KEYS).value("ignore").orElse(null);
    if (rules == null || rules instanceof YamlValue.Broken || rules.isNothing()) {
      return List.of();
    }
    if (!(rules instanceof Sequence list)) {
      problems.error(
          rules.span(),
          "`ignore` of drift must be a list, not " + rules.words(),
          "write \"- %s\" below it".formatted(FORM));
      return List.of();
    }
    var ignores = new ArrayList<DriftIgnore>();
    list.items().forEach(item -> readOne(item).ifPresent(ignores::add));
    return ignores;
  }

  private Optional<DriftIgnore> readOne(YamlValue item) {
    var fields = Fields.of("an entry of `ignore`", item, problems, IGNORE_KEYS);
    if (!(item instanceof Mapping)) {
      return Optional.empty();
    }
    var before = problems.findings().size();
    var object = optional(fields, "object");
    var kind = optional(fields, "kind").flatMap(this::kind);
    var facet = optional(fields, "facet").flatMap(this::facet);
    var database = optional(fields, "database").filter(this::isDatabase);
    var until = until(fields);
    var reason = reason(fields);
    if (!fields.has("object") && !fields.has("kind") && !fields.has("facet") && isKnown(fields)) {
      problems.error(
          item.span(),
          "an entry of `ignore` that names no object, kind or facet would hide all drift",
          "write " + FORM);
    }
    if (reason.isEmpty() || problems.findings().size() > before) {
      return Optional.empty();
    }
    var what =
        new What(
            database.map(d -> new DatabaseName(d.text())).orElse(null),
            object.map(Text::text).orElse(null),
            kind.orElse(null),
            facet.orElse(null));
    return Optional.of(new DriftIgnore(what, reason.get().text(), until, item.span()));
  }

  private static boolean isKnown(Fields fields) {
    return !fields.hasUnknownKeys();
  }

  private static Optional<Text> optional(Fields fields, String key) {
    return fields.has(key) ? fields.text(key) : Optional.empty();
  }

  private Optional<Text> reason(Fields fields) {
    if (!fields.has("reason") && isKnown(fields)) {
      problems.error(
          fields.spanOf("reason"),
          "an entry of `ignore` has no reason",
          "say why the difference is accepted: reason: \"made by pg_partman\"");
    }
    return fields.text("reason");
  }

  private boolean isDatabase(Text database) {
    var known = databases.keySet().stream().map(DatabaseName::text).toList();
    return names.knows("database", database, known);
  }

  /// `foreign_table` is accepted for `foreign table`.
  private Optional<ObjectKind> kind(Text text) {
    var words = words(text);
    var kind = Stream.of(ObjectKind.values()).filter(k -> k.words().equals(words)).findFirst();
    if (kind.isEmpty()) {
      problems.error(
          text.span(),
          "\"%s\" is not a kind of object".formatted(text.text()),
          Nearest.orKnown(words, KINDS));
    }
    return kind;
  }

  /// `privileges` is accepted for `privileges of *`.
  private Optional<String> facet(Text text) {
    var words = words(text);
    for (var known : FACETS) {
      var shortened = known.replaceFirst("( of| on extension)? \\*$", "");
      if (words.equals(shortened)) {
        return Optional.of(known);
      }
      if (isLike(text.text().strip(), known)) {
        return Optional.of(text.text().strip());
      }
    }
    problems.error(
        text.span(),
        "\"%s\" is not a facet".formatted(text.text()),
        Nearest.of(words, FACETS)
            .map("did you mean \"%s\"?"::formatted)
            .orElse("write it as the report does: type, default, comment, privileges of app"));
    return Optional.empty();
  }

  private static boolean isLike(String words, String known) {
    var parts = Stream.of(known.split("\\*", -1)).map(Pattern::quote).toList();
    return words.matches("(?s)" + String.join(".+", parts));
  }

  private static String words(Text text) {
    return text.text().toLowerCase(Locale.ROOT).replace('_', ' ').strip();
  }

  private static @Nullable LocalDate until(Fields fields) {
    return fields
        .parsed("until", DriftReader::date, "a date, as in 2026-12-31", Optional.<LocalDate>empty())
        .orElse(null);
  }

  private static @Nullable Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
