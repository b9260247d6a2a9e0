package dev.deed.sql.schema;

import static java.util.Comparator.comparing;

import java.util.Comparator;

/// One facet of one object: `type`, or with what it is about, `privileges of app`.
///
/// @param of a role, an option, a table: what a facet that an object has more than once is about;
///   `""` for the others
public record FacetName(Facet facet, String of) implements Comparable<FacetName> {

  private static final Comparator<FacetName> ORDER =
      comparing(FacetName::words).thenComparing(FacetName::facet);

  public static FacetName of(Facet facet) {
    return new FacetName(facet, "");
  }

  public String words() {
    return facet.words(of);
  }

  @Override
  public int compareTo(FacetName other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return words();
  }
}
