package dev.deed.engine;

import java.util.Optional;
import java.util.regex.Pattern;

/// How far to go: `head`, `+2`, `20260129103000` (or a prefix that only one version has), `-1`,
/// `base`.
public sealed interface Goal {

  Goal HEAD = new Head();
  Goal BASE = new Base();

  /// All migrations.
  record Head() implements Goal {}

  record Forward(int count) implements Goal {}

  /// That version and all versions before it.
  ///
  /// @param prefix digits, or the beginning of another tool's name of it
  record At(String prefix) implements Goal {}

  record Backward(int count) implements Goal {}

  /// No migration at all.
  record Base() implements Goal {}

  Pattern COUNT = Pattern.compile("([+-])([1-9][0-9]{0,5})");

  /// Empty if the text is none of these.
  static Optional<Goal> parse(String text) {
    var count = COUNT.matcher(text);
    if (count.matches()) {
      var number = Integer.parseInt(count.group(2));
      return Optional.of(count.group(1).equals("+") ? new Forward(number) : new Backward(number));
    }
    return switch (text) {
      case "head" -> Optional.of(HEAD);
      case "base" -> Optional.of(BASE);
      default -> isAt(text) ? Optional.of(new At(text)) : Optional.empty();
    };
  }

  private static boolean isAt(String text) {
    return Version.isName(text) && Character.isLetterOrDigit(text.charAt(0));
  }

  /// The text that a user types for it.
  default String text() {
    return switch (this) {
      case Head head -> "head";
      case Forward forward -> "+" + forward.count();
      case At at -> at.prefix();
      case Backward backward -> "-" + backward.count();
      case Base base -> "base";
    };
  }
}
