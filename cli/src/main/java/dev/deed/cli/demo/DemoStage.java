package dev.deed.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.Report.Narrator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Runs commands in the demo's folder as a user would type them, and compares their output with the
/// story.
final class DemoStage {

  /// The exit codes that the story expects.
  static final int YES = 0;

  static final int NO = 1;

  private final Narrator narrator;
  private final Path project;
  private final Surroundings surroundings;
  private final DeedProgram program;
  private boolean asTold = true;

  /// @param variables in addition to those of the process, which are needed to find `pg_dump`
  DemoStage(
      Narrator narrator,
      Path project,
      Map<String, String> variables,
      Surroundings surroundings,
      DeedProgram program) {
    this.narrator = narrator;
    this.program = program;
    this.project = project;
    var all = new HashMap<>(surroundings.environment());
    all.putAll(variables);
    this.surroundings = surroundings.with(all, project);
  }

  boolean asTold() {
    return asTold;
  }

  Path file(String path) {
    return project.resolve(path);
  }

  void write(String path, String text) throws IOException {
    var file = file(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  void say(String line) {
    narrator.say(line);
  }

  void chapter(String title, String line) {
    say("");
    say("== " + title);
    say(line);
  }

  Scene run(String... arguments) {
    say("");
    say("  $ deed " + String.join(" ", arguments));
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var exit =
        program.run(
            surroundings.speaking(
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8)),
            arguments);
    return new Scene(exit, out.toString(UTF_8) + err.toString(UTF_8));
  }

  void must(boolean holds, String complaint) {
    if (!holds) {
      asTold = false;
      say("  !! " + complaint);
    }
  }

  /// One command's exit code and output.
  final class Scene {

    private final int exit;
    private final String words;

    private Scene(int exit, String words) {
      this.exit = exit;
      this.words = words;
    }

    Scene ends(int expected) {
      return must(exit == expected, "expected exit code " + expected);
    }

    Scene says(String... expected) {
      var scene = this;
      for (var part : expected) {
        scene = must(words.contains(part), "expected in the output: " + part);
      }
      return scene;
    }

    /// Shows each line that contains `part` and those after it, `lines` lines in total.
    void shown(String part, int lines) {
      var all = words.stripTrailing().lines().toList();
      var left = 0;
      for (var line : all) {
        left = left > 0 ? left - 1 : line.contains(part) ? lines - 1 : -1;
        if (left >= 0) {
          say("  " + line);
        }
      }
      end();
    }

    void shownLast(int lines) {
      List<String> all = words.stripTrailing().lines().toList();
      all.subList(Math.max(0, all.size() - lines), all.size()).forEach(l -> say("  " + l));
      end();
    }

    private void end() {
      if (exit != 0) {
        say("  (exit code %d)".formatted(exit));
      }
    }

    private Scene must(boolean holds, String complaint) {
      if (!holds) {
        asTold = false;
        say("  !! " + complaint + "; the exit code was " + exit + " and the output:");
        words.lines().forEach(l -> say("  !! " + l));
      }
      return this;
    }
  }
}
