package dev.deed.ownership.file;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Durations as PostgreSQL's settings are written: `500ms`, `2s`, `5min`, `1h`, and `off`.
public final class Durations {

  public static final String EXPECTED = "a duration such as 500ms, 2s, 5min, 1h or off";

  private static final Pattern FORM = Pattern.compile("(\\d{1,9}) ?(ms|s|min|h|d)");

  private Durations() {}

  /// Empty if the text is not a duration.
  public static Optional<Duration> parse(String text) {
    if (text.equals("off") || text.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    var matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(of(Long.parseLong(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }

  private static Duration of(long amount, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "min" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      case "d" -> Duration.ofDays(amount);
      default -> throw new DateTimeException(unit);
    };
  }
}
