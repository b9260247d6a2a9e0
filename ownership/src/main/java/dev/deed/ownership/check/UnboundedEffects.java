package dev.deed.ownership.check;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.MaintenanceEffect.Maintains;
import dev.deed.sql.effect.ObjectEffect.Creates;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectEffect.ImportsTables;
import dev.deed.sql.effect.ObjectEffect.Publishes;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.PrivilegeEffect.ChangesDefaultPrivileges;
import dev.deed.sql.effect.PrivilegeEffect.DropsOwned;
import dev.deed.sql.effect.PrivilegeEffect.ReassignsOwned;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TableEffect.MovesTablespace;
import dev.deed.sql.schema.BuiltIns;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Effects on tables that neither the text nor the migrations can list.
final class UnboundedEffects {

  private UnboundedEffects() {}

  private static final String CAST =
      "a cast between types of PostgreSQL changes what the statements of all services mean";

  private static final Pattern COMMA = Pattern.compile(", ");

  /// A service may not leave its role, so these mean it.
  private static final Set<String> CURRENT = Set.of("current_user", "current_role");

  /// A service may give away and drop what its own role owns.
  private static boolean isOnly(List<String> roles, @Nullable String ownRole) {
    return ownRole != null
        && roles.stream().allMatch(r -> r.equals(ownRole) || CURRENT.contains(r));
  }

  /// PostgreSQL skips the tables that the role does not own, but only in `ANALYZE` and `VACUUM` is
  /// that what the author of the statement counts on.
  private static boolean reachesAll(Maintains effect, @Nullable String ownRole) {
    return switch (effect.maintenance()) {
      case ANALYZE -> ownRole == null;
      case VACUUM -> effect.full() || ownRole == null;
      case CLUSTER, REINDEX, REPACK -> true;
    };
  }

  private static boolean isBuiltInCast(ObjectName object) {
    return object.kind() == ObjectKind.CAST
        && object.name().schema() == null
        && BuiltIns.isType(object.name().name())
        && BuiltIns.isType(object.castTarget().replace("[]", ""));
  }

  /// For operands of exactly its types it comes before PostgreSQL's own operator of that name, for
  /// which they would be converted. In another schema than `public` it is taken to be called by its
  /// full name.
  private static boolean isBuiltInOperator(ObjectName object) {
    var schema = object.name().schema();
    return object.kind() == ObjectKind.OPERATOR
        && (schema == null || schema.equals("public"))
        && BuiltIns.isOperator(object.name().name())
        && COMMA
            .splitAsStream(object.arguments().replaceAll("[()\\[\\]]", ""))
            .allMatch(o -> o.equals("NONE") || BuiltIns.isType(o));
  }

  /// Whether its author can declare the tables that it reaches. What changes the meaning of other
  /// services' statements, or what happens to tables to come, reaches no list of tables.
  static boolean isOfTables(Effect effect) {
    return switch (effect) {
      case DropsOwned _, ReassignsOwned _, MovesTablespace _, ImportsTables _, Maintains _ -> true;
      case CreatesTable _ -> true;
      default -> false;
    };
  }

  /// What the effect reaches, as a sentence.
  ///
  /// @param ownRole the role that runs the service's migrations, null if the ownership file has
  ///   none
  static Optional<String> reason(Effect effect, @Nullable String ownRole) {
    return Optional.ofNullable(
        switch (effect) {
          case DropsOwned e when isOnly(e.roles(), ownRole) && !e.cascade() -> null;
          case DropsOwned e when isOnly(e.roles(), ownRole) ->
              "DROP OWNED ... CASCADE also drops what other services built on objects of the role";
          case ReassignsOwned e when isOnly(e.roles(), ownRole) -> null;
          case DropsOwned _ -> "DROP OWNED drops everything that the role owns in this database";
          case ReassignsOwned _ ->
              "REASSIGN OWNED takes everything that the role owns in this database";
          case ChangesDefaultPrivileges e
              when !e.forRoles().isEmpty() && !isOnly(e.forRoles(), ownRole) ->
              "ALTER DEFAULT PRIVILEGES FOR ROLE changes the privileges on everything that the role will create";
          case MovesTablespace _ -> "this moves every table of the tablespace";
          case CreatesTable e when e.kind() == ObjectKind.FOREIGN_TABLE ->
              "only the other server knows which table this foreign table reads and writes, and it may be this database";
          case ImportsTables _ ->
              "only the other server knows which tables IMPORT FOREIGN SCHEMA creates";
          case Publishes e when e.published().allTables() || e.published().allSequences() ->
              "the publication includes the tables of all services";
          case Creates e when e.object().kind() == ObjectKind.EVENT_TRIGGER ->
              "an event trigger fires for the migrations of all services";
          case Creates e when e.object().kind() == ObjectKind.SUBSCRIPTION ->
              "a subscription writes to any table that the other server publishes";
          case Creates e when isBuiltInCast(e.object()) -> CAST;
          case Drops e when isBuiltInCast(e.object()) -> CAST;
          case Creates e when isBuiltInOperator(e.object()) ->
              "an operator with the name of one of PostgreSQL's own, between its types, changes what the statements of all services mean";
          case Creates e
              when e.object().kind() == ObjectKind.CONVERSION
                  && e.definition().startsWith("default") ->
              "a default conversion is used for the connections of all services";
          case Maintains e when e.object() == null && reachesAll(e, ownRole) ->
              e.maintenance() + " without a table name processes the tables of all services";
          default -> null;
        });
  }
}
