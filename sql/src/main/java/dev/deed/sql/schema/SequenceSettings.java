package dev.deed.sql.schema;

import dev.deed.sql.schema.Relation.Range;
import dev.deed.sql.schema.Relation.Sequence;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A sequence's settings, with PostgreSQL's defaults for those not given.
public record SequenceSettings(
    String type, Range range, long increment, long cache, boolean cycle) {

  /// The bits of a `bigint` without its sign.
  private static final int LONGEST = 63;

  public static SequenceSettings of(Map<String, String> options) {
    var type = options.getOrDefault("as", "bigint");
    var increment = number(options.get("increment"), 1);
    var minimum = number(options.get("minvalue"), increment > 0 ? 1 : least(type));
    var maximum = number(options.get("maxvalue"), increment > 0 ? most(type) : -1);
    var start = number(options.get("start"), increment > 0 ? minimum : maximum);
    return new SequenceSettings(
        type,
        new Range(start, minimum, maximum),
        increment,
        number(options.get("cache"), 1),
        options.containsKey("cycle") && !"no".equals(options.get("cycle")));
  }

  /// Changes settings: those not mentioned stay. A limit that was the type's own follows the type.
  public static SequenceSettings of(Sequence sequence, Map<String, String> options) {
    var all = new HashMap<String, String>();
    var range = sequence.range();
    all.put("as", sequence.type());
    all.put("increment", Long.toString(sequence.increment()));
    all.put("start", Long.toString(range.start()));
    all.put("cache", Long.toString(sequence.cache()));
    all.put("cycle", sequence.cycle() ? "" : "no");
    var type = options.getOrDefault("as", sequence.type());
    var lowest = range.minimum() == least(sequence.type());
    var highest = range.maximum() == most(sequence.type());
    all.put("minvalue", Long.toString(lowest ? least(type) : range.minimum()));
    all.put("maxvalue", Long.toString(highest ? most(type) : range.maximum()));
    all.putAll(options);
    return of(all);
  }

  private static long number(@Nullable String text, long otherwise) {
    var number = text == null ? null : IntegerText.of(text);
    return number == null || number.bitLength() > LONGEST ? otherwise : number.longValue();
  }

  private static long least(String type) {
    return switch (type) {
      case "smallint" -> Short.MIN_VALUE;
      case "integer" -> Integer.MIN_VALUE;
      default -> Long.MIN_VALUE;
    };
  }

  private static long most(String type) {
    return switch (type) {
      case "smallint" -> Short.MAX_VALUE;
      case "integer" -> Integer.MAX_VALUE;
      default -> Long.MAX_VALUE;
    };
  }

  /// The options in `generated always as identity (sequence name s start with 1 no minvalue)`,
  /// under the names of `SequenceOptions`.
  public static Map<String, String> options(String canonical) {
    var options = new LinkedHashMap<String, String>();
    var words = CanonicalWords.of(canonical);
    for (var i = 0; i < words.size(); i++) {
      var next = i + 1 < words.size() ? words.get(i + 1) : "";
      switch (words.get(i)) {
        case "no" -> {
          options.put(next, "no");
          i++;
        }
        case "cycle" -> options.put("cycle", "");
        case "logged" -> options.put("logged", "");
        case "unlogged" -> options.put("logged", "no");
        case "start", "increment", "restart" -> {
          var name = words.get(i);
          i += next.equals("with") || next.equals("by") ? 1 : 0;
          i = putNumber(options, name, words, i + 1);
        }
        case "minvalue", "maxvalue", "cache" -> i = putNumber(options, words.get(i), words, i + 1);
        case "name" -> options.put("sequence name", name(canonical));
        default -> {}
      }
    }
    return options;
  }

  /// A number with a sign is two words.
  ///
  /// @return the position of the last word taken
  private static int putNumber(
      Map<String, String> options, String name, List<String> words, int at) {
    var first = at < words.size() ? words.get(at) : "";
    if ((first.equals("-") || first.equals("+")) && at + 1 < words.size()) {
      options.put(name, first + words.get(at + 1));
      return at + 1;
    }
    // RESTART may have no number.
    var number = IntegerText.of(first) != null;
    options.put(name, number ? first : "");
    return number ? at : at - 1;
  }

  private static String name(String canonical) {
    var start = canonical.indexOf("sequence name ") + "sequence name ".length();
    var end = start;
    var quoted = false;
    while (end < canonical.length()) {
      var c = canonical.charAt(end);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ' ' || c == ')')) {
        break;
      }
      end++;
    }
    return canonical.substring(start, end);
  }
}
