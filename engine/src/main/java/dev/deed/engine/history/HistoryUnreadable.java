package dev.deed.engine.history;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.UserException;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/// The database has a schema named like deed's history that deed did not write.
public final class HistoryUnreadable extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  private static final int MOST = 10;

  /// One row that cannot be read, and the SQL that corrects it.
  record Damage(String what, String repair) {}

  public HistoryUnreadable(DatabaseName database, String what) {
    this(
        database,
        what,
        "deed doctor looks at its tables; in psql: select * from deed.migration; other programs'"
            + " rows and tables do not belong there");
  }

  HistoryUnreadable(DatabaseName database, String what, String advice) {
    super("the schema deed of " + database + " is not what deed wrote: " + what, advice);
  }

  /// All that is wrong, so that it can be corrected at once.
  HistoryUnreadable(DatabaseName database, List<Damage> damages) {
    this(
        database,
        damages.stream().map(Damage::what).limit(MOST).collect(Collectors.joining("\n  "))
            + (damages.size() > MOST ? "\n  and %d more".formatted(damages.size() - MOST) : ""),
        damages.stream()
            .map(Damage::repair)
            .distinct()
            .limit(MOST)
            .collect(Collectors.joining("\n")));
  }

  @Override
  public Outcome outcome() {
    return Outcome.REFUSED;
  }
}
