package dev.deed.lint.rule.maintenance;

import static dev.deed.lint.rule.Rule.error;
import static dev.deed.lint.rule.Rule.warning;
import static dev.deed.lint.rule.RuleCheck.at;
import static dev.deed.sql.Hazard.BLOCKS_READS;
import static dev.deed.sql.Hazard.BLOCKS_WRITES;
import static dev.deed.sql.Hazard.BREAKS_RUNNING_CODE;
import static dev.deed.sql.Hazard.REWRITES_TABLE;

import dev.deed.lint.rule.Rule;
import dev.deed.sql.effect.AttachedEffect.CreatesRule;
import dev.deed.sql.effect.AttachedEffect.CreatesTrigger;
import dev.deed.sql.effect.MaintenanceEffect.Maintains;
import dev.deed.sql.effect.SessionEffect.SetsParameter;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TableEffect.AltersTable;
import dev.deed.sql.effect.ViewEffect.RefreshesView;
import java.util.List;

/// The rules about the storage and maintenance of tables, and about triggers and rewrite rules.
public final class MaintenanceRules {

  public static final List<Rule> ALL =
      List.of(
          error(
              "vacuum-full-or-cluster",
              "a table is rewritten while reads and writes of it wait",
              at(Maintains.class, new VacuumFullOrCluster()),
              BLOCKS_READS,
              BLOCKS_WRITES,
              REWRITES_TABLE),
          error(
              "set-logged",
              "a table is rewritten to become logged or unlogged",
              at(AltersTable.class, new SetLogged()),
              BLOCKS_READS,
              BLOCKS_WRITES,
              REWRITES_TABLE),
          error(
              "set-tablespace",
              "a table or index is copied to another tablespace while reads and writes wait",
              at(AltersTable.class, new SetTablespace()),
              BLOCKS_READS,
              BLOCKS_WRITES,
              REWRITES_TABLE),
          error(
              "set-access-method",
              "a table is rewritten to change its access method",
              at(AltersTable.class, new SetAccessMethod()),
              BLOCKS_READS,
              BLOCKS_WRITES,
              REWRITES_TABLE),
          error(
              "disabled-triggers",
              "triggers or foreign keys of a table are disabled for all sessions",
              at(AltersTable.class, new DisabledTriggers()),
              BLOCKS_WRITES,
              BREAKS_RUNNING_CODE),
          error(
              "triggers-off",
              "triggers and foreign keys are disabled for the statements that follow",
              at(SetsParameter.class, new TriggersOff()),
              BREAKS_RUNNING_CODE),
          warning(
              "refresh-not-concurrent",
              "a materialized view is refreshed while reads of it wait",
              at(RefreshesView.class, new RefreshNotConcurrent()),
              BLOCKS_READS),
          warning(
              "trigger-on-live-table",
              "a trigger is created on a table in use",
              at(CreatesTrigger.class, new TriggerOnLiveTable()),
              BLOCKS_WRITES),
          warning(
              "rule-on-live-table",
              "a rewrite rule is created on a table in use",
              at(CreatesRule.class, new RuleOnLiveTable()),
              BLOCKS_READS,
              BLOCKS_WRITES,
              BREAKS_RUNNING_CODE),
          warning(
              "autovacuum-off",
              "autovacuum is switched off for a table",
              at(TableEffect.class, new AutovacuumOff())));

  private MaintenanceRules() {}
}
