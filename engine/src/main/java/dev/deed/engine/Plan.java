package dev.deed.engine;

import dev.deed.sql.DatabaseName;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What will be done to one database, in order.
///
/// @param notices facts worth knowing that stop nothing, a sentence each
/// @param forced what the history has to say of contracts that were not due, by version
public record Plan(
    DatabaseName database,
    List<PlannedMigration> moves,
    List<String> notices,
    Map<Version, String> forced) {

  public Plan {
    moves = List.copyOf(moves);
    notices = List.copyOf(notices);
    forced = Map.copyOf(forced);
  }

  public Plan(DatabaseName database, List<PlannedMigration> moves, List<String> notices) {
    this(database, moves, notices, Map.of());
  }

  public Plan withNotices(List<String> more) {
    return new Plan(
        database, moves, Stream.concat(notices.stream(), more.stream()).toList(), forced);
  }

  public List<Step> steps() {
    return moves.stream().flatMap(move -> Step.of(move).stream()).toList();
  }
}
