package dev.deed.sql.effect;

/// Whether the check of a constraint, or a constraint trigger, may wait for the commit.
///
/// @param initiallyDeferred it waits unless `SET CONSTRAINTS` says otherwise
public record Deferrability(boolean deferrable, boolean initiallyDeferred) {

  public static final Deferrability IMMEDIATE = new Deferrability(false, false);

  /// What `INITIALLY DEFERRED` says, it says of a constraint that is deferrable.
  public Deferrability {
    deferrable |= initiallyDeferred;
  }

  /// With a blank before it: ` DEFERRABLE INITIALLY DEFERRED`, `""` where neither is the case.
  public String sql() {
    return (deferrable ? " DEFERRABLE" : "") + (initiallyDeferred ? " INITIALLY DEFERRED" : "");
  }
}
