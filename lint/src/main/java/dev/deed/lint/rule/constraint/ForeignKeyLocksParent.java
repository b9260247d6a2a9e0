package dev.deed.lint.rule.constraint;

import dev.deed.lint.facts.ForeignKeySql;
import dev.deed.lint.facts.WithoutConstraints;
import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
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
final class ForeignKeyLocksParent implements EffectCheck<Effect> {

  @Override
  public void check(Effect effect, RuleView view) {
    // Its copies are made and dropped together with what they belong to, and deed waits for no
    // lock.
    if (view.isPartOf("backfill", "switch") || view.waitsForGates()) {
      return;
    }
    switch (effect) {
      case CreatesTable creates -> create(creates, view);
      case AddsConstraint adds -> add(adds, view);
      case DropsConstraint drops -> dropConstraint(drops, view);
      case DropsColumn drops -> dropColumn(drops, view);
      case Drops drops when drops.object().kind() == ObjectKind.TABLE -> dropTable(drops, view);
      default -> {}
    }
  }

  // Foreign key added

  private static void create(CreatesTable creates, RuleView view) {
    var isThere =
        creates.ifNotExists()
            && view.catalog().relationNamed(view.relation(creates.table())).isPresent();
    var table = view.catalog().created(creates.table());
    var keys =
        creates.definition().constraints().stream()
            .filter(c ->
                c.rule() instanceof ForeignKey key
                    && view.inUse(key.parent())
                    && !view.relation(key.parent()).equals(table))
            .toList();
    if (isThere || keys.isEmpty() || isInstant(view)) {
      return;
    }
    var parents = parents(keys, view);
    var steps = new ArrayList<String>();
    WithoutConstraints.text(view, keys)
        .ifPresent(text -> {
          steps.add(text + ";");
          for (var key : keys) {
            steps.add("-- in a later migration");
            ForeignKeySql.of(creates.table(), key).map(k -> k.later(view)).ifPresent(steps::add);
          }
        });
    var words =
        "create the table without foreign keys to tables in use, and add each of them in a migration of its own: the lock is then held for a moment only";
    steps.addFirst(words);
    report(creates, comes(table, parents), String.join("\n", steps), table, parents, view);
  }

  private static void add(AddsConstraint adds, RuleView view) {
    var constraint = adds.constraint();
    if (!(constraint.rule() instanceof ForeignKey key)
        || !view.inUse(key.parent())
        || view.relation(key.parent()).equals(view.relation(adds.table()))) {
      return;
    }
    // A foreign key whose existing rows are checked is found by ForeignKeyWithoutNotValid.
    var isLookedUp = !constraint.inline() && !constraint.notValid() && view.hasRows(adds.table());
    if (isLookedUp || isAlone(adds, view)) {
      return;
    }
    var table = view.relation(adds.table());
    var parents = List.of(view.relation(key.parent()));
    var advice =
        ForeignKeySql.of(adds.table(), constraint)
            .map(sql ->
                "add it in a migration of its own: the lock is then held for a moment only\n"
                    + "-- in a migration of its own\n"
                    + sql.later(view))
            .orElseThrow();
    report(adds, comes(table, parents), advice, table, parents, view);
  }

  private static String comes(QualifiedName table, List<QualifiedName> parents) {
    var text =
        parents.size() == 1
            ? "the foreign key of %s also blocks writes to %s until the transaction ends"
            : "the foreign keys of %s also block writes to %s until the transaction ends";
    return text.formatted(table.dotted(), names(parents));
  }

  // Foreign key dropped

  private static void dropConstraint(DropsConstraint drops, RuleView view) {
    if (!isAlone(drops, view)) {
      goes(drops, drops.table(), c -> c.part().equals(drops.constraint()), "", view);
    }
  }

  private static void dropColumn(DropsColumn drops, RuleView view) {
    var rest = SafeSql.alterTable(drops.table(), view.text(drops.span())) + ";";
    goes(
        drops,
        drops.table(),
        c -> c.rule() instanceof ForeignKey key && key.columns().contains(drops.column()),
        SafeSql.oneLine(rest),
        view);
  }

  private static void dropTable(Drops drops, RuleView view) {
    if (isInstant(view)) {
      return;
    }
    var rest = SafeSql.oneLine(view.text(view.statement().span())) + ";";
    goes(drops, drops.object().name(), _ -> true, rest, view);
  }

  /// @param rest the SQL of what remains to be done after the keys are dropped; may be empty
  private static void goes(
      Effect effect,
      QualifiedName written,
      Predicate<TableConstraint> dropped,
      String rest,
      RuleView view) {
    var table = view.relation(written);
    var keys =
        view.catalog().constraints(table).stream()
            .filter(dropped)
            .filter(
                c -> c.local() && c.rule() instanceof ForeignKey key && isLocked(key, table, view))
            .toList();
    if (keys.isEmpty() || !view.inUse(written)) {
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
    report(effect, message, steps(written, keys, rest, view), table, parents, view);
  }

  private static boolean isLocked(ForeignKey key, QualifiedName table, RuleView view) {
    var goesToo =
        view.statement().effects().stream()
            .anyMatch(e ->
                e instanceof Drops drops
                    && view.relation(drops.object().name()).equals(key.parent()));
    return !goesToo && !key.parent().equals(table) && view.inUse(key.parent());
  }

  private static String steps(
      QualifiedName table, List<TableConstraint> keys, String rest, RuleView view) {
    if (view.isDown()) {
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
  private static boolean isAlone(Effect effect, RuleView view) {
    return view.statement().effects().stream().allMatch(e -> e.equals(effect) || isQuick(e))
        && view.together().beside(view.statement()).allMatch(ForeignKeyLocksParent::isQuick);
  }

  /// Whether the lock on the parent is held for a moment only: deed stops waiting for a lock after
  /// its timeout, and nothing else in the transaction takes time. The check of ownership reports
  /// who owns the parent.
  private static boolean isInstant(RuleView view) {
    return view.byEngine() && !view.together().takesTimeBeside(view.statement(), view);
  }

  private static boolean isQuick(Effect effect) {
    return effect instanceof Comments
        || effect instanceof Effect.NamesObject
        || effect instanceof SessionEffect
        || effect instanceof PrivilegeEffect;
  }

  private static List<QualifiedName> parents(List<Constraint> keys, RuleView view) {
    return keys.stream()
        .map(c -> view.relation(((ForeignKey) c.rule()).parent()))
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
      RuleView view) {
    var about = new ArrayList<ObjectName>();
    parents.forEach(p -> about.add(ObjectName.table(p)));
    about.add(ObjectName.table(table));
    view.report(effect.span(), message, advice, about);
  }
}
