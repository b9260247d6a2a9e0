package dev.deed.ownership;

import dev.deed.sql.RuleName;
import java.util.List;

/// The names of all rules of the ownership check.
public final class OwnershipRules {

  /// Defines, changes or drops an object that another service owns.
  public static final RuleName NOT_OWNER = new RuleName("not-owner");

  /// Changes an object of another service that the statement does not name: through CASCADE, or
  /// through inheritance.
  public static final RuleName FOREIGN_DEPENDANTS = new RuleName("foreign-dependants");

  /// Writes rows of another service's table without a grant.
  public static final RuleName WRITES_FOREIGN_DATA = new RuleName("writes-foreign-data");

  /// Reads, or makes something depend on, another service's table without a grant.
  public static final RuleName REFERENCE_NOT_ALLOWED = new RuleName("reference-not-allowed");

  /// Holds a lock on another service's table that keeps it from writing or reading.
  public static final RuleName FOREIGN_LOCK = new RuleName("foreign-lock");

  /// Uses a table that no service claims.
  public static final RuleName UNOWNED_TABLE = new RuleName("unowned-table");

  /// More tables have no owner than the ownership file permits, or fewer.
  public static final RuleName UNOWNED_TABLES = new RuleName("unowned-tables");

  /// A service's team is another one in the file from which teams are imported.
  public static final RuleName TEAM_DIFFERS = new RuleName("team-differs");

  /// A migration was written by a person who is not among those of its service.
  public static final RuleName FOREIGN_AUTHOR = new RuleName("foreign-author");

  /// Uses a table that several services claim.
  public static final RuleName CONTESTED_TABLE = new RuleName("contested-table");

  /// Names a table of another database.
  public static final RuleName WRONG_DATABASE = new RuleName("wrong-database");

  /// May touch tables that the text does not reveal.
  public static final RuleName OPAQUE_STATEMENT = new RuleName("opaque-statement");

  /// Leaves the role that the ownership file gives the service.
  public static final RuleName ROLE_CHANGE = new RuleName("role-change");

  /// Sets a parameter after which statements mean something else than deed reads.
  public static final RuleName SETTING_CHANGES_MEANING = new RuleName("setting-changes-meaning");

  /// Changes roles, databases, tablespaces or server settings: they belong to no service.
  public static final RuleName CLUSTER_WIDE = new RuleName("cluster-wide");

  /// One file changes objects of many services: none of them can review, schedule or roll it back
  /// alone.
  public static final RuleName TOO_MANY_OWNERS = new RuleName("too-many-owners");

  /// The ownership file names tables that do not exist.
  public static final RuleName STALE_CLAIM = new RuleName("stale-claim");

  /// A grant in the ownership file has ended.
  public static final RuleName EXPIRED_USE = new RuleName("expired-use");

  /// An entry of `drift.ignore` has ended.
  public static final RuleName EXPIRED_DRIFT_IGNORE = new RuleName("expired-drift-ignore");

  /// An entry of `drift.ignore` hides no difference.
  public static final RuleName UNUSED_DRIFT_IGNORE = new RuleName("unused-drift-ignore");

  /// A service allows what no migration does.
  public static final RuleName UNUSED_ALLOW = new RuleName("unused-allow");

  /// A file ignores a rule about what another service owns.
  public static final RuleName OWNER_DECIDES = new RuleName("owner-decides");

  /// The ownership file cannot be understood.
  public static final RuleName OWNERSHIP_FILE = new RuleName("ownership-file");

  /// Two services claim the same tables, equally specifically.
  public static final RuleName CONTESTED_CLAIM = new RuleName("contested-claim");

  /// Includes the rules for the ownership file itself.
  public static final List<RuleName> ALL =
      List.of(
          NOT_OWNER,
          FOREIGN_DEPENDANTS,
          WRITES_FOREIGN_DATA,
          REFERENCE_NOT_ALLOWED,
          FOREIGN_LOCK,
          UNOWNED_TABLE,
          CONTESTED_TABLE,
          WRONG_DATABASE,
          OPAQUE_STATEMENT,
          ROLE_CHANGE,
          SETTING_CHANGES_MEANING,
          CLUSTER_WIDE,
          TOO_MANY_OWNERS,
          STALE_CLAIM,
          OWNERSHIP_FILE,
          CONTESTED_CLAIM);

  /// Rules whose severity a project may set; a file that cannot be understood stays an error.
  public static final List<RuleName> CHANGEABLE =
      ALL.stream()
          .filter(rule -> !rule.equals(OWNERSHIP_FILE) && !rule.equals(CONTESTED_CLAIM))
          .toList();

  private OwnershipRules() {}
}
