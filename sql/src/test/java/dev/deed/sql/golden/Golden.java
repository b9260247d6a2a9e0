package dev.deed.sql.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Golden files of a module, in its `src/test/resources`; `-Ddeed.update=true` rewrites them.
public final class Golden {

  private static final String UPDATE = "deed.update";

  private Golden() {}

  /// A file or folder in the source tree, not its copy in `target`: what is rewritten there would
  /// be lost.
  public static Path fixture(String path) {
    return Path.of(System.getProperty("basedir", "")).resolve("src/test/resources").resolve(path);
  }

  /// The folder's entries, by name: one case each. `-Ddeed.case=NAME` leaves the one of that name.
  public static List<Path> cases(String folder) {
    return Cases.chosen(fixture(folder), entries(folder));
  }

  /// All of the folder's entries, by name.
  public static List<Path> entries(String folder) {
    try (var entries = Files.list(fixture(folder))) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Fails where `actual` is not what the file holds.
  public static void check(Path file, String actual) {
    if (Boolean.getBoolean(UPDATE)) {
      write(file, actual);
    } else if (Files.exists(file)) {
      assertThat(actual).as("%s (-D%s=true rewrites it)", file, UPDATE).isEqualTo(read(file));
    } else {
      fail("%s is missing, -D%s=true writes it:%n%s", file, UPDATE, actual);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
