package dev.deed.engine.lint;

import dev.deed.engine.lint.Look.EffectLook;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect.Comments;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.PrivilegeEffect;
import dev.deed.sql.effect.SessionEffect;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TableEffect.DropsColumn;
import dev.deed.sql.effect.TableEffect.DropsConstraint;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Finds foreign keys that are added or dropped together with other work, so that the referenced
/// table stays locked as long as that takes.
final class ForeignKeyLocksParent implements EffectLook<Effect> {

  @Override
  public void look(Effect effect, Scene scene) {
    switch (effect) {
      case CreatesTable creates -> create(creates, scene);
      case AddsConstraint adds -> add(adds, scene);
      case DropsConstraint drops -> dropConstraint(drops, scene);
      case DropsColumn drops -> dropColumn(drops, scene);
      case Drops drops when drops.object().kind() == ObjectKind.TABLE -> dropTable(drops, scene);
      default -> {}
    }
  }

  // Foreign key added

  private static void create(CreatesTable creates, Scene scene) {
    var isThere =
        creates.ifNotExists()
            && scene.catalog().relationNamed(scene.relation(creates.table())).isPresent();
    var table = scene.catalog().created(creates.table());
    var keys =
        creates.definition().constraints().stream()
            .filter(c ->
                c.rule() instanceof ForeignKey key
                    && scene.inUse(key.parent())
                    && !scene.relation(key.parent()).equals(table))
            .toList();
    if (isThere || keys.isEmpty() || isInstant(scene)) {
      return;
    }
    var parents = parents(keys, scene);
    var steps = new ArrayList<String>();
    WithoutConstraints.text(scene, keys)
        .ifPresent(text -> {
          steps.add(text + ";");
          for (var key : keys) {
            steps.add("-- in a later migration");
            ForeignKeySql.of(creates.table(), key).map(ForeignKeySql::later).ifPresent(steps::add);
          }
        });
    var words =
        "create the table without foreign keys to tables in use, and add each of them in a migration of its own: the lock is then held for a moment only";
    steps.addFirst(words);
    report(creates, comes(table, parents), String.join("\n", steps), table, parents, scene);
  }

  private static void add(AddsConstraint adds, Scene scene) {
    var constraint = adds.constraint();
    if (!(constraint.rule() instanceof ForeignKey key)
        || !scene.inUse(key.parent())
        || scene.relation(key.parent()).equals(scene.relation(adds.table()))) {
      return;
    }
    // A foreign key whose existing rows are checked is found by ForeignKeyWithoutNotValid.
    var isLookedUp = !constraint.inline() && !constraint.notValid() && scene.hasRows(adds.table());
    if (isLookedUp || isAlone(adds, scene)) {
      return;
    }
    var table = scene.relation(adds.table());
    var parents = List.of(scene.relation(key.parent()));
    var advice =
        ForeignKeySql.of(adds.table(), constraint)
            .map(sql ->
                "add it in a migration of its own: the lock is then held for a moment only\n"
                    + "-- in a migration of its own\n"
                    + sql.later())
            .orElseThrow();
    report(adds, comes(table, parents), advice, table, parents, scene);
  }

  private static String comes(QualifiedName table, List<QualifiedName> parents) {
    var text =
        parents.size() == 1
            ? "the foreign key of %s also blocks writes to %s until the transaction ends"
            : "the foreign keys of %s also block writes to %s until the transaction ends";
    return text.formatted(table.dotted(), names(parents));
  }

  // Foreign key dropped

  private static void dropConstraint(DropsConstraint drops, Scene scene) {
    if (!isAlone(drops, scene)) {
      goes(drops, drops.table(), c -> c.part().equals(drops.constraint()), "", scene);
    }
  }

  private static void dropColumn(DropsColumn drops, Scene scene) {
    var rest = SafeSql.alterTable(drops.table(), scene.text(drops.span())) + ";";
    goes(
        drops,
        drops.table(),
        c -> c.rule() instanceof ForeignKey key && key.columns().contains(drops.column()),
        SafeSql.oneLine(rest),
        scene);
  }

  private static void dropTable(Drops drops, Scene scene) {
    if (isInstant(scene)) {
      return;
    }
    var rest = SafeSql.oneLine(scene.text(scene.statement().span())) + ";";
    goes(drops, drops.object().name(), _ -> true, rest, scene);
  }

  /// @param rest the SQL of what remains to be done after the keys are dropped; may be empty
  private static void goes(
      Effect effect,
      QualifiedName written,
      Predicate<TableConstraint> dropped,
      String rest,
      Scene scene) {
    var table = scene.relation(written);
    var keys =
        scene.catalog().constraints(table).stream()
            .filter(dropped)
            .filter(
                c -> c.local() && c.rule() instanceof ForeignKey key && isLocked(key, table, scene))
            .toList();
    if (keys.isEmpty() || !scene.inUse(written)) {
      return;
    }
    var parents = keys.stream().map(c -> ((ForeignKey) c.rule()).parent()).distinct().toList();
    var message =
        "dropping foreign %s %s also blocks reads and writes of %s until the transaction ends"
            .formatted(
                keys.size() == 1 ? "key" : "keys",
                keys.stream()
                    .map(k -> Identifier.quoted(k.part()))
                    .collect(Collectors.joining(", ")),
                names(parents));
    report(effect, message, steps(written, keys, rest, scene), table, parents, scene);
  }

  private static boolean isLocked(ForeignKey key, QualifiedName table, Scene scene) {
    var goesToo =
        scene.statement().effects().stream()
            .anyMatch(e ->
                e instanceof Drops drops
                    && scene.relation(drops.object().name()).equals(key.parent()));
    return !goesToo && !key.parent().equals(table) && scene.inUse(key.parent());
  }

  private static String steps(
      QualifiedName table, List<TableConstraint> keys, String rest, Scene scene) {
    if (scene.isDown()) {
      return "add the foreign key in a migration of its own: its down then drops only the key, and the lock is held for a moment only";
    }
    var steps = new ArrayList<String>();
    steps.add(
        "drop each foreign key in a migration of its own: the lock is then held for a moment only");
    for (var key : keys) {
      steps.add("-- in a migration of its own");
      steps.add(
          SafeSql.alterTable(table, "DROP CONSTRAINT " + Identifier.quoted(key.part()) + ";"));
    }
    if (!rest.isEmpty()) {
      steps.add("-- in a later migration");
      steps.add(rest);
    }
    return String.join("\n", steps);
  }

  // Added or dropped

  /// Whether nothing else in the statement or its transaction takes time or locks.
  private static boolean isAlone(Effect effect, Scene scene) {
    return scene.statement().effects().stream().allMatch(e -> e.equals(effect) || isQuick(e))
        && scene.together().beside(scene.statement()).allMatch(ForeignKeyLocksParent::isQuick);
  }

  /// Whether the lock on the parent is held for a moment only: deed stops waiting for a lock after
  /// its timeout, and nothing else in the transaction takes time. The check of ownership reports
  /// who owns the parent.
  private static boolean isInstant(Scene scene) {
    return scene.byEngine() && !scene.together().takesTimeBeside(scene.statement(), scene);
  }

  private static boolean isQuick(Effect effect) {
    return effect instanceof Comments
        || effect instanceof SessionEffect
        || effect instanceof PrivilegeEffect;
  }

  private static List<QualifiedName> parents(List<Constraint> keys, Scene scene) {
    return keys.stream()
        .map(c -> scene.relation(((ForeignKey) c.rule()).parent()))
        .distinct()
        .toList();
  }

  private static String names(List<QualifiedName> tables) {
    return tables.stream().map(QualifiedName::dotted).collect(Collectors.joining(", "));
  }

  private static void report(
      Effect effect,
      String message,
      String advice,
      QualifiedName table,
      List<QualifiedName> parents,
      Scene scene) {
    var about = new ArrayList<ObjectName>();
    parents.forEach(p -> about.add(ObjectName.table(p)));
    about.add(ObjectName.table(table));
    scene.report(effect.span(), message, advice, about);
  }
}
