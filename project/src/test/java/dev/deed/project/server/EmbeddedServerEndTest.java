package dev.deed.project.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerEndTest {

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void ends_no_program_of_a_person_that_has_a_file_of_a_server_open(@TempDir Path folder)
      throws IOException {
    var log = Files.createFile(folder.resolve("server.log"));
    var pager = new ProcessBuilder("tail", "-f", log.toString()).start();
    try {
      EmbeddedServer.end(folder);
      assertThat(pager.isAlive()).isTrue();
    } finally {
      pager.destroyForcibly();
    }
  }
}
