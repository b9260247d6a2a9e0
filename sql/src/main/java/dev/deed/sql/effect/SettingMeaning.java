package dev.deed.sql.effect;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a server parameter changes for the statements after it, and what deed does about it: one
/// constant for each parameter that changes what a text means. All others are `HARMLESS`.
public enum SettingMeaning {

  // The session's role: whose rights count, and what `"$user"` stands for.
  ROLE("role", Decision.IDENTITY),
  SESSION_AUTHORIZATION("session authorization", Decision.IDENTITY),

  // The replay follows these.
  SEARCH_PATH("search_path", Decision.FOLLOWED),
  DEFAULT_TABLE_ACCESS_METHOD("default_table_access_method", Decision.FOLLOWED),
  DEFAULT_TABLESPACE("default_tablespace", Decision.FOLLOWED),
  DEFAULT_TOAST_COMPRESSION("default_toast_compression", Decision.FOLLOWED),

  /// With `off`, a backslash escapes a quote in every string: strings end elsewhere.
  STANDARD_CONFORMING_STRINGS(
      "standard_conforming_strings",
      "on",
      SettingMeaning::isTrue,
      "strings would end at other places than deed reads"),

  /// The driver sends and expects UTF-8, and fails on anything else.
  CLIENT_ENCODING(
      "client_encoding",
      "UTF8",
      value -> List.of("utf8", "unicode").contains(value.replaceAll("[-_ ]", "")),
      "deed sends every script in UTF-8 and cannot go on in another encoding"),

  /// With `replica`, foreign keys are not checked and other triggers fire.
  SESSION_REPLICATION_ROLE(
      "session_replication_role",
      "origin",
      value -> List.of("origin", "local").contains(value),
      "foreign keys and triggers of all services would not be checked"),

  /// With `on`, `x = NULL` means `x IS NULL`.
  TRANSFORM_NULL_EQUALS(
      "transform_null_equals",
      "off",
      SettingMeaning::isFalse,
      "conditions with = NULL would hold for other rows"),

  // They change what is checked or accepted, not which objects a text names.
  CHECK_FUNCTION_BODIES("check_function_bodies", Decision.HARMLESS),
  ROW_SECURITY("row_security", Decision.HARMLESS),
  BACKSLASH_QUOTE("backslash_quote", Decision.HARMLESS),
  ESCAPE_STRING_WARNING("escape_string_warning", Decision.HARMLESS),
  QUOTE_ALL_IDENTIFIERS("quote_all_identifiers", Decision.HARMLESS),
  ALLOW_SYSTEM_TABLE_MODS("allow_system_table_mods", Decision.HARMLESS),
  EVENT_TRIGGERS("event_triggers", Decision.HARMLESS),
  VARIABLE_CONFLICT("plpgsql.variable_conflict", Decision.HARMLESS),

  // They change how values are read and written.
  ARRAY_NULLS("array_nulls", Decision.HARMLESS),
  BYTEA_OUTPUT("bytea_output", Decision.HARMLESS),
  DATE_STYLE("datestyle", Decision.HARMLESS),
  INTERVAL_STYLE("intervalstyle", Decision.HARMLESS),
  TIME_ZONE("timezone", Decision.HARMLESS),
  XML_OPTION("xmloption", Decision.HARMLESS),

  OTHER("", Decision.HARMLESS);

  public enum Decision {
    /// Changes the role: an error where the service has a role of its own, else followed.
    IDENTITY,
    /// The replay follows it.
    FOLLOWED,
    /// An error, except with the value that deed assumes.
    REFUSED,
    /// Changes nothing of what deed says about the statements after it.
    HARMLESS
  }

  private static final Map<String, SettingMeaning> BY_NAME =
      Stream.of(values()).collect(Collectors.toMap(s -> s.parameter, Function.identity()));

  private final String parameter;
  private final Decision decision;
  private final String assumed;
  private final Predicate<String> isAssumed;
  private final String consequence;

  SettingMeaning(String parameter, Decision decision) {
    this.parameter = parameter;
    this.decision = decision;
    this.assumed = "";
    this.isAssumed = _ -> true;
    this.consequence = "";
  }

  SettingMeaning(
      String parameter, String assumed, Predicate<String> isAssumed, String consequence) {
    this.parameter = parameter;
    this.decision = Decision.REFUSED;
    this.assumed = assumed;
    this.isAssumed = isAssumed;
    this.consequence = consequence;
  }

  /// @param parameter in any case
  public static SettingMeaning of(String parameter) {
    var name = parameter.toLowerCase(Locale.ROOT);
    return name.equals("session_authorization")
        ? SESSION_AUTHORIZATION
        : BY_NAME.getOrDefault(name, OTHER);
  }

  public Decision decision() {
    return decision;
  }

  /// True if the statements after it mean something else.
  public boolean isDecisive() {
    return decision != Decision.HARMLESS;
  }

  public String parameter() {
    return parameter;
  }

  /// The value that deed assumes, of a refused parameter.
  public String assumed() {
    return assumed;
  }

  /// What another value would lead to, as a sentence.
  public String consequence() {
    return consequence;
  }

  /// True if the value breaks what deed assumes; so does an unknown one.
  ///
  /// @param values null for the server's default, empty if the text does not show the value
  public boolean isRefused(@Nullable List<String> values) {
    if (decision != Decision.REFUSED || values == null) {
      return false;
    }
    return values.isEmpty()
        || values.stream().anyMatch(v -> !isAssumed.test(v.strip().toLowerCase(Locale.ROOT)));
  }

  /// `on`, `true`, `yes`, `1` and the beginnings of these words that PostgreSQL accepts.
  private static boolean isTrue(String value) {
    return value.equals("on") || value.equals("1") || begins("true", value) || begins("yes", value);
  }

  private static boolean isFalse(String value) {
    return value.equals("0")
        || (value.length() > 1 && begins("off", value))
        || begins("false", value)
        || begins("no", value);
  }

  private static boolean begins(String word, String value) {
    return !value.isEmpty() && word.startsWith(value);
  }
}
