package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// `jdk.sh`, with which `./deed` and the benches find a JDK, under `set -u` as there.
class JdkScriptTest {

  private static final Path SCRIPT =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("jdk.sh");

  @Test
  void finds_a_jdk_without_a_home_folder() throws IOException, InterruptedException {
    var command =
        new ProcessBuilder("sh", "-uc", ". \"$0\"; find_jdk; echo \"$jdk\"", SCRIPT.toString());
    command.environment().remove("HOME");
    command.environment().put("JAVA_HOME", "/nonexistent");
    command.environment().put("PATH", System.getProperty("java.home") + "/bin:/usr/bin:/bin");
    var process = command.redirectErrorStream(true).start();

    var said = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).doesNotContain("HOME: ");
  }
}
