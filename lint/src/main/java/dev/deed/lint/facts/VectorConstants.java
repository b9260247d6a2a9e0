package dev.deed.lint.facts;

import dev.deed.sql.expression.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Values of pgvector's types, as constants write them.
public final class VectorConstants {

  private static final Pattern LIST = Pattern.compile("\\s*\\[([^\\[\\]]*)]\\s*");
  private static final Pattern PAIRS =
      Pattern.compile("\\s*\\{([^{}]*)}\\s*/\\s*([0-9]{1,15})\\s*");

  /// As C's `strtof` reads it, except hexadecimal numbers, which are not looked at.
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?|[-+]?0[xX].*");

  private VectorConstants() {}

  /// Whether the text is certainly not a value of the type, whatever its dimensions.
  ///
  /// @param type of pgvector
  public static boolean isRefused(TypeName type, String text) {
    if (isSparse(type)) {
      return !PAIRS.matcher(text).matches();
    }
    var list = LIST.matcher(text);
    return !list.matches()
        || elements(list.group(1)).stream()
            .anyMatch(element -> !NUMBER.matcher(element.strip()).matches());
  }

  /// Empty if the text is not a value of the type.
  public static Optional<Long> dimensions(TypeName type, String text) {
    if (isRefused(type, text)) {
      return Optional.empty();
    }
    if (isSparse(type)) {
      var pairs = PAIRS.matcher(text);
      return pairs.matches() ? VectorIndexes.number(pairs.group(2)) : Optional.empty();
    }
    return Optional.of((long) elements(text).size());
  }

  private static boolean isSparse(TypeName type) {
    return type.name().name().equals("sparsevec");
  }

  private static List<String> elements(String list) {
    return List.of(list.split(",", -1));
  }
}
