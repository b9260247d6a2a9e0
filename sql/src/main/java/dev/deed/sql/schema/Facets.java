package dev.deed.sql.schema;

import dev.deed.sql.Identifier;
import dev.deed.sql.expression.ExpressionText;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Collects an object's facts. PostgreSQL's defaults are not facts.
public final class Facets {

  private final SortedMap<String, String> values = new TreeMap<>();

  static Facets of(Attributes attributes) {
    var facets = new Facets();
    facets.put("owner", attributes.owner());
    facets.put("comment", attributes.comment());
    attributes.privileges().addTo(facets);
    attributes.labels().forEach((k, v) -> facets.put("security label of " + k, v));
    return facets;
  }

  Facets put(String facet, @Nullable String value) {
    if (value != null) {
      values.put(facet, value);
    }
    return this;
  }

  Facets put(String facet, @Nullable ExpressionText value) {
    return put(facet, value == null ? null : value.canonical());
  }

  Facets flag(String facet, boolean value) {
    return put(facet, value ? "true" : null);
  }

  Facets unless(String standard, String facet, @Nullable String value) {
    return put(facet, standard.equals(value) ? null : value);
  }

  Facets names(String facet, Collection<String> names) {
    return put(facet, names.isEmpty() ? null : quoted(names));
  }

  Facets options(String prefix, Map<String, String> options) {
    options.forEach((k, v) -> put(prefix + " " + k, v));
    return this;
  }

  SortedMap<String, String> sorted() {
    return Collections.unmodifiableSortedMap(values);
  }

  public static String quoted(Collection<String> names) {
    return names.stream().map(Identifier::quoted).collect(Collectors.joining(", "));
  }
}
