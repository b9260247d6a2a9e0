package dev.deed.ownership.file;

import dev.deed.sql.Span;
import java.util.List;

/// A value of a YAML file, with its place. Text is not interpreted: `1`, `true` and `off` are
/// texts.
sealed interface YamlValue {

  Span span();

  /// The value's kind in messages: `a list`.
  String words();

  default boolean isNothing() {
    return false;
  }

  /// @param plain written without quotes
  record Text(String text, boolean plain, Span span) implements YamlValue {

    /// True for no text, or for a word that means null in YAML.
    @Override
    public boolean isNothing() {
      return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }

    @Override
    public String words() {
      return isNothing() ? "nothing" : "a text";
    }
  }

  record Mapping(List<Entry> entries, Span span) implements YamlValue {
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public String words() {
      return "a mapping";
    }
  }

  record Sequence(List<YamlValue> items, Span span) implements YamlValue {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String words() {
      return "a list";
    }
  }

  /// A value that could not be read and was reported already: it causes no further findings.
  record Broken(Span span) implements YamlValue {
    @Override
    public String words() {
      return "something unreadable";
    }
  }

  record Entry(Text key, YamlValue value) {}
}
