package dev.deed.sql.expression;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// A string literal as the output function of its type prints it, which is what `pg_dump` has:
/// `10.0.0.1/32` of type `inet` is `10.0.0.1`. A text that is not understood stays as it is: to
/// call two values different is the smaller mistake.
final class LiteralText {

  private static final Pattern HEX = Pattern.compile("\\\\x([0-9a-fA-F]{2})*");
  private static final Pattern OCTAL = Pattern.compile("[0-3][0-7]{2}");
  private static final Pattern BITS = Pattern.compile("[xX][0-9a-fA-F]*");
  private static final Pattern MONEY = Pattern.compile("-?\\$?[0-9,]+(\\.[0-9]{1,2})?");
  private static final Pattern FLOAT = Pattern.compile("[+-]?[0-9]*\\.?[0-9]+(e[+-]?[0-9]{1,3})?");

  private LiteralText() {}

  static String of(String value, TypeName type) {
    if (type.name().name().equals("hstore") && type.arrayDimensions() == 0) {
      return HstoreLiteral.of(value);
    }
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
      case "bit", "bit varying" -> bits(value);
      case "jsonb" -> JsonLiteral.of(value);
      case "jsonpath" -> PathLiteral.of(value);
      case "inet" -> NetworkLiteral.inet(value);
      case "cidr" -> NetworkLiteral.cidr(value);
      case "uuid" -> uuid(value);
      case "macaddr" -> NetworkLiteral.hardware(value, 6);
      case "macaddr8" -> NetworkLiteral.hardware(value, 8);
      case "bytea" -> bytea(value);
      case "money" -> money(value);
      case "real" -> floating(value, true);
      case "double precision" -> floating(value, false);
      case "date" -> TimeLiteral.date(value);
      case "time without time zone" -> TimeLiteral.time(value);
      case "time with time zone" -> TimeLiteral.zonedTime(value);
      case "timestamp without time zone" -> TimeLiteral.timestamp(value);
      case "timestamp with time zone" -> TimeLiteral.zoned(value);
      case "int4range", "int8range" ->
          RangeLiteral.discrete(value, UnaryOperator.identity(), RangeLiteral::nextNumber);
      case "daterange" -> RangeLiteral.discrete(value, TimeLiteral::date, RangeLiteral::nextDay);
      case "numrange" -> RangeLiteral.of(value, UnaryOperator.identity());
      case "tsrange" -> RangeLiteral.of(value, TimeLiteral::timestamp);
      case "tstzrange" -> RangeLiteral.of(value, TimeLiteral::zoned);
      case "int4multirange",
          "int8multirange",
          "datemultirange",
          "nummultirange",
          "tsmultirange",
          "tstzmultirange" ->
          RangeLiteral.several(value, range -> of(range, TypeName.of(name.replace("multi", ""))));
      case "tsvector" -> TextSearchLiteral.document(value);
      case "tsquery" -> TextSearchLiteral.query(value);
      case "point", "lseg", "box", "circle", "polygon", "path" ->
          GeometryLiteral.of(value, name, number -> floating(number, false));
      case "regclass", "regproc", "regprocedure", "regtype", "regconfig" -> objectName(value, name);
      default -> name.startsWith("interval") ? IntervalLiteral.of(value, type) : value;
    };
  }

  /// Names of PostgreSQL's own objects need no schema.
  private static String objectName(String value, String type) {
    var name = value.strip();
    var own = name.startsWith("pg_catalog.") ? name.substring("pg_catalog.".length()) : name;
    if (!type.equals("regtype")) {
      return own;
    }
    return switch (own.toLowerCase(Locale.ROOT)) {
      case "int", "int4" -> "integer";
      case "int8" -> "bigint";
      case "int2" -> "smallint";
      case "bool" -> "boolean";
      case "float4" -> "real";
      case "float", "float8" -> "double precision";
      case "decimal" -> "numeric";
      case "varchar" -> "character varying";
      case "varbit" -> "bit varying";
      case "time" -> "time without time zone";
      case "timetz" -> "time with time zone";
      case "timestamp" -> "timestamp without time zone";
      case "timestamptz" -> "timestamp with time zone";
      default -> own;
    };
  }

  /// `xff` is 11111111.
  private static String bits(String value) {
    if (!BITS.matcher(value).matches()) {
      return value.regionMatches(true, 0, "b", 0, 1) ? value.substring(1) : value;
    }
    var bits = new StringBuilder();
    value
        .substring(1)
        .chars()
        .forEach(c -> {
          var digit = Integer.toBinaryString(Character.digit(c, 16));
          bits.append("0".repeat(4 - digit.length())).append(digit);
        });
    return bits.toString();
  }

  private static String uuid(String value) {
    var digits = value.replaceAll("[{}-]", "").toLowerCase(Locale.ROOT);
    return digits.matches("[0-9a-f]{32}")
        ? digits.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")
        : value;
  }

  private static String bytea(String value) {
    var digits = value.startsWith("\\x") ? value.replaceAll("\\s", "") : value;
    if (HEX.matcher(digits).matches()) {
      return digits.toLowerCase(Locale.ROOT);
    }
    var hex = new StringBuilder("\\x");
    for (var i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      if (c == '\\') {
        var octal = i + 4 <= value.length() ? value.substring(i + 1, i + 4) : "";
        var isOctal = OCTAL.matcher(octal).matches();
        if (!isOctal && !value.startsWith("\\\\", i)) {
          return value;
        }
        hex.append("%02x".formatted(isOctal ? Integer.parseInt(octal, 8) : (int) c));
        i += isOctal ? 3 : 1;
      } else {
        for (var b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
          hex.append("%02x".formatted(b));
        }
      }
    }
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
