package dev.deed.ownership;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.FacetName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A difference that `deed drift` leaves out of its reports. What is not given matches everything.
///
/// @param what what it matches
/// @param reason why the difference is accepted
/// @param until the last day on which it holds, null for no end
public record DriftIgnore(What what, String reason, @Nullable LocalDate until, Span span) {

  /// @param database null for all databases
  /// @param object a name as reports print it, in which `*` matches any text; null for all objects
  /// @param kind null for all kinds
  /// @param facet as reports print it, in which `*` matches any text; null for the whole difference
  public record What(
      @Nullable DatabaseName database,
      @Nullable String object,
      @Nullable ObjectKind kind,
      @Nullable String facet) {

    private String words() {
      return Stream.of(
              object == null ? "" : "object " + object,
              kind == null ? "" : "kind " + kind.words(),
              facet == null ? "" : "facet " + facet,
              database == null ? "" : "database " + database)
          .filter(part -> !part.isEmpty())
          .collect(Collectors.joining(", "));
    }
  }

  public boolean isExpired(LocalDate today) {
    return until != null && today.isAfter(until);
  }

  /// Whether it is about differences in one facet only, of objects that both sides have.
  public boolean isOfFacet() {
    return what.facet() != null;
  }

  /// @param anchor the object with which it belongs to its owner: for a part of a table, the table
  /// @param searchPath of the database: names in it need no schema
  public boolean matches(
      DatabaseName database, ObjectName object, ObjectName anchor, List<String> searchPath) {
    var pattern = what.object();
    return (what.database() == null || what.database().equals(database))
        && (what.kind() == null || what.kind() == object.kind())
        && (pattern == null || names(object, anchor, searchPath).anyMatch(glob(pattern)::matches));
  }

  public boolean matches(FacetName facet) {
    return what.facet() != null && glob(what.facet()).matches(facet.words());
  }

  private static Stream<String> names(
      ObjectName object, ObjectName anchor, List<String> searchPath) {
    var names = new ArrayList<String>();
    for (var each : List.of(object, anchor)) {
      names.add(each.text());
      if (each.kind() == ObjectKind.SCHEMA) {
        // `partman.*` is the schema and everything in it.
        names.add(each.text() + ".");
      }
      if (each.kind().isRoutine()) {
        names.add(each.name().quoted());
      }
      if (each.kind().isPartOfRelation()) {
        names.add(each.name().quoted() + "." + each.own());
      }
    }
    return names.stream().flatMap(name -> Stream.of(name, withoutSchema(name, searchPath)));
  }

  private static String withoutSchema(String name, List<String> searchPath) {
    return searchPath.stream()
        .map(schema -> schema + ".")
        .filter(name::startsWith)
        .findFirst()
        .map(start -> name.substring(start.length()))
        .orElse(name);
  }

  private static Glob glob(String pattern) {
    return new Glob(List.of(pattern.split("\\*", -1)));
  }

  /// `object public.audit_*, kind table, database main`
  public String words() {
    return what.words();
  }
}
