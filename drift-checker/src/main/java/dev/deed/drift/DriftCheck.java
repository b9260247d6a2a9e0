package dev.deed.drift;

import dev.deed.drift.Difference.Changed;
import dev.deed.ownership.Service;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.Schema;
import dev.deed.sql.schema.SchemaReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Compares two schemas and lays every difference at its owner's door.
public final class DriftCheck {

  /// Facts that no query and no writer notices.
  private static final Set<String> UNNOTICED =
      Set.of("columns", "comment", "statistics", "storage", "compression", "cluster on");

  private static final String HISTORY = "deed";

  private DriftCheck() {}

  /// One side.
  ///
  /// @param name an environment or a file, as people call it
  public record Side(String name, Schema schema) {

    /// @param dump what `pg_dump --schema-only` wrote
    /// @throws DumpNotReadable where it holds what is not SQL
    public static Side of(String name, SourceFile file, String dump) {
      var script = ScriptReader.read(file, dump);
      var errors = script.problems().stream().filter(p -> p.severity() == Severity.ERROR).toList();
      if (!errors.isEmpty()) {
        throw new DumpNotReadable(name, errors.getFirst(), errors.size());
      }
      var reader = new SchemaReader(List.of("public"));
      reader.read(script);
      return new Side(name, reader.schema());
    }
  }

  /// @param ownerOf who owns an object of that database
  public static DriftReport between(
      DatabaseName database, Side from, Side to, Function<ObjectName, Optional<Service>> ownerOf) {
    var drifts =
        SchemaDiff.between(from.schema(), to.schema()).stream()
            .filter(d -> !isOurs(anchor(d)))
            .map(d -> new Drift(d, ownerOf.apply(anchor(d)).orElse(null), severity(d)))
            .toList();
    return new DriftReport(database, from.name(), to.name(), drifts);
  }

  /// The history differs by nature, and a dump that was made by hand has it.
  private static boolean isOurs(ObjectName object) {
    return HISTORY.equals(
        object.kind() == ObjectKind.SCHEMA ? object.name().name() : object.name().schema());
  }

  /// What is tied to a table is its owner's, and only the side that has it knows to which.
  private static ObjectName anchor(Difference difference) {
    var object =
        switch (difference) {
          case Difference.Added a -> a.added();
          case Difference.Missing m -> m.missing();
          case Changed c -> c.to();
        };
    return switch (object) {
      case Relation.Index index -> ObjectName.table(index.table());
      case Relation.Sequence sequence when sequence.ownedBy() != null ->
          ObjectName.table(sequence.ownedBy().name());
      case RelationPart part -> ObjectName.table(part.relation());
      default -> object.name();
    };
  }

  private static Severity severity(Difference difference) {
    var unnoticed =
        difference instanceof Changed changed
            && changed.changes().stream()
                .allMatch(c -> UNNOTICED.contains(c.facet()) || c.facet().startsWith("option "));
    return unnoticed ? Severity.WARNING : Severity.ERROR;
  }
}
