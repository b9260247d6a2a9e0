package dev.deed.ownership.file;

import dev.deed.ownership.CopyProvider;
import dev.deed.ownership.Glob;
import dev.deed.ownership.MaskRule;
import dev.deed.ownership.SampleSize;
import dev.deed.ownership.file.YamlValue.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads `copy` of an environment.
final class CopyReader {

  private static final List<String> KEYS =
      List.of(
          "by",
          "tables",
          "sample",
          "mask",
          "maintenance",
          "create",
          "drop",
          "timeout",
          "project",
          "parent");

  /// Those that a provider has besides `by`.
  private static final Map<String, List<String>> OWN =
      Map.of(
          "embedded", List.of(),
          "dump", List.of("tables", "sample", "mask"),
          "template", List.of("maintenance"),
          "command", List.of("create", "drop", "timeout"),
          "neon", List.of("project", "parent"));

  private static final String PROVIDERS = "embedded, dump, template, command or neon";

  private CopyReader() {}

  /// @return null where it has a mistake
  static @Nullable CopyProvider read(String environment, YamlValue value, Problems problems) {
    var fields = Fields.of("copy of environment " + environment, value, problems, KEYS);
    var by = fields.text("by");
    var word = by.map(Text::text).orElse("");
    var own = OWN.get(word);
    if (own == null) {
      if (by.isPresent() || fields.lacks("by")) {
        problems.error(
            fields.spanOf("by"),
            "copy of environment %s needs a provider".formatted(environment),
            "write by: " + PROVIDERS);
      }
      return null;
    }
    for (var key : KEYS) {
      if (!key.equals("by") && fields.has(key) && !own.contains(key)) {
        problems.error(
            fields.spanOf(key),
            "the copy provider %s has no key %s".formatted(word, key),
            own.isEmpty() ? "remove it" : "its keys are " + String.join(", ", own));
      }
    }
    return switch (word) {
      case "embedded" -> new CopyProvider.Embedded();
      case "dump" -> dump(fields, problems);
      case "template" -> {
        var maintenance = text(fields, "maintenance");
        yield new CopyProvider.Template(maintenance == null ? "postgres" : maintenance);
      }
      case "command" -> {
        var create = required(fields, "create", problems);
        var longest =
            fields.parsed(
                "timeout",
                text -> Durations.parse(text).orElse(null),
                Durations.EXPECTED,
                CopyProvider.Command.LONGEST);
        yield create == null
            ? null
            : new CopyProvider.Command(create, text(fields, "drop"), longest);
      }
      default -> {
        var project = required(fields, "project", problems);
        yield project == null ? null : new CopyProvider.Neon(project, text(fields, "parent"));
      }
    };
  }

  private static CopyProvider dump(Fields fields, Problems problems) {
    var tables =
        fields.texts("tables").stream()
            .flatMap(text -> PatternReader.read(text, problems).stream())
            .toList();
    if (fields.has("tables") && isEmptyList(fields)) {
      problems.error(
          fields.spanOf("tables"),
          "tables of this copy are an empty list",
          "name tables, or leave tables out to copy rows of all of them with sample");
    }
    var masks = new ArrayList<MaskRule>();
    for (var entry : fields.entries("mask")) {
      var name = entry.key();
      var where = "the mask of " + name.text();
      var expression = Fields.text(where, entry.value(), problems);
      var parts = PatternReader.columns(name, problems);
      if (expression.isPresent() && parts.isPresent()) {
        masks.add(mask(name.text(), parts.get(), expression.get().text()));
      }
    }
    return new CopyProvider.Dump(tables, sample(fields), masks);
  }

  private static boolean isEmptyList(Fields fields) {
    return fields.value("tables").orElseThrow() instanceof YamlValue.Sequence list
        && list.items().isEmpty();
  }

  private static MaskRule mask(String text, List<Glob> parts, String expression) {
    var size = parts.size();
    return new MaskRule(
        text,
        size < 3 ? null : parts.get(0),
        size < 2 ? null : parts.get(size - 2),
        parts.getLast(),
        expression);
  }

  private static @Nullable SampleSize sample(Fields fields) {
    return fields
        .<Optional<SampleSize>>parsed(
            "sample",
            text -> {
              var size = SampleSize.parse(text);
              return size.isEmpty() ? null : size;
            },
            SampleSize.EXPECTED,
            Optional.empty())
        .orElse(null);
  }

  private static @Nullable String text(Fields fields, String key) {
    return fields.has(key) ? fields.text(key).map(Text::text).orElse(null) : null;
  }

  private static @Nullable String required(Fields fields, String key, Problems problems) {
    if (fields.lacks(key)) {
      problems.error(
          fields.spanOf("by"), "this copy provider needs the key " + key, "write " + key + ": ...");
      return null;
    }
    return text(fields, key);
  }
}
