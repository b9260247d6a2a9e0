package dev.deed.drift;

import dev.deed.drift.Difference.Added;
import dev.deed.drift.Difference.FacetChange;
import dev.deed.drift.Difference.Missing;
import dev.deed.drift.Difference.Renamed;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.DataType;
import dev.deed.sql.schema.FacetName;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.Routine;
import dev.deed.sql.schema.Schema;
import dev.deed.sql.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Pairs missing and added objects that are alike: one rename instead of two differences. Each
/// object is described once, so that the time is proportional to the number of differences.
final class Renames {

  /// What an object and its new name have in common.
  ///
  /// @param place what it belongs to and is made of, by its kind
  private record Likeness(
      ObjectKind kind, @Nullable String schema, Object place, Map<FacetName, String> facets) {}

  /// A schema with the parts of each relation, collected once.
  private record Indexed(Schema schema, Map<QualifiedName, List<RelationPart>> parts) {

    static Indexed of(Schema schema) {
      var parts = new HashMap<QualifiedName, List<RelationPart>>();
      for (var object : schema.unordered()) {
        if (object instanceof RelationPart part) {
          parts.computeIfAbsent(part.relation(), _ -> new ArrayList<>()).add(part);
        }
      }
      return new Indexed(schema, parts);
    }
  }

  /// Kinds of which a schema has only one object of a name.
  private static final List<Set<ObjectKind>> NAMESPACES =
      List.of(
          Stream.of(ObjectKind.values())
              .filter(ObjectKind::isRelation)
              .collect(Collectors.toUnmodifiableSet()),
          Set.of(ObjectKind.TYPE, ObjectKind.DOMAIN));

  private final Schema from;
  private final Schema to;
  private final Unknowns unknowns;
  private final RenameEvidence evidence;

  Renames(Schema from, Schema to, Unknowns unknowns, RenameEvidence evidence) {
    this.from = from;
    this.to = to;
    this.unknowns = unknowns;
    this.evidence = evidence;
  }

  /// The same differences in order, each certain rename in the place of its added object. If two
  /// objects could be meant, neither is certain, unless a database remembers which one it is.
  List<Difference> foundIn(List<Difference> differences) {
    var missing = new ArrayList<SchemaObject>();
    var added = new ArrayList<SchemaObject>();
    for (var difference : differences) {
      if (difference instanceof Missing m) {
        missing.add(m.missing());
      } else if (difference instanceof Added a) {
        added.add(a.added());
      }
    }
    if (missing.isEmpty() || added.isEmpty()) {
      return differences;
    }
    return withRenames(
        differences, likenesses(missing, Indexed.of(from)), likenesses(added, Indexed.of(to)));
  }

  private List<Difference> withRenames(
      List<Difference> differences,
      Map<Likeness, List<SchemaObject>> missing,
      Map<Likeness, List<SchemaObject>> added) {
    var oldNames = new HashMap<ObjectName, Renamed>();
    var gone = new HashSet<ObjectName>();
    missing.forEach((likeness, olds) -> {
      for (var renamed : pairs(olds, added.getOrDefault(likeness, List.of()))) {
        if (!isTaken(renamed.to().name())) {
          oldNames.put(renamed.to().name(), renamed);
          gone.add(renamed.from().name());
        }
      }
    });
    var result = new ArrayList<Difference>();
    for (var difference : differences) {
      if (difference instanceof Added a && oldNames.get(a.object()) instanceof Renamed renamed) {
        result.add(renamed);
      } else if (!(difference instanceof Missing m && gone.contains(m.object()))) {
        result.add(difference);
      }
    }
    return result;
  }

  /// An object of another kind has the new name: nothing can be renamed to it.
  private boolean isTaken(ObjectName name) {
    return NAMESPACES.stream()
        .filter(kinds -> kinds.contains(name.kind()))
        .flatMap(Set::stream)
        .anyMatch(kind -> kind != name.kind() && from.has(name.as(kind)));
  }

  /// @param olds objects of the first schema that are alike
  /// @param news those of the second schema that are like them
  private List<Renamed> pairs(List<SchemaObject> olds, List<SchemaObject> news) {
    var pairs = new ArrayList<Renamed>();
    var oldLeft = new ArrayList<>(olds);
    var newLeft = new ArrayList<>(news);
    for (var old : olds) {
      for (var now : news) {
        var words = evidence.same(old.name(), now.name()).orElse(null);
        if (words != null && oldLeft.contains(old) && newLeft.contains(now)) {
          pairs.add(new Renamed(old, now, words));
          oldLeft.remove(old);
          newLeft.remove(now);
        }
      }
    }
    if (oldLeft.size() == 1
        && newLeft.size() == 1
        && !evidence.isAnother(oldLeft.getFirst().name(), newLeft.getFirst().name())) {
      pairs.add(new Renamed(oldLeft.getFirst(), newLeft.getFirst()));
    }
    return pairs;
  }

  private Map<Likeness, List<SchemaObject>> likenesses(List<SchemaObject> objects, Indexed schema) {
    var likenesses = new HashMap<Likeness, List<SchemaObject>>();
    for (var object : objects) {
      place(object, schema)
          .map(place -> likeness(object, place))
          .ifPresent(like -> likenesses.computeIfAbsent(like, _ -> new ArrayList<>()).add(object));
    }
    return likenesses;
  }

  private Likeness likeness(SchemaObject object, Object place) {
    var name = object.name();
    return new Likeness(name.kind(), name.name().schema(), place, facets(object));
  }

  /// Empty for objects without a definition of their own (schemas, extensions, free sequences),
  /// which may look alike by chance.
  private Optional<Object> place(SchemaObject object, Indexed schema) {
    return switch (object) {
      case RelationPart.TableColumn column ->
          Optional.of(List.of(column.relation(), position(schema.schema(), column.name())));
      case RelationPart part -> Optional.of(part.relation());
      case Relation.Table table ->
          table.columns().isEmpty()
              ? Optional.empty()
              : Optional.of(parts(schema, table.qualifiedName()));
      case Relation.Sequence sequence ->
          sequence.ownedBy() == null ? Optional.empty() : Optional.of("");
      case Relation.View _, Relation.Index _, DataType _ -> Optional.of("");
      case Routine _ -> Optional.of(object.name().arguments());
      case SchemaObject.Extension _,
          SchemaObject.Publication _,
          SchemaObject.DefaultPrivileges _,
          SchemaObject.External _,
          SchemaObject.Other _ ->
          Optional.empty();
    };
  }

  private static int position(Schema schema, ObjectName column) {
    return schema
        .find(ObjectName.of(ObjectKind.TABLE, column.name()))
        .filter(Relation.Table.class::isInstance)
        .map(Relation.Table.class::cast)
        .map(table -> table.columns().indexOf(column.own()))
        .orElse(-1);
  }

  private Map<String, Map<FacetName, String>> parts(Indexed schema, QualifiedName relation) {
    var parts = new TreeMap<String, Map<FacetName, String>>();
    for (var part : schema.parts().getOrDefault(relation, List.of())) {
      parts.put(part.name().kind() + " " + part.part(), facets(part));
    }
    return parts;
  }

  private Map<FacetName, String> facets(SchemaObject object) {
    var facets = new TreeMap<>(object.facets());
    facets.keySet().removeIf(f -> unknowns.covers(new FacetChange(f, null, null), object, object));
    return facets;
  }
}
