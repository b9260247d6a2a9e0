package dev.deed.cli.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The version, which Maven writes to a resource because a native image has no manifest.
public final class ProgramVersion {

  private ProgramVersion() {}

  public static String read() {
    return read("version.txt");
  }

  /// What it was built from; `unknown` outside of a git repository.
  public static String commit() {
    var commit = read("commit.txt");
    return commit.matches("[0-9a-f]{7,40}(-dirty)?") ? commit : "unknown";
  }

  private static String read(String name) {
    try (var resource = ProgramVersion.class.getResourceAsStream("/dev/deed/cli/" + name)) {
      var bytes = Objects.requireNonNull(resource, name + " is not packed").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
