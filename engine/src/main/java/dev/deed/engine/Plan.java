package dev.deed.engine;

import dev.deed.sql.DatabaseName;
import java.util.List;
import java.util.stream.Stream;

/// What will be done to one database, in order.
///
/// @param notices facts worth knowing that stop nothing, a sentence each
public record Plan(DatabaseName database, List<PlannedMigration> moves, List<String> notices) {

  public Plan {
    moves = List.copyOf(moves);
    notices = List.copyOf(notices);
  }

  public Plan withNotices(List<String> more) {
    return new Plan(database, moves, Stream.concat(notices.stream(), more.stream()).toList());
  }

  public List<Step> steps() {
    return moves.stream().flatMap(move -> Step.of(move).stream()).toList();
  }
}
