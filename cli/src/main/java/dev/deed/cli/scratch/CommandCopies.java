package dev.deed.cli.scratch;

import dev.deed.cli.host.ShellCommand;
import dev.deed.cli.host.Surroundings;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.Target;
import dev.deed.engine.look.DatabaseIdentity;
import dev.deed.project.server.Ending;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.UserException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Copies by a command of the ownership file: it prints a URL, and another one ends the copy.
///
/// @param drop null where there is nothing to do
/// @param longest how long either of them may run; zero for no limit
/// @param declared the databases of all environments, none of which is a copy
/// @param patience with a copy that begins to answer
public record CommandCopies(
    Surroundings surroundings,
    EnvironmentName environment,
    String create,
    @Nullable String drop,
    Duration longest,
    List<Address> declared,
    Patience patience)
    implements CopySource {

  private static final Duration LONGEST_CONNECT = Duration.ofMinutes(2);

  public CommandCopies {
    declared = List.copyOf(declared);
    patience = new Patience(LONGEST_CONNECT, patience.listener());
  }

  @Override
  public Copy make(DatabaseName database) {
    var variables = new HashMap<String, String>();
    variables.put("DEED_ENVIRONMENT", environment.text());
    variables.put("DEED_DATABASE", database.text());
    var printed = run(create, variables, database);
    var url = printed.lines().map(String::strip).filter(l -> !l.isEmpty()).reduce("", (_, l) -> l);
    variables.put("DEED_COPY_URL", url);
    var ending = Ending.of(() -> drop(variables, database));
    try {
      var address = new Address(new Target(environment, database), parsed(url));
      refuseOriginals(address, ending);
      return new UrlCopy(address, patience, null, ending, this::howToDrop);
    } catch (RuntimeException e) {
      ending.come();
      throw e;
    }
  }

  private ConnectionUrl parsed(String url) {
    try {
      return ConnectionUrl.parse(url, surroundings.environment());
    } catch (UserException failure) {
      throw new CopyFailed(
          "the last line that the command `%s` has printed is not the URL of a copy: %s"
              .formatted(create, failure.getMessage()),
          advice());
    }
  }

  /// What drops the copy is not called for a database that is none.
  private void refuseOriginals(Address copy, Ending ending) {
    declared.stream()
        .filter(original -> isAt(copy.url(), original.url()) || isOriginal(copy, original))
        .findFirst()
        .ifPresent(original -> {
          ending.isCalledOff();
          throw new CopyFailed(
              "the command `%s` has printed the URL of %s itself, not of a copy; nothing was done there"
                  .formatted(create, original.target().words()),
              advice());
        });
  }

  private static boolean isAt(ConnectionUrl copy, ConnectionUrl original) {
    return copy.hosts().equals(original.hosts()) && copy.database().equals(original.database());
  }

  /// By another name of the host, or through a pooler.
  private boolean isOriginal(Address copy, Address original) {
    return original.target().equals(copy.target())
        && DatabaseIdentity.of(copy, patience).equals(DatabaseIdentity.of(original, patience));
  }

  private String advice() {
    return "correct it: copy of environment %s in the ownership file".formatted(environment);
  }

  private String howToDrop() {
    return drop == null
        ? "the ownership file has no command that ends it"
        : "end it with DEED_COPY_URL=... %s".formatted(drop);
  }

  private void drop(Map<String, String> variables, DatabaseName database) {
    if (drop != null) {
      run(drop, variables, database);
    }
  }

  private String run(String line, Map<String, String> variables, DatabaseName database) {
    var ended = ShellCommand.run(surroundings, database.text(), line, variables, longest);
    var said = ended.err().isEmpty() ? "" : ": " + ended.err();
    return switch (ended.end()) {
      case ITSELF -> {
        if (ended.exit() != 0) {
          throw new CopyFailed(
              "the command `%s` ended with exit code %d%s".formatted(line, ended.exit(), said),
              advice());
        }
        yield ended.out();
      }
      case LIMIT ->
          throw new CopyFailed(
              "the command `%s` had not ended after %s and was stopped; %s%s"
                  .formatted(line, ShellCommand.words(longest), leftover(line), said),
              "try it alone: DEED_ENVIRONMENT=%s DEED_DATABASE=%s %s%s; if it needs longer, raise timeout in copy of environment %s"
                  .formatted(
                      environment,
                      database,
                      line.equals(drop) ? "DEED_COPY_URL=... " : "",
                      line,
                      environment));
      case SIGNAL ->
          throw new CopyFailed(
              "stopped the command `%s`; %s%s".formatted(line, leftover(line), said),
              "run the same command again");
    };
  }

  private String leftover(String line) {
    return line.equals(drop)
        ? "the copy may be there still"
        : "what it has made until then is there still";
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
