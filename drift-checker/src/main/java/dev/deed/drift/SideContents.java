package dev.deed.drift;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.Schema;
import dev.deed.sql.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// A side that was read.
///
/// @param reader all of it has been read
/// @param knowsOwners whether an object listed without an owner really has none
/// @param knowsPrivileges whether an object listed without privileges really has none
/// @param complete whether an extension listed without a comment really has none
/// @param dumped whether pg_dump wrote it
record SideContents(
    String side,
    SchemaReader reader,
    boolean knowsOwners,
    boolean knowsPrivileges,
    boolean complete,
    boolean dumped) {

  /// What is left of a side, once it was read, to compare another with it.
  ///
  /// @param marks of all its objects
  /// @param outputs the relations of which output columns are objects
  /// @param tables their number
  record Outline(Marks marks, Set<QualifiedName> outputs, int tables) {}

  Unknowns unknowns() {
    return new Unknowns(!knowsOwners, !knowsPrivileges, false, !complete);
  }

  Outline outline(Unknowns unknowns) {
    var marks = new Marks(unknowns);
    var outputs = new HashSet<QualifiedName>();
    var tables = new AtomicInteger();
    reader
        .finish()
        .forEach(object -> {
          if (object instanceof RelationPart.OutputColumn column) {
            outputs.add(column.relation());
          }
          if (object instanceof Relation.Table) {
            tables.incrementAndGet();
          }
          marks.add(marks.of(object));
        });
    return new Outline(marks, outputs, tables.get());
  }

  /// What the other side may not agree about, and what is around it.
  Schema differentFrom(Outline other, Unknowns unknowns) {
    var marks = new Marks(unknowns);
    var different = new ArrayList<SchemaObject>();
    reader
        .finish()
        .forEach(object -> {
          if (!other.marks().contains(marks.of(object))) {
            different.add(object);
          }
        });
    return withWhatIsAround(different, other.outputs());
  }

  /// A relation with all its parts and its index, where one of them is different.
  ///
  /// @param named relations that need only be known to exist
  private Schema withWhatIsAround(ArrayList<SchemaObject> different, Set<QualifiedName> named) {
    var relations = new HashSet<QualifiedName>();
    for (var object : different) {
      switch (object) {
        case Relation.Index index -> {
          relations.add(index.qualifiedName());
          relations.add(index.table());
        }
        case Relation relation -> relations.add(relation.qualifiedName());
        case RelationPart part -> {
          relations.add(part.relation());
          // A constraint's index has its name.
          relations.add(part.relation().renamed(part.part()));
        }
        default -> {}
      }
    }
    var around = new ArrayList<SchemaObject>();
    var others = new ArrayList<ObjectName>();
    reader
        .finish(object ->
            switch (object) {
              case Relation relation -> relations.contains(relation.qualifiedName());
              case RelationPart part -> relations.contains(part.relation());
              default -> false;
            })
        .forEach(around::add);
    for (var object : reader.written()) {
      if (object instanceof Relation relation && named.contains(relation.qualifiedName())) {
        others.add(object.name());
      }
    }
    return Schema.partOf(different, around, others);
  }
}
