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
    return lines("bash", "-c", line);
  }

  private List<String> lines(String... command) throws IOException, InterruptedException {
    var shell = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    shell.environment().put("HOME", folder.toString());
    var started = shell.start();
    started.getOutputStream().close();
    var text = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(started.waitFor()).as(text).isZero();
    return text.lines().map(String::strip).toList();
  }

  /// zsh itself leaves out what does not begin like the last word.
  @Test
  void completes_in_zsh() throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of("/usr/bin/zsh")), "zsh is not installed");
    Files.writeString(folder.resolve("deed.zsh"), script("zsh"));
    var line =
        "autoload -Uz compinit; compinit -u -D; source deed.zsh; print $_comps[deed]; emulate -L ksh;"
            + " COMP_WORDS=(deed check --ba); COMP_CWORD=2; COMP_LINE='deed check --ba'; _complete_deed;"
            + " printf '%s\\n' \"${COMPREPLY[@]}\"";
    assertThat(lines("zsh", "-f", "-c", line))
        .contains("--base")
        .anyMatch(text -> text.contains("_complete_deed"));
  }

  @Test
  void completes_in_fish() throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of("/usr/bin/fish")), "fish is not installed");
    Files.writeString(folder.resolve("deed.fish"), script("fish"));
    var line =
        "source deed.fish; complete -C 'deed che'; complete -C 'deed check --ba'; complete -C 'deed expand rename-c'";
    assertThat(lines("fish", "--no-config", "-c", line))
        .extracting(text -> text.split("\t")[0])
        .contains("check", "checklist", "--base", "rename-column");
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
