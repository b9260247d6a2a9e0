package dev.deed.engine.connect;

import dev.deed.engine.connect.ConnectionUrl.Host;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What does not hold for Unix-domain sockets: as in libpq, nothing on them is encrypted, whatever
/// `sslmode` and `gssencmode` say. pgjdbc has one setting for all hosts.
record SocketSettings(List<Host> hosts) {

  private static final Set<String> ENCRYPTED = Set.of("require", "verify-ca", "verify-full");

  /// @throws BadConnectionUrl where some hosts must be encrypted and the sockets cannot be
  Map<String, String> of(Map<String, String> settings) {
    if (hosts.stream().noneMatch(Host::isSocket)) {
      return settings;
    }
    if (hosts.stream().allMatch(Host::isSocket)) {
      var plain = new HashMap<>(settings);
      plain.put("sslmode", "disable");
      plain.put("gssEncMode", "disable");
      return plain;
    }
    if (ENCRYPTED.contains(settings.getOrDefault("sslmode", ""))
        || "require".equals(settings.get("gssEncMode"))) {
      throw new BadConnectionUrl(
          "the connection names a Unix-domain socket and a host that must be encrypted, but Java's"
              + " driver treats all hosts alike",
          "name only the socket or only hosts");
    }
    return settings;
  }
}
