package dev.deed.lint.facts;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the value of a setting that is a time: `5s`, `250`, `1.5min`.
public final class SettingDuration {

  private static final Pattern TIME =
      Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*(us|ms|s|min|h|d)?\\s*");

  private SettingDuration() {}

  /// The duration, in milliseconds if the value has no unit; empty if it is not a time.
  public static Optional<Duration> ofMilliseconds(String value) {
    var time = TIME.matcher(value);
    if (!time.matches()) {
      return Optional.empty();
    }
    var unit = time.group(2) == null ? "ms" : time.group(2);
    var factor =
        switch (unit) {
          case "us" -> 0.001;
          case "s" -> 1_000.0;
          case "min" -> 60_000.0;
          case "h" -> 3_600_000.0;
          case "d" -> 86_400_000.0;
          default -> 1.0;
        };
    return Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(time.group(1)) * factor)));
  }
}
