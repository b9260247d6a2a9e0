package dev.deed.cli.job;

import java.util.Collection;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Variables in plain scripts of SQL, which psql or another program replaces: psql's `:name`, and
/// `${name}`.
final class VariableSearch {

  /// Comments and strings: a colon there is a colon.
  private static final Pattern ASIDE =
      Pattern.compile("(?s)--[^\\n]*|/\\*.*?\\*/|(?<!:)'(?:[^']|'')*+'");

  private static final Pattern VARIABLE =
      Pattern.compile(
          "(?<![:\\w\\])}\"']):([\"']?)([A-Za-z_]\\w*)\\1(?!\\w)|\\$\\{([A-Za-z_]\\w*)\\}");

  private VariableSearch() {}

  /// @return names with values to read the scripts with: those that programs put in are not known
  static SortedMap<String, String> in(Collection<String> texts) {
    var found = new TreeMap<String, String>();
    for (var text : texts) {
      VARIABLE
          .matcher(ASIDE.matcher(text).replaceAll(" "))
          .results()
          .map(match -> match.group(2) == null ? match.group(3) : match.group(2))
          .forEach(name -> found.put(name, name.toLowerCase(Locale.ROOT)));
    }
    return found;
  }
}
