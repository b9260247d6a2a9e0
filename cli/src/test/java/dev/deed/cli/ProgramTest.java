package dev.deed.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deed.sql.golden.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs the transcripts with a program that is built already: what it prints, and its exit codes,
/// must be those of the classes here.
@EnabledIfSystemProperty(named = BuiltProgram.PROPERTY, matches = ".+")
class ProgramTest {

  /// What depends on the clock, which is another than that of the transcripts.
  private static final Pattern TIME =
      Pattern.compile("\\b20[0-9]{2}-[0-9]{2}-[0-9]{2}(T[0-9:.]+Z)?|\\b20[0-9]{12}(?=_)");

  static List<Path> transcripts() {
    return Golden.cases("transcripts");
  }

  @ParameterizedTest
  @MethodSource("transcripts")
  void answers_as_the_transcript_says(Path folder, @TempDir Path copy) throws IOException {
    TranscriptsTest.copy(folder, copy);
    var program = BuiltProgram.named().orElseThrow();
    var transcript = Golden.read(folder.resolve("transcript.txt"));

    var replayed =
        Transcript.replay(
            transcript, (variables, arguments) -> program.run(copy, variables, arguments));

    assertEquals(timeless(transcript), timeless(replayed));
  }

  private static String timeless(String text) {
    return TIME.matcher(text).replaceAll("TIME");
  }
}
