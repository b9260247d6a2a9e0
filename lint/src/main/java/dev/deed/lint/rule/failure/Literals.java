package dev.deed.lint.rule.failure;

import dev.deed.lint.facts.VectorConstants;
import dev.deed.lint.facts.VectorIndexes;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.DataType.DomainType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Constants that are certainly not values of a type, whatever the settings of the session are.
final class Literals {

  private static final Map<String, Integer> INTEGER_BITS =
      Map.of("smallint", 15, "integer", 31, "bigint", 63);

  private static final Set<String> NUMBERS =
      Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

  private static final Set<String> TIMES =
      Set.of(
          "date",
          "timestamp with time zone",
          "timestamp without time zone",
          "time with time zone",
          "time without time zone");

  private static final Pattern INTEGER =
      Pattern.compile("\\s*[-+]?(\\d[\\d_]*|0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+)\\s*");
  private static final Pattern PLAIN_INTEGER = Pattern.compile("\\s*[-+]?\\d+\\s*");
  private static final Pattern PLAIN_NUMBER = Pattern.compile("\\s*[-+]?\\d+(\\.\\d*)?\\s*");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)\\s*[-+]?(\\d[\\d_]*(\\.\\d*)?|\\.\\d+)(e[-+]?\\d+)?\\s*|\\s*[-+]?(nan|inf|infinity)\\s*|\\s*[-+]?0[xob][0-9a-f_]+\\s*");
  private static final Pattern BOOLEAN =
      Pattern.compile(
          "(?i)\\s*(t|tr|tru|true|f|fa|fal|fals|false|y|ye|yes|n|no|on|of|off|0|1)\\s*");
  private static final Pattern UUID =
      Pattern.compile("(?i)\\s*\\{?([0-9a-f]{4}-?){7}[0-9a-f]{4}\\}?\\s*");

  /// Words without a digit, none of which is a time.
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]*");

  private static final Set<String> TIME_WORDS =
      Set.of("allballs", "epoch", "infinity", "now", "today", "tomorrow", "yesterday");

  /// The order of year, month and day does not depend on a setting if the year has four digits.
  private static final Pattern DAY =
      Pattern.compile("\\s*(\\d{4})-(\\d{1,2})-(\\d{1,2})([ T].*)?", Pattern.DOTALL);

  private static final Pattern HOUR = Pattern.compile("(\\d{2}):(\\d{2})(:\\d{2})?");
  private static final int DAYS_OF_LEAP_YEAR = 2000;

  private Literals() {}

  /// Whether the constant is not a value of the type, whatever its length.
  ///
  /// @param type resolved
  static boolean isRefused(TypeName type, Expression value, Known known) {
    if (!(value instanceof Constant(var kind, var text)) || !Types.isClear(type)) {
      return false;
    }
    if (type.arrayDimensions() > 0) {
      return kind == ConstantKind.STRING && isNotArray(text);
    }
    if (VectorIndexes.isVector(type) && isExtensions(type, known)) {
      return kind == ConstantKind.STRING && VectorConstants.isRefused(type, text);
    }
    if (type.name().schema() != null) {
      return isRefusedByOwnType(type, value, known);
    }
    return isRefused(type.name().name(), kind, text);
  }

  private static boolean isRefusedByOwnType(TypeName type, Expression value, Known known) {
    if (!(value instanceof Constant(var kind, var text)) || kind != ConstantKind.STRING) {
      return false;
    }
    return Enums.of(type.name(), known).filter(e -> !e.labels().contains(text)).isPresent()
        || base(type, known).filter(b -> isRefused(b, value, known)).isPresent();
  }

  private static Optional<TypeName> base(TypeName domain, Known known) {
    return Enums.type(domain.name(), known)
        .filter(DomainType.class::isInstance)
        .map(t -> ((DomainType) t).base());
  }

  private static boolean isRefused(String type, ConstantKind kind, String text) {
    return switch (kind) {
      case STRING -> isNotText(type, text);
      case BOOLEAN ->
          NUMBERS.contains(type) || TIMES.contains(type) || Set.of("uuid", "json").contains(type);
      case NUMBER ->
          TIMES.contains(type)
              || Set.of("boolean", "uuid", "jsonb", "json", "interval").contains(type);
      case BITS, NULL -> false;
    };
  }

  private static boolean isNotText(String type, String text) {
    if (INTEGER_BITS.containsKey(type)) {
      return !INTEGER.matcher(text).matches() || isOutOfRange(type, text);
    }
    if (NUMBERS.contains(type)) {
      return !NUMBER.matcher(text).matches();
    }
    if (TIMES.contains(type)) {
      return isNotTime(type, text);
    }
    return switch (type) {
      case "boolean" -> !BOOLEAN.matcher(text).matches();
      case "uuid" -> !UUID.matcher(text).matches();
      case "json", "jsonb" -> !JsonSyntax.isValue(text);
      case "inet", "cidr" -> text.chars().noneMatch(c -> c == ':' || Character.isDigit(c));
      case "interval" ->
          WORD.matcher(text.strip()).matches() && !text.strip().equalsIgnoreCase("infinity");
      default -> false;
    };
  }

  /// `ARRAY` and `{...}`, also with bounds: `[0:1]={a,b}`.
  private static boolean isNotArray(String text) {
    var stripped = text.strip();
    return !stripped.startsWith("{") && !(stripped.startsWith("[") && stripped.contains("="));
  }

  private static boolean isNotTime(String type, String text) {
    var word = text.strip();
    if (WORD.matcher(word).matches()) {
      return !TIME_WORDS.contains(word.toLowerCase(Locale.ROOT));
    }
    if (type.startsWith("time ")) {
      var hour = HOUR.matcher(word);
      return hour.matches()
          && (Integer.parseInt(hour.group(1)) > 24 || Integer.parseInt(hour.group(2)) > 59);
    }
    var day = DAY.matcher(text);
    return day.matches()
        && !isDay(
            Integer.parseInt(day.group(1)),
            Integer.parseInt(day.group(2)),
            Integer.parseInt(day.group(3)));
  }

  /// A year before Christ may be a leap year that the number does not show.
  private static boolean isDay(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1) {
      return false;
    }
    var counted = year < 1000 ? DAYS_OF_LEAP_YEAR : year;
    return day <= java.time.YearMonth.of(counted, month).lengthOfMonth();
  }

  // Values that a type takes, and a column of this size does not

  /// Whether the constant, stored in a column of the type, exceeds its length or its range.
  ///
  /// @param type resolved
  static boolean exceeds(TypeName type, Expression value, Known known) {
    if (!(value instanceof Constant(var kind, var text))
        || !Types.isClear(type)
        || type.arrayDimensions() > 0) {
      return false;
    }
    if (VectorIndexes.isVector(type) && isExtensions(type, known)) {
      return kind == ConstantKind.STRING && hasOtherDimensions(type, text);
    }
    if (type.name().schema() != null) {
      return base(type, known).filter(b -> exceeds(b, value, known)).isPresent();
    }
    var name = type.name().name();
    return switch (kind) {
      case STRING ->
          isTooLong(type, text)
              || (name.equals("numeric")
                  && PLAIN_NUMBER.matcher(text).matches()
                  && overflows(type, text));
      case NUMBER ->
          (PLAIN_INTEGER.matcher(text).matches() && isOutOfRange(name, text))
              || (name.equals("numeric")
                  && PLAIN_NUMBER.matcher(text).matches()
                  && overflows(type, text));
      case BOOLEAN, BITS, NULL -> false;
    };
  }

  private static boolean hasOtherDimensions(TypeName vector, String text) {
    var wanted = VectorIndexes.dimensions(vector);
    var written = VectorConstants.dimensions(vector, text);
    return wanted.isPresent() && written.isPresent() && !wanted.equals(written);
  }

  /// Whether no migration creates a type of that name.
  private static boolean isExtensions(TypeName type, Known known) {
    return known.catalog().type(type.name()).isEmpty();
  }

  private static boolean isOutOfRange(String type, String number) {
    var bits = INTEGER_BITS.get(type);
    if (bits == null || !PLAIN_INTEGER.matcher(number).matches()) {
      return false;
    }
    var stripped = number.strip();
    var value = new BigInteger(stripped.startsWith("+") ? stripped.substring(1) : stripped);
    return value.bitLength() > bits;
  }

  private static boolean overflows(TypeName numeric, String number) {
    var modifiers = numeric.modifiers();
    if (modifiers.isEmpty()
        || !modifiers.stream().allMatch(m -> PLAIN_INTEGER.matcher(m).matches())) {
      return false;
    }
    var precision = Integer.parseInt(modifiers.getFirst().strip());
    var scale = modifiers.size() > 1 ? Integer.parseInt(modifiers.get(1).strip()) : 0;
    var value = new BigDecimal(number.strip()).abs().setScale(scale, RoundingMode.HALF_UP);
    return value.compareTo(BigDecimal.TEN.pow(Math.max(0, precision - scale))) >= 0
        && precision >= scale;
  }

  /// Blanks at the end are cut off in silence.
  private static boolean isTooLong(TypeName type, String text) {
    var name = type.name().name();
    if (!name.equals("character varying") && !name.equals("character")) {
      return false;
    }
    var most =
        type.modifiers().isEmpty()
            ? (name.equals("character") ? "1" : "")
            : type.modifiers().getFirst();
    if (!PLAIN_INTEGER.matcher(most).matches() || most.length() > 9) {
      return false;
    }
    var stripped = text.replaceFirst(" +$", "");
    return stripped.codePointCount(0, stripped.length()) > Integer.parseInt(most.strip());
  }
}
