package dev.deed.lint.rule.transaction;

import static dev.deed.lint.rule.Rule.error;
import static dev.deed.lint.rule.Rule.optional;
import static dev.deed.lint.rule.Rule.warning;
import static dev.deed.lint.rule.RuleCheck.at;
import static dev.deed.lint.rule.RuleCheck.atScript;
import static dev.deed.lint.rule.RuleCheck.atStatement;
import static dev.deed.sql.Hazard.BLOCKS_READS;
import static dev.deed.sql.Hazard.BLOCKS_WRITES;
import static dev.deed.sql.Hazard.BREAKS_RUNNING_CODE;

import dev.deed.lint.rule.Rule;
import dev.deed.sql.effect.RowsEffect.LocksTable;
import dev.deed.sql.effect.SessionEffect.ControlsTransaction;
import java.util.List;

/// The rules about transactions, timeouts and how long locks are held.
public final class TransactionRules {

  public static final List<Rule> ALL =
      List.of(
          error(
              "work-under-lock",
              "many rows are read or changed while the transaction blocks writes to a table",
              atStatement(new WorkUnderLock()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          error(
              "transaction-left-open",
              "a transaction is begun and never committed",
              atScript(new TransactionLeftOpen())),
          error(
              "nested-transaction",
              "a transaction is begun inside another one, or one is ended that was not begun",
              at(ControlsTransaction.class, new NestedTransaction())),
          error(
              "cannot-run-in-transaction",
              "a statement is used inside a transaction, where PostgreSQL refuses it",
              atStatement(new CannotRunInTransaction())),
          warning(
              "no-lock-timeout",
              "a statement may wait indefinitely for a strong lock, and later queries wait for it",
              atStatement(new NoLockTimeout()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          warning(
              "long-lock-timeout",
              "lock_timeout is off or so long that later queries wait too",
              atStatement(new LongLockTimeout()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          warning(
              "several-tables-locked",
              "one transaction locks several tables one after another",
              atStatement(new SeveralTablesLocked()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          warning(
              "explicit-lock",
              "LOCK TABLE blocks reads or writes until the transaction ends",
              at(LocksTable.class, new ExplicitLock()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          warning(
              "setting-outlives-script",
              "a setting is not reset and changes the meaning of later statements",
              atScript(new SettingOutlivesScript()),
              BREAKS_RUNNING_CODE),
          warning(
              "not-repeatable",
              "a script can fail half-way and then cannot be run again",
              atScript(new NotRepeatable())),
          optional(
              "no-statement-timeout",
              "a statement under a strong lock has no statement_timeout",
              atStatement(new NoStatementTimeout()),
              BLOCKS_READS,
              BLOCKS_WRITES));

  private TransactionRules() {}
}
