package dev.deed.cli.host;

import dev.deed.cli.report.PrintableText;
import dev.deed.sql.UserException;
import java.util.List;

/// Shows what will be done to a database that applications use, and asks for its name.
public record SwapConfirmation(Surroundings surroundings) {

  public void show(List<String> plan) {
    plan.forEach(step -> surroundings.err().println(PrintableText.line(step)));
    surroundings.err().flush();
  }

  /// @param database that is replaced
  /// @throws NotConfirmed if it is not typed
  public void ask(String database) {
    if (!surroundings.terminal()) {
      throw new NotConfirmed("there is no terminal to confirm on", "pass --yes to confirm");
    }
    surroundings
        .err()
        .print(
            "Type %s to restore and exchange the databases: "
                .formatted(PrintableText.line(database)));
    surroundings.err().flush();
    if (!database.equals(TypedLine.read(surroundings.in()))) {
      throw new NotConfirmed(
          "the database's name was not typed", "nothing was changed; run the command again");
    }
  }

  static final class NotConfirmed extends UserException {

    private static final long serialVersionUID = 1L;

    NotConfirmed(String why, String advice) {
      super("a database in use is replaced only by a person's word, and " + why, advice);
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }
}
