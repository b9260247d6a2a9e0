package dev.deed.cli.report;

import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Requirement;
import dev.deed.engine.connect.Target;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.Hazard;
import dev.deed.sql.RuleName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.UserException;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.ResolvedStatement;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The plan for one database.
///
/// @param target null if no server was used
/// @param applied number of migrations that are already applied
/// @param failure why there is no plan, or null
public record DatabasePlan(
    DatabaseName database,
    @Nullable Target target,
    int applied,
    List<PlannedMove> moves,
    List<String> notices,
    @Nullable UserException failure) {

  public DatabasePlan {
    moves = List.copyOf(moves);
    notices = List.copyOf(notices);
  }

  /// The displayed name: `auth (staging)`.
  public String words() {
    return target == null ? database.text() : target.words();
  }

  public record PlannedMove(
      PlannedMigration move, List<Awaited> requirements, List<PlannedStatement> statements) {
    public PlannedMove {
      requirements = List.copyOf(requirements);
      statements = List.copyOf(statements);
    }
  }

  /// @param step number of the step within its migration, from 1
  /// @param alone whether it runs outside a transaction
  /// @param remarks the linter's findings
  public record PlannedStatement(
      ResolvedStatement resolved,
      int step,
      boolean alone,
      List<Lock> locks,
      List<Finding> remarks) {
    public PlannedStatement {
      locks = List.copyOf(locks);
      remarks = List.copyOf(remarks);
    }

    /// The hazards that follow from the locks on existing objects and from the linter's findings.
    public SortedSet<Hazard> hazards() {
      var hazards = new TreeSet<Hazard>();
      remarks.forEach(remark -> hazards.addAll(remark.hazards()));
      for (var lock : locks) {
        if (!lock.created() && lock.mode().blocksReads()) {
          hazards.add(Hazard.BLOCKS_READS);
        }
        if (!lock.created() && lock.mode().blocksWrites()) {
          hazards.add(Hazard.BLOCKS_WRITES);
        }
      }
      return hazards;
    }

    /// The names of the rules with findings.
    public List<RuleName> rules() {
      return remarks.stream().map(Finding::rule).distinct().toList();
    }
  }

  /// @param owner null if the object is unowned or contested
  /// @param created whether this plan creates the object, so that no other session waits for the
  ///   lock
  public record Lock(
      ObjectName object,
      LockMode mode,
      @Nullable ServiceName owner,
      List<Use> uses,
      boolean created) {
    public Lock {
      uses = List.copyOf(uses);
    }
  }

  /// A consumer of the table.
  public record Use(ServiceName service, Access access) {}

  public record Awaited(Requirement requirement, Met met) {}

  public enum Met {
    APPLIED,
    /// Planned in this or another database, before the migration that requires it.
    IN_THIS_PLAN,
    NOT_APPLIED,
    /// No server was used, or the other database could not be read.
    UNKNOWN
  }
}
