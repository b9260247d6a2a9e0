package dev.deed.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// The project at the top of the repository, packed into the program.
public final class ExampleProject {

  private static final String FOLDER = "example/";

  private ExampleProject() {}

  /// The relative paths of its files, read from a list, since a folder in a jar cannot be listed.
  public static List<String> files() {
    return text("example.txt").lines().filter(line -> !line.isBlank()).toList();
  }

  public static void copyTo(Path folder) throws IOException {
    for (var file : files()) {
      var target = folder.resolve(file);
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
      Files.writeString(target, text(FOLDER + file));
    }
  }

  private static String text(String resource) {
    try (InputStream stream = ExampleProject.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(stream, resource + " is not packed").readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
