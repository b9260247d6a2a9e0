package dev.deed.junit;

import dev.deed.project.server.Scratch;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The servers on which this JVM's databases are: at a URL, or one that is started for this JVM.
/// What is made there is removed when the JVM ends, and after a JVM that was killed by the next
/// one.
final class TestServers {

  private static final Map<String, Once<Scratch>> OPEN = new ConcurrentHashMap<>();

  private TestServers() {}

  /// Open until this JVM ends.
  ///
  /// @param url of a database on a server where the role may create others; empty for a server that
  ///   is started here
  static Scratch at(String url) {
    return OPEN.computeIfAbsent(url, _ -> new Once<>(() -> open(url))).get();
  }

  private static Scratch open(String url) {
    return Scratch.open(url.isEmpty() ? null : url, System.getenv());
  }
}
