package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {

  @TempDir private Path folder;

  private String script(String shell) {
    var answer = Console.in(folder).run("completion", shell);
    assertThat(answer.exit()).isZero();
    return answer.out();
  }

  @Test
  void completes_in_bash() throws IOException, InterruptedException {
    assumeTrue(
        Stream.of("/bin/bash", "/usr/bin/bash").anyMatch(path -> Files.exists(Path.of(path))));
    Files.writeString(folder.resolve("deed.bash"), script("bash"));

    assertThat(completions("deed", "che")).contains("check");
    assertThat(completions("deed", "check", "--ba")).contains("--base");
    assertThat(completions("deed", "expand", "rename-")).contains("rename-column", "rename-table");
    assertThat(completions("deed", "completion", "")).contains("fish");
  }

  /// What bash would offer after these words.
  private List<String> completions(String... words) throws IOException, InterruptedException {
    var line =
        "source deed.bash; COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE='%s'; COMP_POINT=${#COMP_LINE}; %s"
            .formatted(
                String.join(" ", Stream.of(words).map(word -> "'" + word + "'").toList()),
                words.length - 1,
                String.join(" ", words),
                "$(complete -p deed | sed 's/.*-F \\([^ ]*\\).*/\\1/') deed; printf '%s\\n' \"${COMPREPLY[@]}\"");
    var bash =
        new ProcessBuilder("bash", "-c", line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    var text = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(text).isZero();
    return text.lines().map(String::strip).toList();
  }

  @Test
  void gives_zsh_the_script_that_it_can_read() {
    assertThat(script("zsh")).contains("bashcompinit").isEqualTo(script("bash"));
  }

  @Test
  void gives_fish_every_command_and_option() {
    var script = script("fish");
    assertThat(script.lines().skip(1))
        .allMatch(line ->
            line.matches("complete -c deed( -[fnaldsrxF]( '([^'\\\\]|\\\\.)*'| [\\w-]+)?)+"));
    Commands.names()
        .forEach(
            name -> assertThat(script).contains("-n '__fish_use_subcommand' -a " + name + " -d '"));
    assertThat(script)
        .contains("-n '__fish_seen_subcommand_from check' -l base -x -d ")
        .contains("-n '__fish_seen_subcommand_from lint' -F")
        .contains("-a 'github gitlab pre-commit lefthook'");
  }
}
