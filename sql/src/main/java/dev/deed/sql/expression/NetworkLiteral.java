package dev.deed.sql.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Addresses of hosts, networks and network cards.
final class NetworkLiteral {

  private static final Pattern NETWORK =
      Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){0,3})(?:/([0-9]{1,2}))?");

  private NetworkLiteral() {}

  static String inet(String value) {
    if (value.contains(":")) {
      var lower = value.toLowerCase(Locale.ROOT);
      return lower.endsWith("/128") ? lower.substring(0, lower.length() - 4) : lower;
    }
    return value.endsWith("/32") ? value.substring(0, value.length() - 3) : value;
  }

  /// `10.1` is `10.1.0.0/16`: what is left out is 0, and the bits are those of the network's class,
  /// or of the numbers that are there.
  static String cidr(String value) {
    var network = NETWORK.matcher(value.strip());
    if (!network.matches()) {
      return value.toLowerCase(Locale.ROOT);
    }
    var numbers = new ArrayList<>(List.of(network.group(1).split("\\.")));
    var first = Integer.parseInt(numbers.getFirst());
    if (network.group(2) == null && numbers.size() < 4 && first >= 224) {
      return value;
    }
    var ofClass = first < 128 ? 8 : first < 192 ? 16 : 24;
    var bits =
        network.group(2) == null
            ? Integer.toString(Math.max(ofClass, 8 * numbers.size()))
            : network.group(2);
    while (numbers.size() < 4) {
      numbers.add("0");
    }
    return String.join(".", numbers) + "/" + bits;
  }

  /// @param bytes of the type; six become eight as the IEEE has it
  static String hardware(String value, int bytes) {
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
}
