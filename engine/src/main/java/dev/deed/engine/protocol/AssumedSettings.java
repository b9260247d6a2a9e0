package dev.deed.engine.protocol;

import dev.deed.sql.Identifier;
import dev.deed.sql.effect.SessionEffect.SetsParameter;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The settings and the role under which deed has read a script. They are set and made sure of on
/// the server before a script, and verified after what could have changed them
/// (docs/decisions/010-settings-that-deed-assumes.md).
public final class AssumedSettings {

  /// The error code of a script or a session in which they are otherwise.
  public static final String OTHERWISE = "DEED1";

  private static final String SEARCH_PATH = "search_path";
  private static final String ALL = "all";

  /// What statements have set.
  ///
  /// @param parameters lower case
  /// @param path the last search path; null for the declared one
  record SetSoFar(Set<String> parameters, @Nullable List<String> path) {

    static final SetSoFar NOTHING = new SetSoFar(Set.of(), null);

    /// The same where a statement sets nothing new: there may be thousands.
    SetSoFar and(Statement statement) {
      var next = this;
      for (var effect : statement.effects()) {
        if (effect instanceof SetsParameter set) {
          next = next.and(set);
        }
      }
      return next;
    }

    private SetSoFar and(SetsParameter set) {
      var isPath = set.parameter().equals(SEARCH_PATH) || set.parameter().equals(ALL);
      var now = isPath ? set.values() : path;
      if (parameters.contains(set.parameter()) && Objects.equals(now, path)) {
        return this;
      }
      var more = new HashSet<>(parameters);
      more.add(set.parameter());
      return new SetSoFar(Set.copyOf(more), now);
    }
  }

  /// @param value as `current_setting` shows it
  private record Assumed(String name, String value) {

    String setting() {
      return "pg_catalog.set_config('%s', %s, false)".formatted(name, PsqlText.literal(value));
    }

    /// The search path as `plain` writes it.
    String current() {
      var current =
          "coalesce(pg_catalog.current_setting('%s', true), %s)"
              .formatted(name, PsqlText.literal(value));
      return name.equals(SEARCH_PATH)
          ? "pg_catalog.regexp_replace(pg_catalog.replace(%s, '\"', ''), '[[:space:]]*,[[:space:]]*', ',', 'g')"
              .formatted(current)
          : current;
    }
  }

  /// The text of a script means something else under others: no script may change these.
  private static final List<Assumed> OF_THE_TEXT =
      List.of(
          new Assumed("standard_conforming_strings", "on"), new Assumed("client_encoding", "UTF8"));

  /// A script may set these by a statement of its own, because deed has read that.
  private static final List<Assumed> OF_THE_SESSION =
      List.of(
          new Assumed("check_function_bodies", "on"),
          new Assumed("row_security", "on"),
          new Assumed("transform_null_equals", "off"),
          new Assumed("array_nulls", "on"),
          new Assumed("backslash_quote", "safe_encoding"),
          new Assumed("quote_all_identifiers", "off"),
          new Assumed("default_transaction_isolation", "read committed"),
          new Assumed("default_transaction_deferrable", "off"),
          new Assumed("IntervalStyle", "postgres"),
          new Assumed("bytea_output", "hex"),
          new Assumed("xmlbinary", "base64"),
          new Assumed("xmloption", "content"),
          new Assumed("extra_float_digits", "1"));

  /// The same, but only superusers may set them: a session that starts with another value is
  /// refused.
  private static final List<Assumed> OF_SUPERUSERS =
      List.of(
          new Assumed("session_replication_role", "origin"),
          new Assumed("allow_system_table_mods", "off"),
          new Assumed("lo_compat_privileges", "off"),
          new Assumed("event_triggers", "on"));

  /// Those with which sessions start otherwise, so that a run refuses them: name, value, where it
  /// is set. A session that asks has not set them itself.
  public static final String REFUSED =
      """
      SELECT s.name, s.reset_val, s.source
      FROM pg_catalog.pg_settings s JOIN (VALUES
      %s
        ) AS assumed (name, value) ON s.name = assumed.name
      WHERE s.reset_val <> assumed.value
      ORDER BY 1
      """
          .formatted(rows(OF_SUPERUSERS));

  /// A session must not outlive for hours a machine that is gone.
  private static final List<Assumed> KEEP_ALIVE =
      List.of(
          new Assumed("tcp_keepalives_idle", "30"),
          new Assumed("tcp_keepalives_interval", "10"),
          new Assumed("tcp_keepalives_count", "3"));

  /// A time without a zone is the same instant wherever deed runs: the driver would set the zone of
  /// its machine. A script may set another, also where deed cannot read that.
  private static final Assumed TIME_ZONE = new Assumed("TimeZone", "UTC");

  /// The order of day and month, the date style's second half, stays the server's. Not every
  /// server's system can see that a client is gone.
  private static final String ESTABLISH =
      """
      DECLARE
        wrong pg_catalog.text;
      BEGIN
        PERFORM pg_catalog.set_config(assumed.name, assumed.value, false)
        FROM (VALUES
      %s
        ) AS assumed (name, value)
        WHERE pg_catalog.current_setting(assumed.name, true) OPERATOR(pg_catalog.<>) assumed.value;
        PERFORM pg_catalog.set_config('DateStyle', 'ISO', false);
        PERFORM pg_catalog.set_config('deed.session_user', session_user, false);
        PERFORM pg_catalog.set_config('deed.current_user', current_user, false);
        BEGIN
          PERFORM pg_catalog.set_config('client_connection_check_interval', '1s', false);
        EXCEPTION WHEN invalid_parameter_value OR undefined_object THEN NULL;
        END;
        SELECT pg_catalog.string_agg(
            pg_catalog.concat(assumed.name, ' = ', pg_catalog.current_setting(assumed.name)), ', ')
        INTO wrong
        FROM (VALUES
      %s
        ) AS assumed (name, value)
        WHERE pg_catalog.current_setting(assumed.name, true) OPERATOR(pg_catalog.<>) assumed.value;
        IF wrong IS NOT NULL THEN
          RAISE EXCEPTION USING ERRCODE = '%s',
            MESSAGE = pg_catalog.concat('sessions of this role start with ', wrong, ': SQL means something else under it'),
            HINT = 'reset it for the role and the database (ALTER ROLE ... RESET ..., ALTER DATABASE ... RESET ...), and take it out of the URL; deed doctor shows where it is set';
        END IF;
      END
      """;

  private static final String VERIFY =
      """
      DECLARE
        wrong pg_catalog.text;
      BEGIN
      %s\
        SELECT pg_catalog.string_agg(
            pg_catalog.concat(assumed.name, ' is ', pg_catalog.current_setting(assumed.name), ' instead of ', assumed.value), ', ')
        INTO wrong
        FROM (VALUES
      %s
        ) AS assumed (name, value)
        WHERE coalesce(pg_catalog.regexp_replace(
            pg_catalog.replace(pg_catalog.current_setting(assumed.name, true), '"', ''),
            '[[:space:]]*,[[:space:]]*', ',', 'g') OPERATOR(pg_catalog.<>) assumed.value, false);
        IF wrong IS NOT NULL THEN
          RAISE EXCEPTION USING ERRCODE = '%s',
            MESSAGE = pg_catalog.concat('the script left settings otherwise than deed has read it: ', wrong),
            HINT = 'set them by statements of the script itself (SET search_path = ...), or set them back in the function or block that changes them; standard_conforming_strings and client_encoding must stay as they are';
        END IF;
      END
      """;

  /// Operators are named with their schema: the script may have left any search path.
  private static final String SAME_ROLE =
      """
        IF %s THEN
          RAISE EXCEPTION USING ERRCODE = '%s',
            MESSAGE = pg_catalog.concat('the script left the role that it runs as: it ended as ', current_user, %s),
            HINT = 'take out SET ROLE, RESET ROLE, SET SESSION AUTHORIZATION and set_config of role, also in functions and DO blocks';
        END IF;
      """;

  /// In the message with which a query fails that is not told what is otherwise.
  public static final String REFUSAL = "deed: otherwise than assumed";

  /// Not an error of the script's: no text of it is this.
  static final String FAIL =
      "pg_catalog.concat('%s', pg_catalog.current_setting('deed.none', true))::pg_catalog.bool"
          .formatted(REFUSAL);

  /// The superusers' settings after all others, which this has set: PostgreSQL evaluates `OR` in
  /// order, where nothing in it is constant.
  private static final String BRIEFLY_ESTABLISH =
      """
      SELECT WHERE pg_catalog.concat(%s,
        pg_catalog.set_config('DateStyle', 'ISO', false),
        pg_catalog.set_config('deed.session_user', session_user, false),
        pg_catalog.set_config('deed.current_user', current_user, false),
        pg_catalog.set_config('client_connection_check_interval', '1s', false)) OPERATOR(pg_catalog.=) ''
      OR CASE WHEN %s THEN %s ELSE false END\
      """;

  private static final String BRIEFLY_VERIFY = "SELECT %s WHERE %s";

  private static final String SAME_SESSION_USER =
      "coalesce(session_user OPERATOR(pg_catalog.<>) pg_catalog.current_setting('deed.session_user', true), true)";
  private static final String SAME_CURRENT_USER =
      "coalesce(current_user OPERATOR(pg_catalog.<>) pg_catalog.current_setting('deed.current_user', true), true)";

  /// @param role that the script runs under, null where it has none of its own
  private record Asked(@Nullable String role, SetSoFar sent) {}

  private final ScriptSettings settings;

  /// What was said before: it is the same for thousands of migrations.
  private final Map<Asked, Command.Verify> verified = new HashMap<>();

  private Command.@Nullable Establish established;

  public AssumedSettings(ScriptSettings settings) {
    this.settings = settings;
  }

  ScriptSettings settings() {
    return settings;
  }

  /// One command, as the role that connected: sets what it may, and fails where the rest is
  /// otherwise.
  Command.Establish establish() {
    var said = established == null ? establishing() : established;
    established = said;
    return said;
  }

  private Command.Establish establishing() {
    var set = new ArrayList<Assumed>(OF_THE_TEXT);
    set.addAll(OF_THE_SESSION);
    set.addAll(KEEP_ALIVE);
    set.add(TIME_ZONE);
    set.add(
        new Assumed(
            "idle_in_transaction_session_timeout",
            String.valueOf(settings.idleTimeout().toMillis())));
    set.add(new Assumed(SEARCH_PATH, searchPath()));
    return new Command.Establish(
        block(ESTABLISH.formatted(rows(set), rows(OF_SUPERUSERS), OTHERWISE)),
        BRIEFLY_ESTABLISH.formatted(
            set.stream().map(Assumed::setting).collect(Collectors.joining(",\n  ")),
            areOtherwise(OF_SUPERUSERS),
            FAIL));
  }

  /// One command, as the role that the script has left: fails where something is not as deed has
  /// read it.
  ///
  /// @param role that the script runs under, null where it has none of its own
  /// @param sent what the transaction has sent of the script so far
  Command.Verify verify(@Nullable String role, SetSoFar sent) {
    return verified.computeIfAbsent(new Asked(role, sent), this::verifying);
  }

  private Command.Verify verifying(Asked asked) {
    var role = asked.role();
    var sent = asked.sent();
    var own = sent.parameters();
    var isReset = own.contains(ALL);
    var path = sent.path() == null ? settings.searchPath() : sent.path();
    var expected = new ArrayList<Assumed>(OF_THE_TEXT);
    expected.addAll(without(own, OF_THE_SESSION));
    expected.addAll(without(own, OF_SUPERUSERS));
    expected.add(new Assumed(SEARCH_PATH, plain(String.join(",", path))));
    var identity = identity(role, own, isReset);
    var otherwise = new ArrayList<>(identity);
    otherwise.add(areOtherwise(expected));
    return new Command.Verify(
        block(VERIFY.formatted(sameRole(role, identity), rows(expected), OTHERWISE)),
        BRIEFLY_VERIFY.formatted(FAIL, String.join(" OR ", otherwise)));
  }

  /// What is true where the role is another than the script runs as.
  private static List<String> identity(@Nullable String role, Set<String> own, boolean isReset) {
    var checks = new ArrayList<String>();
    var isFollowed =
        own.contains("role")
            || own.contains("session authorization")
            || own.contains("session_authorization");
    if (role != null) {
      checks.add("current_user OPERATOR(pg_catalog.<>) %s".formatted(PsqlText.literal(role)));
    } else if (!isFollowed && !isReset) {
      checks.add(SAME_CURRENT_USER);
    }
    if (!isReset && (role != null || !isFollowed)) {
      checks.add(SAME_SESSION_USER);
    }
    return checks;
  }

  private static String sameRole(@Nullable String role, List<String> identity) {
    var instead = role == null ? "''" : "' instead of ', " + PsqlText.literal(role);
    return identity.isEmpty()
        ? ""
        : SAME_ROLE.formatted(String.join(" OR ", identity), OTHERWISE, instead);
  }

  private static List<Assumed> without(Set<String> own, List<Assumed> all) {
    return all.stream()
        .filter(assumed -> !own.contains(assumed.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  /// As PostgreSQL prints it.
  private String searchPath() {
    return settings.searchPath().stream().map(Identifier::quoted).collect(Collectors.joining(", "));
  }

  private static String plain(String path) {
    return path.replace("\"", "").strip().replaceAll("\\s*,\\s*", ",");
  }

  private static String block(String body) {
    return "DO " + PsqlText.quoted("$deed", " " + body);
  }

  /// Older servers do not know all of them.
  private static String areOtherwise(List<Assumed> all) {
    return "ARRAY[%s]::pg_catalog.text[] OPERATOR(pg_catalog.<>) ARRAY[%s]::pg_catalog.text[]"
        .formatted(
            all.stream().map(Assumed::current).collect(Collectors.joining(",\n  ")),
            all.stream()
                .map(assumed -> PsqlText.literal(assumed.value()))
                .collect(Collectors.joining(", ")));
  }

  private static String rows(List<Assumed> all) {
    return all.stream()
        .map(assumed ->
            "    ('%s', %s)".formatted(assumed.name(), PsqlText.literal(assumed.value())))
        .collect(Collectors.joining(",\n"));
  }
}
