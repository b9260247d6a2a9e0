package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.cli.host.Signals;
import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.Report;
import dev.deed.sql.UserException;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class FailureHandlerTest {

  private static final class ServerIsDown extends UserException {
    private static final long serialVersionUID = 1L;

    ServerIsDown() {
      super("cannot connect to db\u001b[31m", "start it");
    }

    @Override
    public Outcome outcome() {
      return Outcome.TRY_AGAIN;
    }
  }

  @Command(name = "fail")
  private record Fails(Runnable failure) implements ReportingCommand {
    @Override
    public Report report() {
      failure.run();
      throw new AssertionError("unreachable");
    }
  }

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void tells_a_failure_of_the_world_in_two_lines_that_cannot_steer_the_terminal() {
    var exit =
        fail(() -> {
          throw new ServerIsDown();
        });

    assertThat(screen()).isEqualTo("error: cannot connect to db\uFFFD[31m\nhelp: start it\n");
    assertThat(exit).isEqualTo(3);
  }

  @Test
  void calls_everything_else_a_bug_without_its_trace() {
    var exit =
        fail(() -> {
          throw new StackOverflowError();
        });

    assertThat(screen())
        .startsWith("error: a bug in deed: java.lang.StackOverflowError\nhelp: ")
        .doesNotContain("\tat ");
    assertThat(exit).isEqualTo(70);
  }

  @Test
  void shows_the_trace_when_asked() {
    fail(
        () -> {
          throw new IllegalStateException("odd");
        },
        "--debug");

    assertThat(screen()).contains("\tat dev.deed.cli.").contains("error: a bug in deed");
  }

  private int fail(Runnable failure, String... options) {
    var screen = new PrintStream(err, true, UTF_8);
    var surroundings =
        new Surroundings(
            Map.of(),
            Path.of(""),
            Clock.systemUTC(),
            InputStream.nullInputStream(),
            screen,
            screen,
            false,
            false,
            Signals.NONE);
    var commandLine = Program.commandLineOf(new DeedCommand(surroundings));
    commandLine.addSubcommand(new Fails(failure));
    var arguments = new ArrayList<>(List.of(options));
    arguments.add("fail");
    return commandLine.execute(arguments.toArray(String[]::new));
  }

  private String screen() {
    return err.toString(UTF_8);
  }
}
