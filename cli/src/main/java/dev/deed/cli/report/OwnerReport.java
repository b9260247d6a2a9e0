package dev.deed.cli.report;

import dev.deed.engine.MigrationName;
import dev.deed.ownership.Consumer;
import dev.deed.ownership.Service;
import dev.deed.ownership.check.ObjectOwner;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.Dependant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The owners of tables.
public sealed interface OwnerReport extends Report {

  @Override
  default Verdict verdict() {
    return Verdict.YES;
  }

  /// The owners of all tables and views.
  ///
  /// @param folders the migration folders of each service
  record Owners(List<OwnedRelation> relations, List<ServiceFolder> folders) implements OwnerReport {
    public Owners {
      relations = List.copyOf(relations);
      folders = List.copyOf(folders);
    }
  }

  /// @param service the owner, null if there is none, if it is contested, or if the ownership file
  ///   does not declare it
  /// @param uses the consumers, each once, with the strongest access granted
  record OwnedRelation(
      DatabaseName database,
      ObjectName relation,
      ObjectOwner owner,
      @Nullable Service service,
      List<Use> uses,
      Details details) {
    public OwnedRelation {
      uses = List.copyOf(uses);
    }
  }

  /// What the map of owners shows of a table.
  ///
  /// @param references tables that its foreign keys lead to
  /// @param migrations that changed it, in order
  /// @param locks that migrations of other services hold on it
  /// @param bytes its size in an environment, with its indexes; null where none was asked
  record Details(
      List<Column> columns,
      List<ObjectName> references,
      List<SourceFile> migrations,
      List<ForeignLock> locks,
      @Nullable Long bytes) {
    public static final Details NONE =
        new Details(List.of(), List.of(), List.of(), List.of(), null);

    public Details {
      columns = List.copyOf(columns);
      references = List.copyOf(references);
      migrations = List.copyOf(migrations);
      locks = List.copyOf(locks);
    }

    public Details sized(@Nullable Long size) {
      return new Details(columns, references, migrations, locks, size);
    }
  }

  record Column(String name, String type) {}

  /// @param by the service of the migration
  record ForeignLock(ServiceName by, LockMode mode, SourceFile migration) {}

  record Use(Service service, Consumer grant) {}

  /// @param path relative to the top of the repository, `migrations/auth/web`
  record ServiceFolder(String path, Service service) {}

  /// The owner, consumers and history of one table.
  ///
  /// @param ownership the ownership file
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

  /// @param owner of the dependent object, null if it is unowned
  record Dependence(Dependant dependant, @Nullable Service owner) {}

  /// @param commands that changed the table, in order
  record Change(MigrationName migration, SourceFile file, List<String> commands) {
    public Change {
      commands = List.copyOf(commands);
    }
  }
}
