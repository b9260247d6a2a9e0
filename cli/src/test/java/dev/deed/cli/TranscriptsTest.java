package dev.deed.cli;

import dev.deed.sql.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs `transcripts/<name>/transcript.txt` in a copy of its folder, and the README's console
/// blocks at the top of the repository.
class TranscriptsTest {

  private static final Pattern CONSOLE = Pattern.compile("(?ms)^```console\n(.*?)^```$");

  static List<Path> transcripts() {
    return Golden.cases("transcripts");
  }

  @ParameterizedTest
  @MethodSource("transcripts")
  void answers_as_the_transcript_says(Path folder, @TempDir Path copy) throws IOException {
    copy(folder, copy);
    var transcript = folder.resolve("transcript.txt");

    Golden.check(transcript, Transcript.replay(Golden.read(transcript), Console.in(copy)));
  }

  @Test
  void answers_as_the_readme_says() {
    var root =
        Path.of(System.getProperty("basedir", "")).resolve("..").toAbsolutePath().normalize();
    var readme = root.resolve("README.md");

    var replayed =
        CONSOLE
            .matcher(Golden.read(readme))
            .replaceAll(block -> {
              var answers = Transcript.replay(block.group(1), Console.in(root));
              return Matcher.quoteReplacement("```console\n" + answers + "```");
            });

    Golden.check(readme, replayed);
  }

  static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
