package dev.deed.ownership.check;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.MaintenanceEffect.Maintains;
import dev.deed.sql.effect.ObjectEffect.Creates;
import dev.deed.sql.effect.ObjectEffect.ImportsTables;
import dev.deed.sql.effect.ObjectEffect.Publishes;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.PrivilegeEffect.DropsOwned;
import dev.deed.sql.effect.PrivilegeEffect.ReassignsOwned;
import dev.deed.sql.effect.TableEffect.MovesTablespace;
import java.util.Optional;

/// Effects on tables that neither the text nor the migrations can list.
final class UnboundedEffects {

  private UnboundedEffects() {}

  private static boolean isHeavy(Maintains effect) {
    return switch (effect.maintenance()) {
      case ANALYZE -> false;
      case VACUUM -> effect.full();
      case CLUSTER, REINDEX, REPACK -> true;
    };
  }

  /// What the effect reaches, as a sentence.
  static Optional<String> reason(Effect effect) {
    return Optional.ofNullable(
        switch (effect) {
          case DropsOwned _ -> "DROP OWNED drops everything that the role owns in this database";
          case ReassignsOwned _ ->
              "REASSIGN OWNED takes everything that the role owns in this database";
          case MovesTablespace _ -> "this moves every table of the tablespace";
          case ImportsTables e when e.only().isEmpty() ->
              "only the other server knows which tables IMPORT FOREIGN SCHEMA creates";
          case Publishes e when e.published().allTables() || e.published().allSequences() ->
              "the publication includes the tables of all services";
          case Creates e when e.object().kind() == ObjectKind.EVENT_TRIGGER ->
              "an event trigger fires for the migrations of all services";
          case Creates e when e.object().kind() == ObjectKind.SUBSCRIPTION ->
              "a subscription writes to any table that the other server publishes";
          case Maintains e when e.object() == null && isHeavy(e) ->
              e.maintenance() + " without a table name processes the tables of all services";
          default -> null;
        });
  }
}
