package dev.deed.engine.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// libpq's connection service file: one section per service, one connection parameter per line. It
/// is looked for in libpq's places: `PGSERVICEFILE` or else `~/.pg_service.conf`, then
/// `PGSYSCONFDIR/pg_service.conf`.
final class ServiceFile {

  private final Map<String, String> environment;

  ServiceFile(Map<String, String> environment) {
    this.environment = environment;
  }

  /// @throws BadConnectionUrl if no file has that service
  Map<String, String> parametersOf(String service) {
    for (var path : places()) {
      var lines = linesOf(path);
      var start = lines.indexOf("[" + service + "]");
      if (start >= 0) {
        return parameters(path, lines.subList(start + 1, lines.size()));
      }
    }
    var places = String.join(" or ", places().stream().map(Path::toString).toList());
    throw new BadConnectionUrl(
        "there is no connection service `" + service + "`",
        places.isEmpty()
            ? "name the file that has it: export PGSERVICEFILE=..."
            : "add a section [%s] to %s".formatted(service, places));
  }

  private List<Path> places() {
    var places = new ArrayList<Path>();
    var named = environment.get("PGSERVICEFILE");
    var home = environment.get("HOME");
    if (named != null) {
      places.add(Path.of(named));
    } else if (home != null) {
      places.add(Path.of(home, ".pg_service.conf"));
    }
    var system = environment.get("PGSYSCONFDIR");
    if (system != null) {
      places.add(Path.of(system, "pg_service.conf"));
    }
    return places;
  }

  private static List<String> linesOf(Path path) {
    try {
      return Files.readAllLines(path).stream().map(String::strip).toList();
    } catch (IOException e) {
      return List.of(); // as in libpq: the next file may have it
    }
  }

  private static Map<String, String> parameters(Path path, List<String> lines) {
    var parameters = new LinkedHashMap<String, String>();
    for (var line : lines) {
      if (line.startsWith("[")) {
        break;
      }
      var equals = line.indexOf('=');
      if (equals > 0 && !line.startsWith("#")) {
        parameters.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        throw new BadConnectionUrl(
            "a line of " + path + " is not of the form name=value",
            "write one connection parameter per line");
      }
    }
    return parameters;
  }
}
