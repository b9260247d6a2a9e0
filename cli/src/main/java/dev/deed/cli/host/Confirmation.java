package dev.deed.cli.host;

import dev.deed.engine.connect.Address;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.UserException;
import java.util.List;
import java.util.stream.Collectors;

/// A protected environment is changed only by somebody who typed its databases' names.
public record Confirmation(Surroundings surroundings, EnvironmentName environment) {

  public void ask(List<Address> addresses) {
    var names =
        addresses.stream().map(a -> a.target().database().text()).collect(Collectors.joining(" "));
    if (!surroundings.terminal()) {
      throw new NotConfirmed(environment, "nobody is there to ask", "--yes says that you mean it");
    }
    surroundings.err().print("%s is protected. Type %s to go on: ".formatted(environment, names));
    surroundings.err().flush();
    if (!names.equals(TypedLine.read(surroundings.in()))) {
      throw new NotConfirmed(
          environment, "the names were not typed", "nothing was changed; run it again to go on");
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
