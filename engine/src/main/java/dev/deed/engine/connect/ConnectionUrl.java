package dev.deed.engine.connect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where a database is and how to log in, read from a URL in libpq's or JDBC's format.
///
/// @param settings pgjdbc's properties, by their names there
public record ConnectionUrl(
    List<Host> hosts,
    String database,
    @Nullable String user,
    @Nullable String password,
    Map<String, String> settings) {

  /// @param name an IPv6 address without its brackets
  public record Host(String name, int port) {
    @Override
    public String toString() {
      return (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
    }
  }

  private static final String POOLER = "-pooler";

  public ConnectionUrl {
    hosts = List.copyOf(hosts);
    settings = Map.copyOf(settings);
  }

  /// @param environment of the process: `PGUSER`, `PGPASSWORD`, `PGHOST`, `PGSSLMODE` and libpq's
  ///   other variables supply what the URL leaves out; so do a connection service and a password
  ///   file in libpq's usual places
  /// @throws BadConnectionUrl without repeating the text
  public static ConnectionUrl parse(String text, Map<String, String> environment) {
    return new ConnectionUrlReader(environment).read(text);
  }

  /// For pgjdbc: only hosts and database, so that no exception can quote a password from it.
  public String jdbcUrl() {
    var places = hosts.stream().map(Host::toString).collect(Collectors.joining(","));
    return "jdbc:postgresql://"
        + places
        + "/"
        + URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// The same for PostgreSQL's own programs such as `pg_dump`: an environment variable with a
  /// password does not show in the list of processes.
  public Map<String, String> libpqVariables() {
    return LibpqVariables.of(this);
  }

  /// The host to use instead of a connection pool in transaction mode: Neon encodes it in the name.
  public Optional<String> directHost() {
    return hosts.stream()
        .map(Host::name)
        .filter(name -> firstLabel(name).endsWith(POOLER))
        .map(name -> name.replaceFirst(POOLER, ""))
        .findFirst();
  }

  /// Without the password, safe to show.
  @Override
  public String toString() {
    var who = user == null ? "" : user + (password == null ? "" : ":***") + "@";
    var places = hosts.stream().map(Host::toString).collect(Collectors.joining(","));
    var shown = new TreeMap<>(settings);
    shown.keySet().removeIf(key -> key.toLowerCase(java.util.Locale.ROOT).contains("password"));
    var query =
        shown.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining("&"));
    return "postgresql://" + who + places + "/" + database + (query.isEmpty() ? "" : "?" + query);
  }

  /// Only hosts and ports: `db.example:5432`.
  public String place() {
    return hosts.stream().map(Host::toString).collect(Collectors.joining(","));
  }

  private static String firstLabel(String host) {
    var dot = host.indexOf('.');
    return dot < 0 ? host : host.substring(0, dot);
  }
}
