package dev.deed.engine;

import dev.deed.sql.DatabaseName;
import java.util.List;

/// What will be done to one database, in order.
///
/// @param notices what is worth knowing and stops nothing, a sentence each
public record Plan(DatabaseName database, List<Move> moves, List<String> notices) {

  public Plan {
    moves = List.copyOf(moves);
    notices = List.copyOf(notices);
  }

  public List<Step> steps() {
    return moves.stream().flatMap(move -> move.steps().stream()).toList();
  }
}
