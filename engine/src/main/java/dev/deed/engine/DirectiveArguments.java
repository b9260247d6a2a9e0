package dev.deed.engine;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.schema.RelationLiteral;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The arguments of a directive: `of=20260105090000 wait=48h`. Names are written as in SQL.
///
/// @param words those without `=`, in order
record DirectiveArguments(List<String> words, Map<String, String> named) {

  private static final String BLANKS = " \t\n\u000B\f\r";
  private static final Pattern COLUMN = Pattern.compile("\"(?:[^\"]|\"\")*+\"|[^,\"]+");
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|min|h|d)");
  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,8}");

  DirectiveArguments {
    words = List.copyOf(words);
    named = new LinkedHashMap<>(named);
  }

  /// Empty if the text is not of that form, or names something twice or that is not known.
  static Optional<DirectiveArguments> of(String text, Set<String> known) {
    var words = new ArrayList<String>();
    var named = new LinkedHashMap<String, String>();
    for (var at = afterBlanks(text, 0); at < text.length(); ) {
      var end = endOf(text, at);
      if (end < 0) {
        return Optional.empty();
      }
      var argument = text.substring(at, end);
      var equals = equalsAfterName(argument);
      if (equals < 0) {
        words.add(argument);
      } else {
        var name = argument.substring(0, equals);
        if (!known.contains(name) || named.put(name, argument.substring(equals + 1)) != null) {
          return Optional.empty();
        }
      }
      at = afterBlanks(text, end);
    }
    return Optional.of(new DirectiveArguments(words, named));
  }

  private static int afterBlanks(String text, int from) {
    var at = from;
    while (at < text.length() && BLANKS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /// Where the argument ends, in which quoted parts may hold blanks; -1 where a quote is not
  /// closed.
  private static int endOf(String text, int from) {
    var at = from;
    while (at < text.length() && BLANKS.indexOf(text.charAt(at)) < 0) {
      if (text.charAt(at) == '"') {
        at = text.indexOf('"', at + 1);
        if (at < 0) {
          return -1;
        }
      }
      at++;
    }
    return at;
  }

  /// Where the `=` is in `name=value`, -1 where the argument is a word.
  private static int equalsAfterName(String argument) {
    var at = 0;
    while (at < argument.length() && isOfName(argument.charAt(at))) {
      at++;
    }
    var isNamed = at > 0 && at < argument.length() - 1 && argument.charAt(at) == '=';
    return isNamed ? at : -1;
  }

  private static boolean isOfName(char letter) {
    return (letter >= 'a' && letter <= 'z') || letter == '_' || letter == '-';
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(named.get(name));
  }

  Optional<QualifiedName> relation(String name) {
    return value(name).map(RelationLiteral::parse).filter(QualifiedName::isQualified);
  }

  Optional<String> column(String name) {
    return columns(name).filter(columns -> columns.size() == 1).map(List::getFirst);
  }

  /// `key=tenant,"Order Number"`
  Optional<List<String>> columns(String name) {
    return value(name).flatMap(DirectiveArguments::columnsIn);
  }

  private static Optional<List<String>> columnsIn(String text) {
    var columns = new ArrayList<String>();
    var column = COLUMN.matcher(text);
    var end = 0;
    while (end <= text.length() && column.find(end) && column.start() == end) {
      columns.add(RelationLiteral.parse(column.group()).name());
      end = column.end();
      if (end == text.length()) {
        return Optional.of(columns);
      }
      if (text.charAt(end) != ',') {
        return Optional.empty();
      }
      end++;
    }
    return Optional.empty();
  }

  Optional<Integer> count(String name) {
    return value(name).filter(v -> COUNT.matcher(v).matches()).map(Integer::valueOf);
  }

  /// `250ms`, `5s`, `10min`, `48h`, `30d`, and `0`
  Optional<Duration> duration(String name) {
    return value(name).flatMap(DirectiveArguments::durationOf);
  }

  private static Optional<Duration> durationOf(String text) {
    if (text.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    var match = DURATION.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    var number = Long.parseLong(match.group(1));
    return Optional.of(
        switch (match.group(2)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          case "min" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        });
  }
}
