package dev.deed.sql.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// A string literal as the output function of its type prints it, which is what `pg_dump` has:
/// `10.0.0.1/32` of type `inet` is `10.0.0.1`. A text that is not understood stays as it is: to
/// call two values different is the smaller mistake.
final class LiteralText {

  private static final Pattern HEX = Pattern.compile("\\\\x([0-9a-fA-F]{2})*");
  private static final Pattern PLAIN = Pattern.compile("[ -\\[\\]-~]*");
  private static final Pattern MONEY = Pattern.compile("-?\\$?[0-9,]+(\\.[0-9]{1,2})?");
  private static final Pattern HOST = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final Pattern FLOAT = Pattern.compile("[+-]?[0-9]*\\.?[0-9]+(e[+-]?[0-9]{1,3})?");

  private LiteralText() {}

  static String of(String value, TypeName type) {
    if (type.name().schema() != null) {
      return value;
    }
    return type.arrayDimensions() > 0
        ? ArrayLiteral.of(value, element(type))
        : plain(value, type, type.name().name());
  }

  private static UnaryOperator<String> element(TypeName type) {
    var element = new TypeName(type.name(), type.modifiers(), 0, false, null);
    return element.isBuiltIn("boolean") ? LiteralText::truth : text -> of(text, element);
  }

  private static String truth(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "t", "true", "yes", "on", "1", "y" -> "t";
      case "f", "false", "no", "off", "0", "n" -> "f";
      default -> value;
    };
  }

  private static String plain(String value, TypeName type, String name) {
    return switch (name) {
      case "interval" -> type.modifiers().isEmpty() ? IntervalLiteral.of(value) : value;
      case "jsonb" -> JsonLiteral.of(value);
      case "inet" -> inet(value);
      case "cidr" -> HOST.matcher(value).matches() ? value + "/32" : value.toLowerCase(Locale.ROOT);
      case "uuid" -> uuid(value);
      case "macaddr" -> hardware(value, 6);
      case "macaddr8" -> hardware(value, 8);
      case "bytea" -> bytea(value);
      case "money" -> money(value);
      case "real" -> floating(value, true);
      case "double precision" -> floating(value, false);
      case "date" -> TimeLiteral.date(value);
      case "time without time zone" -> TimeLiteral.time(value);
      case "timestamp without time zone" -> TimeLiteral.timestamp(value);
      case "timestamp with time zone" -> TimeLiteral.zoned(value);
      case "int4range", "int8range" -> RangeLiteral.discrete(value, RangeLiteral::nextNumber);
      case "daterange" -> RangeLiteral.discrete(value, RangeLiteral::nextDay);
      case "numrange" -> RangeLiteral.of(value, UnaryOperator.identity());
      case "tsrange" -> RangeLiteral.of(value, TimeLiteral::timestamp);
      case "tstzrange" -> RangeLiteral.of(value, TimeLiteral::zoned);
      default -> value;
    };
  }

  private static String inet(String value) {
    if (value.contains(":")) {
      var lower = value.toLowerCase(Locale.ROOT);
      return lower.endsWith("/128") ? lower.substring(0, lower.length() - 4) : lower;
    }
    return value.endsWith("/32") ? value.substring(0, value.length() - 3) : value;
  }

  private static String uuid(String value) {
    var digits = value.replaceAll("[{}-]", "").toLowerCase(Locale.ROOT);
    return digits.matches("[0-9a-f]{32}")
        ? digits.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")
        : value;
  }

  /// @param bytes of the type; six become eight as the IEEE has it
  private static String hardware(String value, int bytes) {
    var digits = value.replaceAll("[:.-]", "").toLowerCase(Locale.ROOT);
    if (!digits.matches("[0-9a-f]{12}|[0-9a-f]{16}") || digits.length() > 2 * bytes) {
      return value;
    }
    var whole =
        digits.length() < 2 * bytes
            ? digits.substring(0, 6) + "fffe" + digits.substring(6)
            : digits;
    return String.join(":", List.of(whole.split("(?<=\\G..)")));
  }

  private static String bytea(String value) {
    var digits = value.startsWith("\\x") ? value.replaceAll("\\s", "") : value;
    if (HEX.matcher(digits).matches()) {
      return digits.toLowerCase(Locale.ROOT);
    }
    if (!PLAIN.matcher(value).matches()) {
      return value;
    }
    var hex = new StringBuilder("\\x");
    value.chars().forEach(c -> hex.append("%02x".formatted(c)));
    return hex.toString();
  }

  /// With the separators of most locales; of others, nothing is known.
  private static String money(String value) {
    if (!MONEY.matcher(value).matches()) {
      return value;
    }
    var amount = new BigDecimal(value.replaceAll("[$,]", "")).setScale(2).toPlainString();
    return amount.startsWith("-") ? "-$" + amount.substring(1) : "$" + amount;
  }

  static boolean isFloat(String value) {
    return FLOAT.matcher(value).matches();
  }

  private static String floating(String value, boolean single) {
    var text = value.strip().toLowerCase(Locale.ROOT);
    if (!isFloat(text)) {
      return value;
    }
    var shortest =
        single ? Float.toString(Float.parseFloat(text)) : Double.toString(Double.parseDouble(text));
    return shortest.contains("I") || shortest.contains("N")
        ? value
        : new BigDecimal(shortest).stripTrailingZeros().toPlainString();
  }
}
