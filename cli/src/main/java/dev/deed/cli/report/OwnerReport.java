package dev.deed.cli.report;

import dev.deed.engine.MigrationName;
import dev.deed.ownership.Consumer;
import dev.deed.ownership.Service;
import dev.deed.ownership.check.Title;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.Dependant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whose tables are.
public sealed interface OwnerReport extends Report {

  @Override
  default Verdict verdict() {
    return Verdict.YES;
  }

  /// Whose the tables and views are.
  ///
  /// @param folders where each service keeps its migrations
  record Owners(List<OwnedRelation> relations, List<ServiceFolder> folders) implements OwnerReport {
    public Owners {
      relations = List.copyOf(relations);
      folders = List.copyOf(folders);
    }
  }

  /// @param uses by others than the owner, each once, with the strongest access it was granted
  record OwnedRelation(DatabaseName database, ObjectName relation, Title title, List<Use> uses) {
    public OwnedRelation {
      uses = List.copyOf(uses);
    }
  }

  record Use(Service service, Consumer grant) {}

  /// @param path from the repository's top, `migrations/auth/web`
  record ServiceFolder(String path, Service service) {}

  /// Whose one table is, who uses it, and how it came to be what it is.
  ///
  /// @param ownership the file that claims and grants
  /// @param definition as SQL
  record OwnerOf(
      OwnedRelation relation,
      SourceFile ownership,
      List<Dependence> dependences,
      List<Change> changes,
      String definition)
      implements OwnerReport {
    public OwnerOf {
      dependences = List.copyOf(dependences);
      changes = List.copyOf(changes);
    }
  }

  /// @param owner of what depends, null where it is nobody's
  record Dependence(Dependant dependant, @Nullable Service owner) {}

  /// @param commands that changed the table, in order
  record Change(MigrationName migration, SourceFile file, List<String> commands) {
    public Change {
      commands = List.copyOf(commands);
    }
  }
}
