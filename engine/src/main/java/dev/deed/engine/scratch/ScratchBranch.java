package dev.deed.engine.scratch;

import java.util.Locale;

/// A copy that was kept for people, as its server remembers it.
///
/// @param database its name on the server
/// @param remark how it was made, and until when it is kept
/// @param bytes its size
public record ScratchBranch(String database, String remark, long bytes) {

  private static final String PREFIX = "deed_branch_";

  /// Of a name in PostgreSQL, what is left after the prefix.
  private static final int MOST = 50;

  /// The name of the database of a branch.
  ///
  /// @param name of the branch
  /// @param logical the database that it is a copy of
  public static String databaseOf(String name, String logical) {
    var own = (name + "_" + logical).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
    return PREFIX
        + (own.length() <= MOST
            ? own
            : "%s_%08x".formatted(own.substring(0, MOST - 9), logical.hashCode()));
  }

  /// When it may be dropped, as text; empty where it does not say.
  public String until() {
    var at = remark.lastIndexOf(" until ");
    return at < 0 ? "" : remark.substring(at + " until ".length());
  }
}
