package dev.deed.engine;

import java.util.Optional;
import java.util.regex.Pattern;

/// A migration file's name, taken apart: `<version>_<slug>.sql`, or one of a pair
/// `<version>_<slug>.up.sql` and `<version>_<slug>.down.sql`.
record FileName(Version version, String slug, Part part) {

  enum Part {
    BOTH,
    UP,
    DOWN
  }

  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,40})_([\\p{L}\\p{N}_.-]*?[\\p{L}\\p{N}])(\\.up|\\.down)?\\.sql");

  static Optional<FileName> of(String name) {
    var match = FORM.matcher(name);
    return match.matches()
        ? Optional.of(
            new FileName(new Version(match.group(1)), match.group(2), part(match.group(3))))
        : Optional.empty();
  }

  @SuppressWarnings("NullAway") // a group that took no part in the match
  private static Part part(String suffix) {
    if (suffix == null) {
      return Part.BOTH;
    }
    return suffix.equals(".up") ? Part.UP : Part.DOWN;
  }
}
