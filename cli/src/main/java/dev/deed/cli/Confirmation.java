package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.engine.run.Address;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.UserException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.stream.Collectors;

/// A protected environment is changed only by somebody who typed its databases' names.
record Confirmation(Surroundings surroundings, EnvironmentName environment) {

  void ask(List<Address> addresses) {
    var names =
        addresses.stream().map(a -> a.target().database().text()).collect(Collectors.joining(" "));
    if (!surroundings.terminal()) {
      throw new NotConfirmed(environment, "nobody is there to ask", "--yes says that you mean it");
    }
    surroundings.err().print("%s is protected. Type %s to go on: ".formatted(environment, names));
    surroundings.err().flush();
    if (!names.equals(answer())) {
      throw new NotConfirmed(
          environment, "the names were not typed", "nothing was changed; run it again to go on");
    }
  }

  private String answer() {
    try {
      var line = new BufferedReader(new InputStreamReader(surroundings.in(), UTF_8)).readLine();
      return line == null ? "" : line.strip();
    } catch (IOException e) {
      return "";
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
