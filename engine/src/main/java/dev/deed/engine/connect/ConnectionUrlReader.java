package dev.deed.engine.connect;

import dev.deed.engine.connect.ConnectionUrl.Host;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Parses a connection URL. Messages repeat only host names and names of parameters: a malformed
/// URL may have a password anywhere.
final class ConnectionUrlReader {

  private static final String FORM =
      "write it as postgresql://user:password@host:5432/database?sslmode=require";
  private static final String ENCODE =
      "in a user's name or a password / is written %2F, @ %40, : %3A, % %25 and ? %3F";
  private static final String LOCALHOST = "localhost";
  private static final int PORT = 5432;

  /// What an operating system's address of a socket holds.
  private static final int LONGEST_SOCKET = 107;

  private final Map<String, String> environment;
  private final SocketFolders sockets;
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private boolean jdbc;
  private boolean behindPassword;
  private boolean isHostAssumed;
  private @Nullable String user;
  private @Nullable String password;
  private @Nullable String passfile;
  private String authority = "";
  private String database = "";

  ConnectionUrlReader(Map<String, String> environment, SocketFolders sockets) {
    this.environment = environment;
    this.sockets = sockets;
  }

  ConnectionUrl read(String text) {
    split(withoutScheme(text.strip()));
    takeService();
    var hosts = hosts();
    takeParameters();
    if (database.isEmpty()) {
      database = environment.getOrDefault("PGDATABASE", "");
    }
    if (database.isEmpty()) {
      throw bad("the connection URL names no database", FORM);
    }
    if (!jdbc) {
      EnvironmentParameters.addTo(parameters, environment);
    }
    var peer = parameters.getOrDefault("requirepeer", "");
    if (!jdbc) {
      parameters.remove("requirepeer");
    }
    return new ConnectionUrl(
        hosts,
        database,
        userOrDefault(),
        passwordOrDefault(hosts),
        new SocketSettings(hosts).of(settings()),
        peer,
        isHostAssumed);
  }

  private String withoutScheme(String text) {
    var rest = text;
    if (rest.startsWith("jdbc:")) {
      jdbc = true;
      rest = rest.substring("jdbc:".length());
    }
    for (var scheme : List.of("postgresql:", "postgres:")) {
      if (rest.startsWith(scheme)) {
        return rest.substring(scheme.length());
      }
    }
    if (text.isEmpty()) {
      throw bad("the connection URL is empty", FORM);
    }
    throw bad("the connection URL does not begin with postgresql:// or jdbc:postgresql://", FORM);
  }

  private void split(String rest) {
    var path = rest;
    var question = path.indexOf('?');
    if (question >= 0) {
      readParameters(path.substring(question + 1));
      path = path.substring(0, question);
    }
    if (path.startsWith("//")) {
      var slash = path.indexOf('/', 2);
      authority = slash < 0 ? path.substring(2) : path.substring(2, slash);
      path = slash < 0 ? "" : path.substring(slash + 1);
    } else if (path.startsWith("/")) {
      path = path.substring(1);
    }
    if (path.contains("@")) {
      throw bad("the connection URL has an @ after its first /", ENCODE);
    }
    database = decoded(path);
    takeUser();
  }

  private void takeUser() {
    var at = authority.lastIndexOf('@');
    if (at < 0) {
      return;
    }
    var colon = authority.indexOf(':');
    if (colon >= 0 && colon < at) {
      user = decoded(authority.substring(0, colon));
      password = decoded(authority.substring(colon + 1, at));
    } else {
      user = decoded(authority.substring(0, at));
    }
    authority = authority.substring(at + 1);
  }

  private void readParameters(String query) {
    for (var pair : query.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      var equals = pair.indexOf('=');
      if (equals < 0) {
        throw bad(
            "a parameter of the connection URL has no value", "write it as ?name=value; " + ENCODE);
      }
      parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
    }
  }

  /// The URL's own parameters take precedence over the service, and the service over environment
  /// variables.
  private void takeService() {
    var service = jdbc ? null : parameters.remove("service");
    var name = service == null && !jdbc ? environment.get("PGSERVICE") : service;
    if (name != null) {
      new ServiceFile(environment)
          .parametersOf(name)
          .forEach((parameter, value) -> {
            if (!isInUrl(parameter)) {
              parameters.putIfAbsent(parameter, value);
            }
          });
    }
  }

  private boolean isInUrl(String parameter) {
    return switch (parameter) {
      case "host", "hostaddr" -> !authority.isEmpty();
      case "dbname" -> !database.isEmpty();
      case "user" -> user != null;
      case "password" -> password != null;
      default -> false;
    };
  }

  private void takeParameters() {
    behindPassword = parameters.containsKey("password") || mayHoldPassword();
    user = parameters.containsKey("user") ? parameters.remove("user") : user;
    password = parameters.containsKey("password") ? parameters.remove("password") : password;
    if (!jdbc && parameters.containsKey("dbname")) {
      database = parameters.remove("dbname");
    }
    if (!jdbc) {
      passfile = parameters.remove("passfile");
    }
  }

  /// An @ that should end a password comes only after a ? in it.
  private boolean mayHoldPassword() {
    return parameters.entrySet().stream()
        .anyMatch(each -> !each.getKey().equals("user") && each.getValue().contains("@"));
  }

  private List<Host> hosts() {
    var ports = parameters.remove("port");
    var names = parameters.remove("host");
    var addresses = parameters.remove("hostaddr");
    refuseBoth(names == null ? authority : names, addresses);
    if (names == null) {
      names = authority.isEmpty() ? addresses : authority;
    }
    if (names == null) {
      names = environment.getOrDefault("PGHOST", "");
    }
    var hosts = new ArrayList<Host>();
    var defaultPorts =
        (ports == null ? environment.getOrDefault("PGPORT", "" + PORT) : ports).split(",", -1);
    var places = names.split(",", -1);
    if (defaultPorts.length != 1 && defaultPorts.length != places.length) {
      throw bad(
          "the connection URL has %d ports for %d hosts"
              .formatted(defaultPorts.length, places.length),
          "write one port for all hosts, or one for each");
    }
    for (var place : places) {
      var port = defaultPorts[Math.min(hosts.size(), defaultPorts.length - 1)];
      hosts.add(host(place, port));
    }
    return hosts;
  }

  /// libpq connects to the address and checks the certificate against the name; Java's driver
  /// accepts only one of them.
  private static void refuseBoth(String names, @Nullable String addresses) {
    if (!names.isEmpty() && addresses != null && !names.equals(addresses)) {
      throw bad(
          "the connection URL names both a host and a hostaddr, but Java's driver uses only one",
          "remove hostaddr");
    }
  }

  private Host host(String place, String defaultPort) {
    if (place.isEmpty()) {
      return usual(portOf(defaultPort));
    }
    if (place.startsWith("/")) {
      return socket(place, portOf(defaultPort));
    }
    var end = place.startsWith("[") ? place.indexOf(']') + 1 : place.indexOf(':');
    if (place.startsWith("[") && end == 0) {
      throw bad("an IPv6 address in the connection URL has no ]", "write it as [2001:db8::1]:5432");
    }
    var isBareAddress = !place.startsWith("[") && place.indexOf(':', end + 1) > 0;
    var name = end < 0 || isBareAddress ? place : place.substring(0, end);
    var port =
        end < 0 || isBareAddress || end == place.length() ? defaultPort : place.substring(end + 1);
    var decoded = decoded(name.startsWith("[") ? name.substring(1, name.length() - 1) : name);
    if (decoded.startsWith("@")) {
      throw bad(
          "the connection URL names an abstract socket, which Java cannot use",
          "name a folder of the server's unix_socket_directories, or a host");
    }
    if (decoded.isEmpty()) {
      return usual(portOf(port));
    }
    return decoded.startsWith("/")
        ? socket(decoded, portOf(port))
        : new Host(decoded, portOf(port));
  }

  /// Where a URL names no host.
  private Host usual(int port) {
    var name = jdbc ? LOCALHOST : sockets.hostFor(port);
    isHostAssumed = !jdbc && name.equals(LOCALHOST);
    return new Host(name, port);
  }

  private static Host socket(String folder, int port) {
    var host = new Host(folder.replaceFirst("(?<=.)/+$", ""), port);
    if (host.socket().getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_SOCKET) {
      throw bad(
          "the path of the Unix-domain socket is longer than %d bytes".formatted(LONGEST_SOCKET),
          "use a shorter folder in the server's unix_socket_directories, or a host");
    }
    return host;
  }

  private static int portOf(String text) {
    var port = text.isEmpty() ? "" + PORT : text;
    if (port.matches("[0-9]{1,5}")
        && Integer.parseInt(port) > 0
        && Integer.parseInt(port) < 65_536) {
      return Integer.parseInt(port);
    }
    throw bad(
        "the text after the first : of the connection URL's host is not a port from 1 to 65535",
        ENCODE);
  }

  private @Nullable String userOrDefault() {
    return user == null || user.isEmpty() ? environment.get("PGUSER") : user;
  }

  private @Nullable String passwordOrDefault(List<Host> hosts) {
    if (password != null && !password.isEmpty()) {
      return password;
    }
    var known = environment.get("PGPASSWORD");
    var who = userOrDefault();
    var name = who == null ? environment.getOrDefault("USER", "") : who;
    return known == null ? passwordFile().passwordOf(hosts, database, name).orElse(null) : known;
  }

  private PasswordFile passwordFile() {
    var all = new HashMap<>(environment);
    if (passfile != null) {
      all.put("PGPASSFILE", passfile);
    }
    return new PasswordFile(all);
  }

  private Map<String, String> settings() {
    if (jdbc) {
      return new JdbcParameters(behindPassword).translate(parameters);
    }
    return new LibpqParameters(behindPassword).translate(parameters);
  }

  private static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    try {
      // A plus sign is literal here: it means a blank only in web forms.
      return java.net.URLDecoder.decode(
          text.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw bad("the connection URL has a % without two hexadecimal digits after it", ENCODE);
    }
  }

  private static BadConnectionUrl bad(String message, String advice) {
    return new BadConnectionUrl(message, advice);
  }
}
