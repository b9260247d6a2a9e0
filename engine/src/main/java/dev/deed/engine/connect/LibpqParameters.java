package dev.deed.engine.connect;

import dev.deed.sql.Nearest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// libpq's connection parameters as pgjdbc's properties.
final class LibpqParameters {

  private static final Map<String, String> SAME_MEANING =
      Map.ofEntries(
          Map.entry("sslmode", "sslmode"),
          Map.entry("sslcert", "sslcert"),
          Map.entry("sslkey", "sslkey"),
          Map.entry("sslpassword", "sslpassword"),
          Map.entry("sslnegotiation", "sslNegotiation"),
          Map.entry("channel_binding", "channelBinding"),
          Map.entry("require_auth", "requireAuth"),
          Map.entry("options", "options"),
          Map.entry("application_name", "ApplicationName"),
          Map.entry("connect_timeout", "connectTimeout"),
          Map.entry("gssencmode", "gssEncMode"),
          Map.entry("krbsrvname", "kerberosServerName"));

  /// Parameters for what pgjdbc does anyway, or for libpq's internals only.
  private static final Set<String> WITHOUT_MEANING =
      Set.of(
          "client_encoding",
          "fallback_application_name",
          "keepalives_idle",
          "keepalives_interval",
          "keepalives_count",
          "tcp_user_timeout",
          "sslcompression",
          "sslsni",
          "pgbouncer");

  /// The driver would refuse other values only after connecting, or ignore them.
  private static final Map<String, List<String>> VALUES =
      Map.of(
          "sslmode",
          List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full"),
          "sslnegotiation",
          List.of("postgres", "direct"),
          "channel_binding",
          List.of("disable", "prefer", "require"),
          "gssencmode",
          List.of("disable", "prefer", "require"),
          "load_balance_hosts",
          List.of("disable", "random"),
          "keepalives",
          List.of("0", "1"));

  private static final String SYSTEM_CERTIFICATES = "org.postgresql.ssl.DefaultJavaSSLFactory";

  private static final Map<String, String> SERVER_TYPES =
      Map.of(
          "any", "any",
          "read-write", "primary",
          "primary", "primary",
          "read-only", "secondary",
          "standby", "secondary",
          "prefer-standby", "preferSecondary");

  private final Map<String, String> settings = new LinkedHashMap<>();
  private final boolean behindPassword;

  LibpqParameters(boolean behindPassword) {
    this.behindPassword = behindPassword;
  }

  Map<String, String> translate(Map<String, String> parameters) {
    parameters.forEach(this::translate);
    // As in libpq: a root certificate means that the server's certificate is verified.
    if (settings.containsKey("sslrootcert") && "require".equals(settings.get("sslmode"))) {
      settings.put("sslmode", "verify-ca");
    }
    return settings;
  }

  private void translate(String name, String value) {
    var values = VALUES.get(name);
    if (values != null && !values.contains(value)) {
      throw new BadConnectionUrl(
          "the connection asks for an unknown " + name, "use one of " + String.join(", ", values));
    }
    if (name.equals("connect_timeout") && !value.matches("[0-9]{1,6}")) {
      throw new BadConnectionUrl(
          "connect_timeout of the connection is not a number of seconds",
          "write it as connect_timeout=10");
    }
    var same = SAME_MEANING.get(name);
    if (same != null) {
      settings.put(same, value);
      return;
    }
    switch (name) {
      case "sslrootcert" -> rootCertificate(value);
      case "target_session_attrs" -> serverType(value);
      case "load_balance_hosts" -> settings.put("loadBalanceHosts", "" + value.equals("random"));
      case "keepalives" -> settings.put("tcpKeepAlive", "" + !value.equals("0"));
      default -> {
        if (!WITHOUT_MEANING.contains(name)) {
          throw unknown(name);
        }
      }
    }
  }

  private void rootCertificate(String value) {
    if (value.equals("system")) {
      settings.put("sslfactory", SYSTEM_CERTIFICATES);
      settings.putIfAbsent("sslmode", "verify-full");
    } else {
      settings.put("sslrootcert", value);
    }
  }

  private void serverType(String value) {
    var type = SERVER_TYPES.get(value);
    if (type == null) {
      throw new BadConnectionUrl(
          "the connection URL asks for an unknown target_session_attrs",
          "use one of " + String.join(", ", new TreeSet<>(SERVER_TYPES.keySet())));
    }
    settings.put("targetServerType", type);
  }

  /// A property as libpq writes it, for URLs that other programs read: `channelBinding` is
  /// `channel_binding`.
  static Map.Entry<String, String> written(String property, String value) {
    return switch (property) {
      case "sslfactory" ->
          value.equals(SYSTEM_CERTIFICATES)
              ? Map.entry("sslrootcert", "system")
              : Map.entry(property, value);
      case "targetServerType" ->
          Map.entry("target_session_attrs", inverse(SERVER_TYPES, value).orElse(value));
      case "loadBalanceHosts" ->
          Map.entry("load_balance_hosts", value.equals("true") ? "random" : "disable");
      case "tcpKeepAlive" -> Map.entry("keepalives", value.equals("true") ? "1" : "0");
      default -> Map.entry(inverse(SAME_MEANING, property).orElse(property), value);
    };
  }

  /// Of several words for one value, the last: `read-write` before `primary`.
  private static Optional<String> inverse(Map<String, String> names, String value) {
    return names.entrySet().stream()
        .filter(entry -> entry.getValue().equals(value))
        .map(Map.Entry::getKey)
        .max(Comparator.naturalOrder());
  }

  private BadConnectionUrl unknown(String name) {
    var known = new TreeSet<>(SAME_MEANING.keySet());
    known.addAll(Set.of("sslrootcert", "target_session_attrs", "load_balance_hosts", "keepalives"));
    known.add("requirepeer");
    known.addAll(Set.of("host", "port", "dbname", "user", "password", "passfile", "service"));
    return UnknownParameter.of(name, Nearest.of(name, known), behindPassword);
  }
}
