package dev.deed.engine.scratch;

import java.time.Instant;
import java.util.Locale;

/// A copy that was kept for people, as its server remembers it.
///
/// @param database its name on the server
/// @param remark how it was made, and until when it is kept
/// @param bytes its size
public record ScratchBranch(String database, String remark, long bytes) {

  /// In a comment on the database, as PostgreSQL's regular expressions are written.
  static final String REMARK =
      "^deed branch \\S+ of \\S+ until \\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z$";

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

  /// What says that a database is a branch, until when it is kept, and of what it is a copy.
  ///
  /// @param original as `staging/main`
  public static String remark(String name, String original, Instant until) {
    return "deed branch %s of %s until %s".formatted(name, original, until);
  }

  /// Whether it is the branch of that name, of that database.
  ///
  /// @param original as `staging/main`
  public boolean isOf(String name, String original) {
    return remark.startsWith("deed branch %s of %s until ".formatted(name, original));
  }

  /// As `staging/main`.
  public String original() {
    return remark.replaceFirst("^deed branch \\S+ of (\\S+) .*", "$1");
  }

  /// When it may be dropped, as text; empty where it does not say.
  public String until() {
    var at = remark.lastIndexOf(" until ");
    return at < 0 ? "" : remark.substring(at + " until ".length());
  }
}
