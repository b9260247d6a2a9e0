package dev.deed.lint.rule.failure;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.Effect;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Finds statements that PostgreSQL is bound to refuse, given what the scripts before them did. It
/// is silent where something unseen may have come between, or where the statement may not run.
final class WillFail implements EffectCheck<Effect> {

  private static final List<Refusals> FAMILIES =
      List.of(
          new MissingRelations(),
          new WrongKinds(),
          new AlteredKinds(),
          new StatisticsDefinitions(),
          new RowTypes(),
          new RoutineSignatures(),
          new MissingColumns(),
          new MissingNames(),
          new MissingObjects(),
          new TakenNames(),
          new Repeated(),
          new Enums(),
          new TypeKinds(),
          new Partitions(),
          new PartitionedTables(),
          new GeneratedColumns(),
          new KeptExpressions(),
          new MutableExpressions(),
          new IndexMethods(),
          new OperatorClasses(),
          new ExclusionOperators(),
          new IndexChoices(),
          new StorageOptions(),
          new Sequences(),
          new MaterializedViews(),
          new ForeignKeys(),
          new TypeChanges(),
          new Replacements(),
          new RoutineDefinitions(),
          new Privileges(),
          new TableShapes(),
          new ConstraintChoices(),
          new StillUsed(),
          new Rows(),
          new ConstantRows(),
          new KeptConstants(),
          new Collations(),
          new OperatorClassNames(),
          new Publications(),
          new Settings(),
          new ColumnSettings(),
          new ExtensionUses(),
          new Triggers(),
          new Commits());

  /// The families that look at a kind of effect. Several databases may be linted at once.
  private final Map<Class<?>, List<Refusals>> byKind = new ConcurrentHashMap<>();

  /// All families, in the order in which they are asked.
  static List<Refusals> families() {
    return FAMILIES;
  }

  private List<Refusals> judging(Effect effect) {
    return byKind.computeIfAbsent(
        effect.getClass(),
        kind ->
            FAMILIES.stream()
                .filter(f -> f.kinds().stream().anyMatch(k -> k.isAssignableFrom(kind)))
                .toList());
  }

  @Override
  public void check(Effect effect, RuleView view) {
    if (view.isInBlock()) {
      return;
    }
    var known = new Known(view);
    var newer = NewerVersions.of(known);
    if (newer.isPresent()) {
      if (view.statement().effects().getFirst().equals(effect)) {
        report(newer.get(), view);
      }
      return;
    }
    if (known.mayBeSkipped(effect)) {
      return;
    }
    for (var family : judging(effect)) {
      var refusal = family.of(effect, known);
      if (refusal.isPresent()) {
        report(refusal.get(), view);
        return;
      }
    }
  }

  @Override
  public void checkWithout(RuleView view) {
    var known = new Known(view);
    NewerVersions.of(known)
        .or(() -> MissingNames.ofNoEffect(known))
        .ifPresent(refusal -> report(refusal, view));
  }

  private static void report(Refusal refusal, RuleView view) {
    var message = "this fails: " + refusal.reason();
    var lacks = refusal.lacks();
    if (lacks == null) {
      view.report(refusal.span(), message, refusal.advice(), refusal.about());
    } else {
      view.reportLack(refusal.span(), message, refusal.advice(), refusal.about(), lacks);
    }
  }
}
