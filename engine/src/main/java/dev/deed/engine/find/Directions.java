package dev.deed.engine.find;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names that say whether a file is the up or the down of a migration: `1_users.down.sql`,
/// `1.undo.users.sql`, `down_1_users.sql`. A file is a down only where its up is there too, since
/// `1_undo_rename.sql` may be the up of a migration.
///
/// @param ups each file that is run, and what its name is without the direction, and the ending
/// @param downs by the names of their ups
public record Directions(SortedMap<String, String> ups, SortedMap<String, String> downs) {

  private static final String UP = "(?:up|do|deploy|apply)";
  private static final String DOWN = "(?:down|undo|rollback|revert)";

  private static final Pattern PRODUCT =
      Pattern.compile("(?i)[._-](?:all|any|common|postgres(?:ql)?|pg(?:sql)?)$");

  /// Suffix, after the version, and prefix; what remains are the groups.
  private static final Pattern UPS = pattern(UP);

  private static final Pattern DOWNS = pattern(DOWN);

  private static Pattern pattern(String word) {
    return Pattern.compile(
        "(?i)((?:.*/)?)(?:(.+)[._-]%1$s|([vV]?\\d[\\d.]*)[._-]%1$s([._-].+)|%1$s[._-](\\d.*))"
            .formatted(word));
  }

  /// @param paths of files of SQL
  public static Directions of(Collection<String> paths) {
    var plain = new HashMap<String, String>();
    var down = new HashMap<String, String>();
    paths.forEach(path -> {
      var stem = RepositoryFile.stem(path);
      without(DOWNS, stem).ifPresent(base -> down.put(path, base));
      plain.put(path, stem);
    });
    var ups = new TreeMap<String, String>();
    var downs = new TreeMap<String, String>();
    var bases = new HashSet<>(plain.values());
    plain.forEach((path, stem) -> without(UPS, stem).ifPresent(bases::add));
    var ofProducts = ofProducts(bases);
    down.replaceAll((_, base) ->
        bases.contains(base) ? base : ofProducts.getOrDefault(withoutProduct(base), base));
    var undone = Set.copyOf(down.values());
    for (var path : plain.keySet()) {
      var base = down.get(path);
      if (base != null && bases.contains(base)) {
        downs.put(base, path);
      } else {
        var stem = plain.getOrDefault(path, path);
        // Without its down, a name such as `1_up_to_date` is a name.
        ups.put(
            path,
            without(UPS, stem)
                .filter(up -> undone.contains(up) || stem.matches("(?i).*[._-]" + UP))
                .orElse(stem));
      }
    }
    return new Directions(ups, downs);
  }

  /// `1.users.postgres` by `1.users`: its down may be `1.users.all.down.sql`.
  private static Map<String, String> ofProducts(Set<String> bases) {
    var ofProducts = new HashMap<String, String>();
    for (var base : bases) {
      var bare = withoutProduct(base);
      if (!bare.equals(base)) {
        ofProducts.put(bare, base);
      }
    }
    return ofProducts;
  }

  private static String withoutProduct(String base) {
    return PRODUCT.matcher(base).replaceFirst("");
  }

  private static Optional<String> without(Pattern pattern, String stem) {
    var match = pattern.matcher(stem);
    return match.matches()
        ? Optional.of(
            part(match, 1) + part(match, 2) + part(match, 3) + part(match, 4) + part(match, 5))
        : Optional.empty();
  }

  private static String part(Matcher match, int group) {
    var part = match.group(group);
    return part == null ? "" : part;
  }

  /// The down of a file that is run.
  public Optional<String> downOf(String path) {
    return Optional.ofNullable(downs.get(ups.getOrDefault(path, "")));
  }
}
