package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tutorial, step by step: its commands are run, and its files are written, in one folder.
class TutorialTest {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+) ?(\\S*)\n(.*?)^```$");

  @TempDir private Path folder;

  @Test
  void does_what_it_shows() throws IOException {
    var shop = Files.createDirectories(folder.resolve("shop"));
    var page =
        Path.of(System.getProperty("basedir", "")).resolve("../docs/tutorial.md").normalize();
    var matcher = BLOCK.matcher(Golden.read(page));
    var replayed = new StringBuilder();
    var commands = 0;
    while (matcher.find()) {
      var text = matcher.group(3);
      if (matcher.group(1).equals("console")) {
        commands++;
        text = Transcript.replay(text, Console.in(shop));
      } else {
        var file = shop.resolve(matcher.group(2));
        assertThat(file).as("the step before writes it").exists();
        Files.writeString(file, text);
      }
      var block =
          "```%s\n%s```".formatted((matcher.group(1) + " " + matcher.group(2)).strip(), text);
      matcher.appendReplacement(replayed, Matcher.quoteReplacement(block));
    }
    matcher.appendTail(replayed);
    assertThat(commands).isGreaterThan(4);
    Golden.check(page, replayed.toString());
  }
}
