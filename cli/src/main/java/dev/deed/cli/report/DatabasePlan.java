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

/// What would be done to one database.
///
/// @param target null where no server was asked
/// @param applied how many are applied already
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

  /// As people read it: `auth (staging)`.
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

  /// @param step which of the migration's steps, from 1
  /// @param alone outside of transactions
  /// @param remarks of the linter
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

    /// By the locks on what is there already, and by what the linter says.
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

    /// Names of the rules that have something to say.
    public List<RuleName> rules() {
      return remarks.stream().map(Finding::rule).distinct().toList();
    }
  }

  /// @param owner null where it is nobody's, or contested
  /// @param created by this plan, so that nobody waits for it
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
    /// Here or in another database, and before what requires it.
    IN_THIS_PLAN,
    NOT_APPLIED,
    /// No server of this environment could be asked.
    UNKNOWN
  }
}
