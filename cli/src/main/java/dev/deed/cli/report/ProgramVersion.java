package dev.deed.cli.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The version, which Maven writes to a resource because a native image has no manifest.
public final class ProgramVersion {

  private ProgramVersion() {}

  public static String read() {
    try (var resource = ProgramVersion.class.getResourceAsStream("/dev/deed/cli/version.txt")) {
      var bytes = Objects.requireNonNull(resource, "version.txt is not packed").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
