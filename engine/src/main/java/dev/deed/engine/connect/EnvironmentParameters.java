package dev.deed.engine.connect;

import java.util.Map;

/// The environment variables in which libpq looks for connection parameters that are missing from
/// the URL and the service.
final class EnvironmentParameters {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("PGSSLMODE", "sslmode"),
          Map.entry("PGSSLNEGOTIATION", "sslnegotiation"),
          Map.entry("PGSSLROOTCERT", "sslrootcert"),
          Map.entry("PGSSLCERT", "sslcert"),
          Map.entry("PGSSLKEY", "sslkey"),
          Map.entry("PGREQUIREPEER", "requirepeer"),
          Map.entry("PGCHANNELBINDING", "channel_binding"),
          Map.entry("PGREQUIREAUTH", "require_auth"),
          Map.entry("PGTARGETSESSIONATTRS", "target_session_attrs"),
          Map.entry("PGLOADBALANCEHOSTS", "load_balance_hosts"),
          Map.entry("PGOPTIONS", "options"),
          Map.entry("PGCONNECT_TIMEOUT", "connect_timeout"),
          Map.entry("PGGSSENCMODE", "gssencmode"),
          Map.entry("PGKRBSRVNAME", "krbsrvname"));

  private EnvironmentParameters() {}

  static void addTo(Map<String, String> parameters, Map<String, String> environment) {
    NAMES.forEach((variable, parameter) -> {
      var value = environment.get(variable);
      if (value != null && !value.isEmpty()) {
        parameters.putIfAbsent(parameter, value);
      }
    });
  }
}
