package dev.deed.sql.schema;

import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A whole number as PostgreSQL writes it: `-4`, `1_000`, `0xff`.
final class IntegerText {

  private static final int HEXADECIMAL = 16;
  private static final int OCTAL = 8;
  private static final int BINARY = 2;
  private static final int DECIMAL = 10;

  private IntegerText() {}

  /// Null for other text.
  static @Nullable BigInteger of(String text) {
    var negative = text.startsWith("-");
    var signed = negative || text.startsWith("+");
    var digits = text.substring(signed ? 1 : 0).replace("_", "").toLowerCase(Locale.ROOT);
    var base = base(digits);
    var value = base == DECIMAL ? digits : digits.substring(2);
    if (value.isEmpty() || !value.chars().allMatch(c -> Character.digit(c, base) >= 0)) {
      return null;
    }
    var number = new BigInteger(value, base);
    return negative ? number.negate() : number;
  }

  private static int base(String digits) {
    return digits.startsWith("0x")
        ? HEXADECIMAL
        : digits.startsWith("0o") ? OCTAL : digits.startsWith("0b") ? BINARY : DECIMAL;
  }
}
