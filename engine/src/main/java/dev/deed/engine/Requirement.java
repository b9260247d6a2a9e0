package dev.deed.engine;

import dev.deed.sql.DatabaseName;
import java.util.Comparator;

/// A migration that must be applied first: `-- deed: requires auth/20260129103000`.
public record Requirement(DatabaseName database, Version version)
    implements Comparable<Requirement> {

  /// The directive that states one.
  public static final String DIRECTIVE = "requires";

  private static final Comparator<Requirement> ORDER =
      Comparator.comparing(Requirement::database).thenComparing(Requirement::version);

  @Override
  public int compareTo(Requirement other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return database + "/" + version;
  }
}
