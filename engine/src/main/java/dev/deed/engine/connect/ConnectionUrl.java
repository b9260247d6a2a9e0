package dev.deed.engine.connect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where a database is and how to log in, read from a URL in libpq's or JDBC's format.
///
/// @param settings pgjdbc's properties, by their names there
/// @param peer the operating system's user who must run a server that is reached by a socket, as
///   libpq's `requirepeer`; empty for any
/// @param isHostAssumed the URL names no host, and no socket was found
public record ConnectionUrl(
    List<Host> hosts,
    String database,
    @Nullable String user,
    @Nullable String password,
    Map<String, String> settings,
    String peer,
    boolean isHostAssumed) {

  /// @param name an IPv6 address without its brackets, or the folder of a Unix-domain socket
  public record Host(String name, int port) {

    /// As in libpq: an absolute path is a folder of sockets.
    public boolean isSocket() {
      return name.startsWith("/");
    }

    /// `/run/postgresql/.s.PGSQL.5432`
    String socket() {
      return name + "/.s.PGSQL." + port;
    }

    private String inJdbcUrl() {
      return isSocket() ? UnixSockets.addressOf(socket()) + ":" + port : toString();
    }

    private String inUrl() {
      return isSocket() ? encoded(name) + ":" + port : toString();
    }

    @Override
    public String toString() {
      return isSocket() ? socket() : (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
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
    return new ConnectionUrlReader(environment, SocketFolders.OF_THIS_SYSTEM).read(text);
  }

  /// Another database on the same server.
  public ConnectionUrl of(String otherDatabase) {
    return new ConnectionUrl(hosts, otherDatabase, user, password, settings, peer, isHostAssumed);
  }

  /// The same for a look that must not wait: the login, and each answer, take no longer than that.
  public ConnectionUrl within(Duration longest) {
    var seconds = String.valueOf(Math.max(1, longest.toSeconds()));
    var hurried = new TreeMap<>(settings);
    hurried.put("connectTimeout", seconds);
    hurried.put("loginTimeout", seconds);
    hurried.put("socketTimeout", seconds);
    return new ConnectionUrl(hosts, database, user, password, hurried, peer, isHostAssumed);
  }

  /// With a setting from the start of the session on: a login reads catalogs that may be locked.
  ///
  /// @param setting `lock_timeout=300`
  public ConnectionUrl beginningWith(String setting) {
    var more = new TreeMap<>(settings);
    more.merge("options", "-c " + setting, (own, ours) -> own + " " + ours);
    return new ConnectionUrl(hosts, database, user, password, more, peer, isHostAssumed);
  }

  /// For pgjdbc: only hosts and database, so that no exception can quote a password from it.
  public String jdbcUrl() {
    var places = hosts.stream().map(Host::inJdbcUrl).collect(Collectors.joining(","));
    return "jdbc:postgresql://" + places + "/" + encoded(database);
  }

  /// What pgjdbc needs besides `jdbcUrl`, the user and the password.
  public Map<String, String> properties() {
    var properties = new TreeMap<>(settings);
    properties.put("socketFactory", DriverSockets.class.getName());
    properties.put("socketFactoryArg", new UnixSockets(sockets(), peer).asText());
    return properties;
  }

  /// The sockets among its hosts.
  List<String> sockets() {
    return hosts.stream().filter(Host::isSocket).map(Host::socket).toList();
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
    var who = user == null ? "" : inUrl(user, "") + (password == null ? "" : ":***") + "@";
    var places = hosts.stream().map(Host::inUrl).collect(Collectors.joining(","));
    var shown = new TreeMap<>(settings);
    shown.keySet().removeIf(key -> key.toLowerCase(java.util.Locale.ROOT).contains("password"));
    var query =
        shown.entrySet().stream()
            .map(entry -> LibpqParameters.written(entry.getKey(), entry.getValue()))
            .map(written -> written.getKey() + "=" + inUrl(written.getValue(), "/:,"))
            .collect(Collectors.joining("&"));
    return "postgresql://"
        + who
        + places
        + "/"
        + inUrl(database, "")
        + (query.isEmpty() ? "" : "?" + query);
  }

  /// With the password: for a file that only its owner may read, and for no output.
  public String secret() {
    var shown = toString();
    return password == null
        ? shown
        : shown.replaceFirst(":\\*\\*\\*@", ":" + encoded(password) + "@");
  }

  /// Only hosts and ports, or sockets: `db.example:5432`.
  public String place() {
    return hosts.stream().map(Host::toString).collect(Collectors.joining(","));
  }

  /// For people, and so that libpq reads it: letters and digits of any script are left as they are.
  ///
  /// @param plain other characters that this place of a URL may have
  private static String inUrl(String text, String plain) {
    var shown = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          var one = Character.toString(c);
          var isPlain = Character.isLetterOrDigit(c) || ("-._~" + plain).contains(one);
          shown.append(isPlain ? one : encoded(one));
        });
    return shown.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String firstLabel(String host) {
    var dot = host.indexOf('.');
    return dot < 0 ? host : host.substring(0, dot);
  }
}
