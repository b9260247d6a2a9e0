package dev.deed.lint.rule.failure;

import static dev.deed.sql.effect.ObjectKind.FOREIGN_TABLE;
import static dev.deed.sql.effect.ObjectKind.INDEX;
import static dev.deed.sql.effect.ObjectKind.MATERIALIZED_VIEW;
import static dev.deed.sql.effect.ObjectKind.SEQUENCE;
import static dev.deed.sql.effect.ObjectKind.TABLE;
import static dev.deed.sql.effect.ObjectKind.VIEW;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.AttachesIndex;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TableEffect.Altering;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An `ALTER` of a relation of another kind, or with a subcommand that its kind does not have.
/// `ALTER TABLE` takes all kinds of relation, `ALTER VIEW` and the like only their own.
final class AlteredKinds implements Refusals {

  private static final Set<ObjectKind> STRICT =
      EnumSet.of(VIEW, MATERIALIZED_VIEW, SEQUENCE, FOREIGN_TABLE);

  private static final Set<ObjectKind> TABLES = EnumSet.of(TABLE, FOREIGN_TABLE);
  private static final Set<ObjectKind> STORED = EnumSet.of(TABLE, MATERIALIZED_VIEW);
  private static final Set<ObjectKind> ALL = EnumSet.allOf(ObjectKind.class);

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(
        Altering.class,
        AttachesIndex.class,
        ObjectEffect.Renames.class,
        ObjectEffect.MovesToSchema.class,
        ObjectEffect.ChangesOwner.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return switch (effect) {
      case Altering e -> named(e.target().object(), true, e, known).or(() -> subcommand(e, known));
      case AttachesIndex e -> named(ObjectName.of(INDEX, e.parent()), true, e, known);
      case ObjectEffect.Renames e -> named(e.object(), false, e, known);
      case ObjectEffect.MovesToSchema e ->
          named(e.object(), false, e, known).or(() -> index(e, known));
      case ObjectEffect.ChangesOwner e -> named(e.object(), false, e, known);
      default -> Optional.empty();
    };
  }

  /// @param alsoIndex `ALTER INDEX ... RENAME` takes any relation
  private static Optional<Refusal> named(
      ObjectName written, boolean alsoIndex, Effect effect, Known known) {
    var kind = written.kind();
    if (!STRICT.contains(kind) && !(alsoIndex && kind == INDEX)) {
      return Optional.empty();
    }
    return known
        .relation(written.name())
        .filter(n -> n.kind() != kind)
        .flatMap(n -> WrongKinds.refusal(n, "is not a " + kind.words(), effect.span(), known));
  }

  private static Optional<Refusal> index(ObjectEffect.MovesToSchema effect, Known known) {
    return effect.object().kind() != TABLE
        ? Optional.empty()
        : known
            .relation(effect.object().name())
            .filter(n -> n.kind() == INDEX)
            .flatMap(n ->
                WrongKinds.refusal(n, "follows its table into a schema", effect.span(), known));
  }

  private static Optional<Refusal> subcommand(Altering effect, Known known) {
    return known
        .relation(effect.table())
        .filter(n -> !taking(effect, known).contains(n.kind()))
        .flatMap(n -> WrongKinds.refusal(n, "this subcommand cannot change", effect.span(), known));
  }

  private static Set<ObjectKind> taking(Altering effect, Known known) {
    return switch (effect) {
      case TableEffect.AddsColumn _,
          TableEffect.DropsColumn _,
          TableEffect.AltersColumnType _,
          TableEffect.SetsNotNull _,
          TableEffect.DropsNotNull _,
          TableEffect.AddsConstraint _,
          TableEffect.DropsConstraint _,
          TableEffect.ValidatesConstraint _,
          TableEffect.AltersConstraint _,
          TableEffect.AddsParent _,
          TableEffect.DropsParent _ ->
          TABLES;
      case TableEffect.SetsDefault _ -> EnumSet.of(TABLE, FOREIGN_TABLE, VIEW);
      case TableEffect.AttachesPartition _, TableEffect.DetachesPartition _ -> EnumSet.of(TABLE);
      case TableEffect.AltersTable e -> taking(e.change(), known);
      case TableEffect.AltersColumn e -> taking(e.change());
      case TableEffect.RearrangesPartitions _ -> ALL;
    };
  }

  private static Set<ObjectKind> taking(TableEffect.TableChange change, Known known) {
    return switch (change) {
      case SET_LOGGED, SET_UNLOGGED ->
          known.postgres() < 15 ? EnumSet.of(TABLE) : EnumSet.of(TABLE, SEQUENCE);
      case SET_TABLESPACE -> EnumSet.of(TABLE, MATERIALIZED_VIEW, INDEX);
      case SET_OPTIONS, RESET_OPTIONS -> EnumSet.of(TABLE, VIEW, MATERIALIZED_VIEW, INDEX);
      case SET_ACCESS_METHOD, REPLICA_IDENTITY, CLUSTER_ON, WITHOUT_CLUSTER -> STORED;
      case ENABLE_ROW_SECURITY,
          DISABLE_ROW_SECURITY,
          FORCE_ROW_SECURITY,
          NO_FORCE_ROW_SECURITY,
          OF_TYPE,
          NOT_OF ->
          EnumSet.of(TABLE);
      case WITHOUT_OIDS, ENABLE_TRIGGER, DISABLE_TRIGGER -> TABLES;
      // Rules of views are disabled, too, on some versions.
      case ENABLE_RULE, DISABLE_RULE -> ALL;
      case FOREIGN_OPTIONS -> EnumSet.of(FOREIGN_TABLE);
    };
  }

  private static Set<ObjectKind> taking(TableEffect.ColumnChange change) {
    return switch (change) {
      case SET_STATISTICS -> EnumSet.of(TABLE, FOREIGN_TABLE, MATERIALIZED_VIEW, INDEX);
      case SET_STORAGE, SET_OPTIONS, RESET_OPTIONS ->
          EnumSet.of(TABLE, FOREIGN_TABLE, MATERIALIZED_VIEW);
      case SET_COMPRESSION -> STORED;
      case ADD_IDENTITY, SET_IDENTITY, DROP_IDENTITY -> EnumSet.of(TABLE, FOREIGN_TABLE, VIEW);
      case SET_EXPRESSION, DROP_EXPRESSION -> TABLES;
      case FOREIGN_OPTIONS -> EnumSet.of(FOREIGN_TABLE);
    };
  }
}
