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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// Pairs missing and added objects that are alike: one rename instead of two differences.
final class Renames {

  private final Schema from;
  private final Schema to;
  private final Unknowns unknowns;

  Renames(Schema from, Schema to, Unknowns unknowns) {
    this.from = from;
    this.to = to;
    this.unknowns = unknowns;
  }

  /// The same differences in order, each certain rename in the place of its added object.
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
    var gone = new HashSet<ObjectName>();
    var result = new ArrayList<Difference>();
    for (var difference : differences) {
      var renamed = renamed(difference, missing, added);
      renamed.ifPresent(r -> gone.add(r.from().name()));
      result.add(renamed.<Difference>map(r -> r).orElse(difference));
    }
    result.removeIf(d -> d instanceof Missing m && gone.contains(m.object()));
    return result;
  }

  /// If two objects could be meant, neither is certain.
  private Optional<Renamed> renamed(
      Difference difference, List<SchemaObject> missing, List<SchemaObject> added) {
    if (!(difference instanceof Added now)) {
      return Optional.empty();
    }
    var olds = missing.stream().filter(old -> alike(old, now.added())).toList();
    if (olds.size() != 1) {
      return Optional.empty();
    }
    var old = olds.getFirst();
    var isOnly = added.stream().filter(other -> alike(old, other)).count() == 1;
    return isOnly ? Optional.of(new Renamed(old, now.added())) : Optional.empty();
  }

  private boolean alike(SchemaObject old, SchemaObject now) {
    var before = old.name();
    var after = now.name();
    return before.kind() == after.kind()
        && Objects.equals(before.name().schema(), after.name().schema())
        && isSamePlace(old, now)
        && facets(old).equals(facets(now));
  }

  /// Objects without a definition of their own (schemas, extensions, free sequences) may look alike
  /// by chance.
  private boolean isSamePlace(SchemaObject old, SchemaObject now) {
    return switch (old) {
      case RelationPart.TableColumn column ->
          column.relation().equals(now.name().name())
              && position(from, column.name()) == position(to, now.name());
      case RelationPart part -> part.relation().equals(now.name().name());
      case Relation.Table table ->
          !table.columns().isEmpty()
              && parts(from, table.qualifiedName()).equals(parts(to, now.name().name()));
      case Relation.Sequence sequence -> sequence.ownedBy() != null;
      case Relation.View _, Relation.Index _, DataType _ -> true;
      case Routine _ -> old.name().arguments().equals(now.name().arguments());
      case SchemaObject.Extension _,
          SchemaObject.Publication _,
          SchemaObject.DefaultPrivileges _,
          SchemaObject.Other _ ->
          false;
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

  private Map<String, Map<FacetName, String>> parts(Schema schema, QualifiedName relation) {
    var parts = new TreeMap<String, Map<FacetName, String>>();
    for (var object : schema.objects()) {
      if (object instanceof RelationPart part && part.relation().equals(relation)) {
        parts.put(part.name().kind() + " " + part.part(), facets(part));
      }
    }
    return parts;
  }

  private Map<FacetName, String> facets(SchemaObject object) {
    var facets = new TreeMap<>(object.facets());
    facets.keySet().removeIf(f -> unknowns.covers(new FacetChange(f, null, null), object, object));
    return facets;
  }
}
