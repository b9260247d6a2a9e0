package dev.deed.engine;

import java.util.List;

/// What a user wants undone.
///
/// @param skipped versions, or their first digits, of changes by hand that stay as they are
/// @param byFiles run the downs of the current files, not those that were stored
public record RollbackWish(Goal goal, List<String> skipped, boolean byFiles) {

  public RollbackWish {
    skipped = List.copyOf(skipped);
  }

  public static RollbackWish to(Goal goal) {
    return new RollbackWish(goal, List.of(), false);
  }
}
