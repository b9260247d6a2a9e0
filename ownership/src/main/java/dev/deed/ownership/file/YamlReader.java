package dev.deed.ownership.file;

import dev.deed.ownership.file.YamlValue.Broken;
import dev.deed.ownership.file.YamlValue.Entry;
import dev.deed.ownership.file.YamlValue.Mapping;
import dev.deed.ownership.file.YamlValue.Sequence;
import dev.deed.ownership.file.YamlValue.Text;
import dev.deed.sql.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/// Builds values from YAML events, each with its place. YAML features that the file does not use
/// (anchors, aliases, merge keys, tags, a second document) are mistakes: nothing is expanded, so a
/// small file cannot grow.
final class YamlReader {

  private static final int MOST_NESTING = 20;
  static final String STAR_ADVICE =
      "put a value that begins with * or & in quotes: \"*\", \"user_*\"";

  private final String text;
  private final Problems problems;
  private final ParserImpl events;
  private final int codePoints;
  private int lastCodePoint;
  private int lastOffset;

  private YamlReader(String text, Problems problems) {
    this.text = text;
    this.problems = problems;
    this.codePoints = text.codePointCount(0, text.length());
    this.events = new ParserImpl(new StreamReader(text), new LoaderOptions());
  }

  /// Empty if the file is empty or cannot be read; the latter is reported.
  static Optional<YamlValue> read(String text, Problems problems) {
    var unprintable = unprintable(text);
    if (unprintable >= 0) {
      problems.error(
          spanAt(text, unprintable),
          "a control character that does not belong in a text file: U+%04X"
              .formatted(text.codePointAt(unprintable)),
          "remove it");
      return Optional.empty();
    }
    var reader = new YamlReader(text, problems);
    try {
      return Optional.ofNullable(reader.document());
    } catch (MarkedYAMLException e) {
      reader.report(e);
    } catch (YAMLException e) {
      problems.error(
          Span.NONE, "the file cannot be read as YAML", "see docs/reference for an example");
    }
    return Optional.empty();
  }

  private @Nullable YamlValue document() {
    events.getEvent();
    if (events.checkEvent(Event.ID.StreamEnd)) {
      return null;
    }
    events.getEvent();
    var value = value(0);
    events.getEvent();
    if (!events.checkEvent(Event.ID.StreamEnd)) {
      problems.error(
          span(events.peekEvent()),
          "a second YAML document begins here, but the file must have only one",
          "remove the line ---, and move what follows under the keys above");
    }
    return value;
  }

  private YamlValue value(int depth) {
    var event = events.getEvent();
    checkNode(event);
    return switch (event) {
      case ScalarEvent scalar ->
          new Text(scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN, span(event));
      case MappingStartEvent _ when depth < MOST_NESTING -> mapping(span(event), depth + 1);
      case SequenceStartEvent _ when depth < MOST_NESTING -> sequence(span(event), depth + 1);
      case MappingStartEvent _, SequenceStartEvent _ ->
          throw new ParserException(null, null, YamlTrouble.TOO_DEEP, event.getStartMark());
      default -> new Broken(span(event));
    };
  }

  private void checkNode(Event event) {
    if (event instanceof AliasEvent alias) {
      problems.error(
          span(event),
          "*" + alias.getAnchor() + " is a YAML alias, and aliases are not supported here",
          STAR_ADVICE);
    } else if (event instanceof NodeEvent node && node.getAnchor() != null) {
      problems.error(
          span(event),
          "&" + node.getAnchor() + " is a YAML anchor, and anchors are not supported here",
          "write the value out where it is needed; " + STAR_ADVICE);
    }
    var tag = tagOf(event);
    if (tag != null) {
      problems.error(span(event), "YAML tags are not supported here: " + tag, "remove the tag");
    }
  }

  private static @Nullable String tagOf(Event event) {
    return switch (event) {
      case ScalarEvent scalar -> scalar.getTag();
      case MappingStartEvent mapping -> mapping.getTag();
      case SequenceStartEvent sequence -> sequence.getTag();
      default -> null;
    };
  }

  private Sequence sequence(Span start, int depth) {
    var items = new ArrayList<YamlValue>();
    while (!events.checkEvent(Event.ID.SequenceEnd)) {
      items.add(value(depth));
    }
    events.getEvent();
    return new Sequence(items, start);
  }

  private Mapping mapping(Span start, int depth) {
    var entries = new ArrayList<Entry>();
    var seen = new HashMap<String, Span>();
    while (!events.checkEvent(Event.ID.MappingEnd)) {
      var key = value(depth);
      var value = value(depth);
      if (key instanceof Text name && isNew(name, seen)) {
        entries.add(new Entry(name, value));
      } else if (key instanceof Mapping || key instanceof Sequence) {
        problems.error(
            key.span(), "a key must be a plain word, not " + key.words(), "write a name");
      }
    }
    events.getEvent();
    return new Mapping(entries, start);
  }

  private boolean isNew(Text key, HashMap<String, Span> seen) {
    if (key.plain() && key.text().equals("<<")) {
      problems.error(
          key.span(),
          "merge keys (<<) are not supported here",
          "write the values out where they are needed");
      return false;
    }
    var first = seen.putIfAbsent(key.text(), key.span());
    if (first != null) {
      problems.error(
          key.span(),
          "the key \"%s\" appears twice: first in line %d".formatted(key.text(), first.line()),
          "merge both under one key");
    }
    return first == null;
  }

  private void report(MarkedYAMLException e) {
    var mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
    var span = mark == null ? Span.NONE : span(mark, mark);
    var isTab = span.start() < text.length() && text.charAt(span.start()) == '\t';
    var trouble = isTab ? YamlTrouble.TAB : YamlTrouble.of(e);
    var begin = e.getContextMark();
    if (trouble.isAtBegin() && begin != null) {
      problems.error(spanAt(begin), trouble.message(), trouble.advice());
    } else {
      problems.error(span, trouble.message() + begun(begin, span), trouble.advice());
    }
  }

  /// Marks come in the order of the text: this one is after the previous one.
  private Span spanAt(Mark mark) {
    lastCodePoint = 0;
    lastOffset = 0;
    return span(mark, mark);
  }

  private static String begun(@Nullable Mark begin, Span span) {
    return begin == null || begin.getLine() + 1 == span.line()
        ? ""
        : " (in the block that begins in line %d)".formatted(begin.getLine() + 1);
  }

  private Span span(Event event) {
    return span(event.getStartMark(), event.getEndMark());
  }

  /// YAML's marks count code points; spans count UTF-16 units.
  private Span span(Mark start, Mark end) {
    return new Span(
        offset(start.getIndex()),
        offset(end.getIndex()),
        start.getLine() + 1,
        start.getColumn() + 1);
  }

  private int offset(int codePoint) {
    var at = Math.min(codePoint, codePoints);
    // Events come roughly in the order of the text, so the distance from the last one is short.
    lastOffset = text.offsetByCodePoints(lastOffset, at - lastCodePoint);
    lastCodePoint = at;
    return lastOffset;
  }

  private static int unprintable(String text) {
    for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (!StreamReader.isPrintable(text.codePointAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private static Span spanAt(String text, int offset) {
    var before = text.substring(0, offset);
    var lineStart = before.lastIndexOf('\n') + 1;
    var line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    return new Span(
        offset, offset + 1, line, 1 + before.codePointCount(lineStart, before.length()));
  }
}
