package dev.deed.engine.connect;

import dev.deed.engine.connect.ConnectionUrl.Host;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A connection URL as the environment variables that libpq reads.
final class LibpqVariables {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("sslmode", "PGSSLMODE"),
          Map.entry("sslrootcert", "PGSSLROOTCERT"),
          Map.entry("sslcert", "PGSSLCERT"),
          Map.entry("sslkey", "PGSSLKEY"),
          Map.entry("channelBinding", "PGCHANNELBINDING"),
          Map.entry("options", "PGOPTIONS"),
          Map.entry("connectTimeout", "PGCONNECT_TIMEOUT"),
          Map.entry("gssEncMode", "PGGSSENCMODE"),
          Map.entry("kerberosServerName", "PGKRBSRVNAME"));

  private static final Map<String, String> SESSIONS =
      Map.of("primary", "read-write", "secondary", "read-only", "any", "any");

  private LibpqVariables() {}

  static Map<String, String> of(ConnectionUrl url) {
    var variables = new HashMap<String, String>();
    variables.put("PGHOST", url.hosts().stream().map(Host::name).collect(Collectors.joining(",")));
    variables.put(
        "PGPORT", url.hosts().stream().map(h -> "" + h.port()).collect(Collectors.joining(",")));
    variables.put("PGDATABASE", url.database());
    variables.put("PGAPPNAME", "deed");
    put(variables, "PGUSER", url.user());
    put(variables, "PGPASSWORD", url.password());
    put(variables, "PGREQUIREPEER", url.peer().isEmpty() ? null : url.peer());
    NAMES.forEach((setting, name) -> put(variables, name, url.settings().get(setting)));
    var servers = url.settings().get("targetServerType");
    put(variables, "PGTARGETSESSIONATTRS", servers == null ? null : SESSIONS.get(servers));
    return variables;
  }

  private static void put(Map<String, String> variables, String name, @Nullable String value) {
    if (value != null) {
      variables.put(name, value);
    }
  }
}
