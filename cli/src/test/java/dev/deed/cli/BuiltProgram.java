package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A program that is built already, which `-Ddeed.program` names: a path, or words such as `java
/// -jar deed.jar`.
record BuiltProgram(List<String> command) {

  static final String PROPERTY = "deed.program";

  static Optional<BuiltProgram> named() {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .filter(name -> !name.isBlank())
        .map(name -> Files.isExecutable(Path.of(name)) ? List.of(name) : words(name))
        .map(BuiltProgram::new);
  }

  private static List<String> words(String command) {
    return List.of(command.strip().split(" +"));
  }

  List<String> with(List<String> arguments) {
    var all = new ArrayList<>(command);
    all.addAll(arguments);
    return all;
  }

  /// Runs it without input, in an environment that has little more than the variables. Both streams
  /// go into one file, in the order of writing.
  Console.Answer run(Path folder, Map<String, String> variables, List<String> arguments) {
    try {
      var screen = Files.createTempFile("deed", ".screen");
      var builder =
          new ProcessBuilder(with(arguments))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(screen.toFile());
      builder.environment().keySet().retainAll(List.of("PATH", "JAVA_HOME"));
      builder.environment().put("LC_ALL", "C.UTF-8");
      builder.environment().putAll(variables);
      var process = builder.start();
      process.getOutputStream().close();
      var exit = process.waitFor();
      var text = Files.readString(screen, UTF_8);
      Files.delete(screen);
      return new Console.Answer("", "", text, exit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
