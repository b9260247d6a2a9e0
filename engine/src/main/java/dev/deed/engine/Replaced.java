package dev.deed.engine;

import java.util.Optional;
import java.util.regex.Pattern;

/// An earlier migration of the same service whose statements are a part of this one: where it was
/// applied, this one need not be. `-- deed: replaces 20260129103000 <checksum>`
public record Replaced(Version version, Checksum checksum) {

  /// The directive that states one.
  static final String NAME = "replaces";

  static final String FORM = "-- deed: replaces <version> <checksum>";

  private static final Pattern ARGUMENTS = Pattern.compile("([0-9]{1,40})\\s+([0-9a-f]{64})");

  static Optional<Replaced> of(String arguments) {
    var match = ARGUMENTS.matcher(arguments);
    return match.matches()
        ? Optional.of(new Replaced(new Version(match.group(1)), new Checksum(match.group(2))))
        : Optional.empty();
  }

  /// The line of a file that says so.
  public String line() {
    return "-- deed: %s %s %s".formatted(NAME, version, checksum);
  }
}
