package dev.deed.sql.schema;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The privileges on an object that differ from PostgreSQL's defaults: the owner's and `PUBLIC`'s
/// are listed only if they are not the ones that a new object gives them.
///
/// @param byGrantee by role (`public` for `PUBLIC`) its privileges, lower case, each with `true` if
///   it includes the grant option; an empty map for a default grantee that lost all of them
public record Privileges(SortedMap<String, SortedMap<String, Boolean>> byGrantee) {

  public static final Privileges DEFAULT = new Privileges(new TreeMap<>());

  public Privileges {
    var copy = new TreeMap<String, SortedMap<String, Boolean>>();
    byGrantee.forEach((k, v) -> copy.put(k, Collections.unmodifiableSortedMap(new TreeMap<>(v))));
    byGrantee = Collections.unmodifiableSortedMap(copy);
  }

  /// `privileges of app` = `insert, select with grant option`
  void addTo(Facets facets) {
    byGrantee.forEach((grantee, held) -> facets.put(Facet.PRIVILEGES, grantee, text(held)));
  }

  private static String text(SortedMap<String, Boolean> held) {
    return held.isEmpty()
        ? "none"
        : held.entrySet().stream().map(Privileges::text).collect(Collectors.joining(", "));
  }

  private static String text(Map.Entry<String, Boolean> privilege) {
    return privilege.getValue() ? privilege.getKey() + " with grant option" : privilege.getKey();
  }
}
