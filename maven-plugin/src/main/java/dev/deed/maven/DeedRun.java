package dev.deed.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/// The program, as a process.
///
/// @param command that starts it
record DeedRun(List<String> command) {

  /// The answer is no: findings.
  static final int NO = 1;

  /// The oldest Java that runs deed's jar.
  static final int JAVA = 25;

  DeedRun {
    command = List.copyOf(command);
  }

  /// The path of a Java that can run deed.
  ///
  /// @param toolchain of `toolchains.xml`, null where it has none that is new enough
  /// @throws MojoExecutionException if this Maven runs on an older one, and there is no toolchain
  static String java(@Nullable String toolchain) throws MojoExecutionException {
    if (toolchain != null) {
      return toolchain;
    }
    if (Runtime.version().feature() >= JAVA) {
      return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
    throw new MojoExecutionException(
        ("deed's jar needs Java %d or newer, and Maven runs on Java %d: set deed.program to an"
                + " installed deed, or declare a JDK %d in toolchains.xml")
            .formatted(JAVA, Runtime.version().feature(), JAVA));
  }

  /// Its output goes where Maven's own goes, unchanged: CI servers read some lines of it.
  ///
  /// @return the exit code
  int check(File folder, List<String> arguments) throws MojoExecutionException {
    var line = new ArrayList<>(command);
    line.add("check");
    line.addAll(arguments);
    try {
      return new ProcessBuilder(line).directory(folder).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new MojoExecutionException(
          "deed could not be started: %s".formatted(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("deed check was interrupted", e);
    }
  }
}
