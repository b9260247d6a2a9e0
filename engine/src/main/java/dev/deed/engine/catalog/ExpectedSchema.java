package dev.deed.engine.catalog;

import dev.deed.engine.AppliedScript;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The schema that the applied scripts should have left, and the statement that each of its
/// relations and columns comes from.
public final class ExpectedSchema {

  /// @param span `Span.NONE` if no statement names the object
  public record Place(SourceFile file, Span span) {}

  private final Map<QualifiedName, Place> relations = new HashMap<>();
  private final Map<ObjectName, Place> columns = new HashMap<>();
  private final Schema schema;
  private final SourceFile elsewhere;

  /// @param elsewhere the file to report for objects that no statement names
  public ExpectedSchema(SchemaReader reader, List<AppliedScript> applied, SourceFile elsewhere) {
    this.elsewhere = elsewhere;
    for (var script : applied) {
      for (var resolved : reader.read(script.script())) {
        note(script.script().file(), resolved);
      }
    }
    this.schema = reader.schema();
  }

  public Schema schema() {
    return schema;
  }

  Place placeOf(ObjectName object) {
    var column = columns.get(object);
    if (column != null) {
      return column;
    }
    var relation = relations.get(object.name());
    return relation != null ? relation : placeOfTable(object);
  }

  /// An object that PostgreSQL created and named itself has the place of its table.
  private Place placeOfTable(ObjectName object) {
    return relations.getOrDefault(tableOf(object), new Place(elsewhere, Span.NONE));
  }

  /// The table of an index or owned sequence; the object's own name otherwise.
  QualifiedName tableOf(ObjectName object) {
    var found = schema.find(object).orElse(null);
    return switch (found) {
      case Relation.Index index -> index.table();
      case Relation.Sequence sequence when sequence.ownedBy() != null -> sequence.ownedBy().name();
      case null, default -> object.name();
    };
  }

  private void note(SourceFile file, ResolvedStatement resolved) {
    for (var touch : resolved.touches()) {
      if (touch.access() == Access.DEFINES && !touch.implied()) {
        note(touch, new Place(file, touch.span()));
      }
    }
  }

  private void note(ObjectAccess touch, Place place) {
    var object = touch.object();
    if (object.kind() == ObjectKind.COLUMN) {
      columns.put(object, place);
    } else if (object.kind().isRelation()) {
      // Indexes and triggers define their table, too; its first statement counts.
      relations.putIfAbsent(object.name(), place);
    }
  }
}
