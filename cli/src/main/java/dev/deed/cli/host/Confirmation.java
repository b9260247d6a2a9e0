package dev.deed.cli.host;

import dev.deed.engine.connect.Address;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.UserException;
import java.util.List;
import java.util.stream.Collectors;

/// Asks the user to type the database names before a protected environment is changed.
public record Confirmation(Surroundings surroundings, EnvironmentName environment) {

  public void ask(List<Address> addresses) {
    var names =
        addresses.stream().map(a -> a.target().database().text()).collect(Collectors.joining(" "));
    if (!surroundings.terminal()) {
      throw new NotConfirmed(
          environment, "there is no terminal to confirm on", "pass --yes to confirm");
    }
    surroundings
        .err()
        .print("%s is protected. Type %s to continue: ".formatted(environment, names));
    surroundings.err().flush();
    if (!names.equals(TypedLine.read(surroundings.in()))) {
      throw new NotConfirmed(
          environment,
          "the database names were not confirmed",
          "nothing was changed; run the command again to continue");
    }
  }

  static final class NotConfirmed extends UserException {

    private static final long serialVersionUID = 1L;

    NotConfirmed(EnvironmentName environment, String why, String advice) {
      super("%s is protected, and %s".formatted(environment, why), advice);
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }
}
