package dev.deed.engine;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.UserException;
import java.io.Serial;
import java.util.List;

/// The history and the files contradict each other, so nothing is run.
public final class HistoryDisagrees extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  /// One contradiction, with advice.
  public record Disagreement(MigrationName name, String message, String advice) {}

  private final transient List<Disagreement> disagreements;

  HistoryDisagrees(DatabaseName database, List<Disagreement> disagreements) {
    super(message(database, disagreements), advice(disagreements));
    this.disagreements = List.copyOf(disagreements);
  }

  @Override
  public Outcome outcome() {
    return Outcome.REFUSED;
  }

  public List<Disagreement> disagreements() {
    return disagreements;
  }

  private static String message(DatabaseName database, List<Disagreement> disagreements) {
    var lines = disagreements.stream().map(Disagreement::message).toList();
    return lines.size() == 1
        ? lines.getFirst()
        : "the history of "
            + database
            + " and the files disagree:\n  "
            + String.join("\n  ", lines);
  }

  private static String advice(List<Disagreement> disagreements) {
    return String.join("\n", disagreements.stream().map(Disagreement::advice).distinct().toList());
  }
}
