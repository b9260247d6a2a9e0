package dev.deed.cli;

import dev.deed.cli.host.Surroundings;
import java.util.Locale;

/// When a report is coloured.
enum ColorMode {
  AUTO,
  ALWAYS,
  NEVER;

  /// A terminal may say that it knows no colours (`TERM=dumb`), and a person that they want none
  /// (`NO_COLOR`, see no-color.org).
  boolean isOn(Surroundings surroundings) {
    var environment = surroundings.environment();
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          surroundings.terminal()
              && environment.getOrDefault("NO_COLOR", "").isEmpty()
              && !"dumb".equals(environment.get("TERM"));
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
