package dev.deed.sql.parse;

import java.util.Locale;
import java.util.regex.Pattern;

/// Removes passwords from definitions, which are shown to users.
final class PasswordMask {

  static final String HIDDEN = "***";

  private static final Pattern KEYWORD_VALUE =
      Pattern.compile("(?i)(password\\s*=\\s*)('(?:[^'\\\\]|\\\\.)*+'|[^\\s&']+)");
  private static final Pattern URL_USER = Pattern.compile("(//[^/@:\\s]*:)[^/@\\s]*@");

  private static final Pattern OPTION_VALUE =
      Pattern.compile("(?i)(\\w*password\\w*\"? )'(?:[^']|'')*+'");

  private PasswordMask() {}

  /// The value of an option of that name.
  static String hidden(String name, String value) {
    return name.toLowerCase(Locale.ROOT).contains("password") ? HIDDEN : value;
  }

  /// A list of options, canonical: `(set user 'a', add password 'b')`.
  static String hiddenInOptions(String options) {
    return OPTION_VALUE.matcher(options).replaceAll("$1'" + HIDDEN + "'");
  }

  /// A connection string, as `key=value` pairs or as a URL.
  static String hiddenIn(String connection) {
    var pairs = KEYWORD_VALUE.matcher(connection).replaceAll("$1" + HIDDEN);
    return URL_USER.matcher(pairs).replaceAll("$1" + HIDDEN + "@");
  }
}
