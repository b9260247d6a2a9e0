package dev.deed.engine.connect;

import dev.deed.engine.connect.ConnectionUrl.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// libpq's password file, `PGPASSFILE` or else `~/.pgpass`: lines of
/// `host:port:database:user:password`; the first that matches counts.
final class PasswordFile {

  private static final int FIELDS = 5;
  private static final Set<PosixFilePermission> OWNERS =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private final Map<String, String> environment;

  PasswordFile(Map<String, String> environment) {
    this.environment = environment;
  }

  /// @throws BadConnectionUrl if others may read the password that matches
  Optional<String> passwordOf(List<Host> hosts, String database, String user) {
    var path = place();
    if (path.isEmpty() || !Files.isRegularFile(path.get())) {
      return Optional.empty();
    }
    for (var line : linesOf(path.get())) {
      var fields = fields(line);
      if (!line.startsWith("#") && fields.size() == FIELDS && fits(fields, hosts, database, user)) {
        refuseOpen(path.get());
        return Optional.of(fields.getLast());
      }
    }
    return Optional.empty();
  }

  private Optional<Path> place() {
    var named = environment.get("PGPASSFILE");
    var home = environment.get("HOME");
    return named != null
        ? Optional.of(Path.of(named))
        : Optional.ofNullable(home).map(folder -> Path.of(folder, ".pgpass"));
  }

  private static boolean fits(List<String> fields, List<Host> hosts, String database, String user) {
    return fits(fields.get(2), database)
        && fits(fields.get(3), user)
        && hosts.stream()
            .anyMatch(
                host -> fitsHost(fields.get(0), host) && fits(fields.get(1), "" + host.port()));
  }

  /// As in libpq, `localhost` also means a socket in the usual folder.
  private static boolean fitsHost(String field, Host host) {
    return fits(field, host.name())
        || (field.equals("localhost") && SocketFolders.USUAL.contains(Path.of(host.name())));
  }

  private static boolean fits(String field, String value) {
    return field.equals("*") || field.equals(value);
  }

  /// A backslash escapes a colon or another backslash.
  private static List<String> fields(String line) {
    var fields = new ArrayList<String>();
    var field = new StringBuilder();
    for (var i = 0; i < line.length(); i++) {
      var c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        field.append(line.charAt(++i));
      } else if (c == ':' && fields.size() < FIELDS - 1) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  private static List<String> linesOf(Path path) {
    try {
      return Files.readAllLines(path);
    } catch (IOException e) {
      return List.of();
    }
  }

  /// libpq ignores such a file, and then asks for a password that it never gets.
  private static void refuseOpen(Path path) {
    try {
      var permissions = Files.getPosixFilePermissions(path);
      if (!OWNERS.containsAll(permissions)) {
        throw new BadConnectionUrl(
            "the password file " + path + " is accessible to other users", "chmod 600 " + path);
      }
    } catch (IOException | UnsupportedOperationException e) {
      // The operating system has no such permissions.
    }
  }
}
