package dev.deed.sql.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Points, and what is made of them: PostgreSQL reads them with fewer parentheses than it prints.
final class GeometryLiteral {

  private static final Pattern NUMBERS = Pattern.compile("[-+.eE0-9]+(,[-+.eE0-9]+)*");

  private GeometryLiteral() {}

  /// @param number prints a number
  static String of(String value, String type, UnaryOperator<String> number) {
    var text = value.replaceAll("\\s", "");
    var bare = text.replaceAll("[()\\[\\]<>]", "");
    if (!NUMBERS.matcher(bare).matches()) {
      return value;
    }
    var numbers = List.of(bare.split(",")).stream().map(number).toList();
    if (!numbers.stream().allMatch(LiteralText::isFloat)) {
      return value;
    }
    var count = numbers.size();
    return switch (type) {
      case "point" -> count == 2 ? points(numbers) : value;
      case "lseg" -> count == 4 ? "[" + points(numbers) + "]" : value;
      case "box" -> count == 4 ? box(numbers) : value;
      case "circle" ->
          count == 3 ? "<" + points(numbers.subList(0, 2)) + "," + numbers.get(2) + ">" : value;
      case "polygon" -> count % 2 == 0 ? "(" + points(numbers) + ")" : value;
      case "path" ->
          count % 2 == 0
              ? text.startsWith("[") ? "[" + points(numbers) + "]" : "(" + points(numbers) + ")"
              : value;
      default -> value;
    };
  }

  private static String points(List<String> numbers) {
    var points = new ArrayList<String>();
    for (var i = 0; i + 1 < numbers.size(); i += 2) {
      points.add("(" + numbers.get(i) + "," + numbers.get(i + 1) + ")");
    }
    return String.join(",", points);
  }

  /// The corner with the larger coordinates comes first.
  private static String box(List<String> numbers) {
    var high = new ArrayList<String>();
    var low = new ArrayList<String>();
    for (var i = 0; i < 2; i++) {
      var one = numbers.get(i);
      var other = numbers.get(i + 2);
      var isLarger = new BigDecimal(one).compareTo(new BigDecimal(other)) >= 0;
      high.add(isLarger ? one : other);
      low.add(isLarger ? other : one);
    }
    return points(high) + "," + points(low);
  }
}
