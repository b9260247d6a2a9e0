package dev.deed.ownership.file;

import dev.deed.ownership.file.YamlValue.Broken;
import dev.deed.ownership.file.YamlValue.Entry;
import dev.deed.ownership.file.YamlValue.Mapping;
import dev.deed.ownership.file.YamlValue.Sequence;
import dev.deed.ownership.file.YamlValue.Text;
import dev.deed.sql.Nearest;
import dev.deed.sql.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The values of a mapping with known keys. Every unknown key and wrong type is reported; the value
/// then counts as not given.
final class Fields {

  private static final String KEYS_BELOW =
      "write \"key: value\" lines below it, indented by two spaces";
  private static final Pattern GLUED =
      Pattern.compile("([a-z_]+)(?:: *| *= *| +(?=[0-9]))([^\\s:=]+)");

  private final String where;
  private final Span span;
  private final Map<String, YamlValue> values = new LinkedHashMap<>();
  private final Problems problems;
  private boolean hasUnknownKeys;

  private Fields(String where, Span span, Problems problems) {
    this.where = where;
    this.span = span;
    this.problems = problems;
  }

  /// @param where the mapping's name in messages: `service web`
  static Fields of(String where, YamlValue value, Problems problems, List<String> known) {
    var fields = new Fields(where, value.span(), problems);
    for (var entry : entries(where, value, problems)) {
      var key = entry.key().text();
      if (known.contains(key)) {
        fields.values.put(key, entry.value());
      } else {
        fields.hasUnknownKeys = true;
        problems.error(
            entry.key().span(),
            "%s has no key \"%s\"".formatted(where, key),
            UrlPlace.isUrl(key, entry.value()) ? UrlPlace.ADVICE : Nearest.orKnown(key, known));
      }
    }
    return fields;
  }

  /// The entries of a mapping whose keys are names; empty if the value is empty.
  static List<Entry> entries(String where, YamlValue value, Problems problems) {
    if (value instanceof Mapping mapping) {
      return mapping.entries();
    }
    if (!value.isNothing() && !(value instanceof Broken)) {
      problems.error(
          value.span(),
          "%s must be a mapping, not %s".formatted(where, value.words()),
          UrlPlace.isUrl(where, value)
              ? UrlPlace.ADVICE
              : value instanceof Text text ? adviceOn(text) : KEYS_BELOW);
    }
    return List.of();
  }

  /// Advice for a key and a value that became one text because their separator is wrong.
  private static String adviceOn(Text text) {
    var match = GLUED.matcher(text.text());
    return text.plain() && match.matches()
        ? "write a colon and a space between key and value: \"%s: %s\""
            .formatted(match.group(1), match.group(2))
        : KEYS_BELOW;
  }

  List<Entry> entries(String key) {
    var value = values.get(key);
    return value == null ? List.of() : entries(key + " of " + where, value, problems);
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /// True if the key has no value, as opposed to a wrong one.
  boolean lacks(String key) {
    var value = values.get(key);
    return value == null || value.isNothing();
  }

  boolean isEmptyMapping(String key) {
    return values.get(key) instanceof Mapping mapping && mapping.entries().isEmpty();
  }

  /// An unknown key may be a misspelling of any known one: while there is one, no key is reported
  /// as missing.
  boolean hasUnknownKeys() {
    return hasUnknownKeys;
  }

  Optional<YamlValue> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /// The place of the key's value, or of the mapping if the key is absent.
  Span spanOf(String key) {
    var value = values.get(key);
    return value == null ? span : value.span();
  }

  Optional<Text> text(String key) {
    var value = values.get(key);
    return value == null ? Optional.empty() : text(nameOf(key), value, problems);
  }

  static Optional<Text> text(String where, YamlValue value, Problems problems) {
    if (value instanceof Text text && !text.isNothing() && !text.text().isBlank()) {
      return Optional.of(text);
    }
    if (!(value instanceof Broken)) {
      problems.error(
          value.span(),
          "%s must be a text, not %s".formatted(where, emptyOr(value)),
          value instanceof Text
              ? "write a value after the colon; in quotes if it begins with #, * or &"
              : "write one text, without brackets, braces or dashes");
    }
    return Optional.empty();
  }

  private static String emptyOr(YamlValue value) {
    return value instanceof Text ? "empty" : value.words();
  }

  boolean flag(String key) {
    return parsed(key, Fields::flagOf, "true or false", false);
  }

  private static @Nullable Boolean flagOf(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> null;
    };
  }

  /// The parsed text of a key, or `otherwise` if it is missing or wrong.
  ///
  /// @param parse returns null for text that it cannot parse
  /// @param expected the description in the message: `a whole number`
  <T> T parsed(String key, Function<String, @Nullable T> parse, String expected, T otherwise) {
    var text = text(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    var value = parse.apply(text.get().text());
    if (value == null) {
      problems.error(
          text.get().span(),
          "%s must be %s, not \"%s\"".formatted(nameOf(key), expected, text.get().text()),
          "write " + expected);
    }
    return value == null ? otherwise : value;
  }

  /// A list of texts; a single text counts as a list of one.
  List<Text> texts(String key) {
    var value = values.get(key);
    return value == null ? List.of() : texts(nameOf(key), value, problems);
  }

  static List<Text> texts(String where, YamlValue value, Problems problems) {
    if (value instanceof Mapping || value.isNothing()) {
      problems.error(
          value.span(),
          "%s must be a list, not %s".formatted(where, value.words()),
          "write [a, b] after the colon, or one line \"- a\" per item below it; [] for an empty list");
      return List.of();
    }
    if (!(value instanceof Sequence sequence)) {
      return text(where, value, problems).map(List::of).orElse(List.of());
    }
    var texts = new ArrayList<Text>();
    sequence.items().forEach(i -> text("each of " + where, i, problems).ifPresent(texts::add));
    return texts;
  }

  private String nameOf(String key) {
    return key + " of " + where;
  }
}
