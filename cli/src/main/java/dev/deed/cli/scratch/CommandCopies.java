package dev.deed.cli.scratch;

import dev.deed.cli.host.ShellCommand;
import dev.deed.cli.host.Surroundings;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.Target;
import dev.deed.project.server.Ending;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Copies by a command of the ownership file: it prints a URL, and another one ends the copy.
///
/// @param drop null where there is nothing to do
public record CommandCopies(
    Surroundings surroundings, EnvironmentName environment, String create, @Nullable String drop)
    implements CopySource {

  private static final Duration LONGEST_CONNECT = Duration.ofMinutes(2);

  @Override
  public Copy make(DatabaseName database) {
    var variables = new HashMap<String, String>();
    variables.put("DEED_ENVIRONMENT", environment.text());
    variables.put("DEED_DATABASE", database.text());
    var printed = run(create, variables);
    var url = printed.lines().map(String::strip).filter(l -> !l.isEmpty()).reduce("", (_, l) -> l);
    variables.put("DEED_COPY_URL", url);
    var ending = Ending.of(() -> drop(variables));
    try {
      var address =
          new Address(
              new Target(environment, database),
              ConnectionUrl.parse(url, surroundings.environment()));
      return new UrlCopy(address, Patience.of(LONGEST_CONNECT), null, ending, this::howToDrop);
    } catch (RuntimeException e) {
      ending.come();
      throw e;
    }
  }

  private String howToDrop() {
    return drop == null
        ? "the ownership file has no command that ends it"
        : "end it with DEED_COPY_URL=... %s".formatted(drop);
  }

  private void drop(Map<String, String> variables) {
    if (drop != null) {
      run(drop, variables);
    }
  }

  private String run(String line, Map<String, String> variables) {
    var ended = ShellCommand.run(surroundings, line, variables);
    if (ended.exit() != 0) {
      throw new CopyFailed(
          "the command `%s` ended with exit code %d%s"
              .formatted(line, ended.exit(), ended.err().isEmpty() ? "" : ": " + ended.err()),
          "correct it: copy of environment %s in the ownership file".formatted(environment));
    }
    return ended.out();
  }

  @Override
  public Filling filling() {
    return Filling.ALL;
  }

  @Override
  public String words() {
    return "the databases of %s, copied by `%s`".formatted(environment, create);
  }
}
