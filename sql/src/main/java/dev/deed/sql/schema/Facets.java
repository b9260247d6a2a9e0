package dev.deed.sql.schema;

import dev.deed.sql.Identifier;
import dev.deed.sql.expression.ExpressionText;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Collects an object's facts. PostgreSQL's defaults are not facts.
public final class Facets {

  private final SortedMap<FacetName, String> values = new TreeMap<>();

  static Facets of(Attributes attributes) {
    var facets = new Facets();
    facets.put(Facet.OWNER, attributes.owner());
    facets.put(Facet.COMMENT, attributes.comment());
    attributes.privileges().addTo(facets);
    attributes.labels().forEach((k, v) -> facets.put(Facet.SECURITY_LABEL, k, v));
    attributes.extensions().forEach(e -> facets.put(Facet.DEPENDS_ON_EXTENSION, e, "true"));
    return facets;
  }

  Facets put(Facet facet, @Nullable String value) {
    return put(facet, "", value);
  }

  /// @param of as in `FacetName`
  Facets put(Facet facet, String of, @Nullable String value) {
    if (value != null) {
      values.put(new FacetName(facet, of), value);
    }
    return this;
  }

  Facets put(Facet facet, @Nullable ExpressionText value) {
    return put(facet, value == null ? null : value.canonical());
  }

  Facets flag(Facet facet, boolean value) {
    return put(facet, value ? "true" : null);
  }

  Facets unless(String standard, Facet facet, @Nullable String value) {
    return put(facet, standard.equals(value) ? null : value);
  }

  Facets names(Facet facet, Collection<String> names) {
    return put(facet, names.isEmpty() ? null : quoted(names));
  }

  Facets options(Facet facet, Map<String, String> options) {
    options.forEach((k, v) -> put(facet, k, v));
    return this;
  }

  Facets changes(List<String> changes) {
    for (var i = 0; i < changes.size(); i++) {
      put(Facet.CHANGE, Integer.toString(i + 1), changes.get(i));
    }
    return this;
  }

  /// Nearly every object has no options: it shares the empty map.
  static SortedMap<String, String> copied(SortedMap<String, String> options) {
    return options.isEmpty() ? Collections.emptySortedMap() : new TreeMap<>(options);
  }

  SortedMap<FacetName, String> sorted() {
    return Collections.unmodifiableSortedMap(values);
  }

  public static String quoted(Collection<String> names) {
    return names.stream().map(Identifier::quoted).collect(Collectors.joining(", "));
  }
}
