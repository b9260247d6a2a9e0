package dev.deed.cli;

import dev.deed.cli.host.Surroundings;
import java.util.Locale;

/// Whether a report is coloured.
enum ColorMode {
  AUTO,
  ALWAYS,
  NEVER;

  /// `TERM=dumb` stands for a terminal without colours; `NO_COLOR` for a user who does not want any
  /// (see no-color.org).
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
