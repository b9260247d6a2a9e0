package dev.deed.lint.rule.transaction;

import static dev.deed.lint.rule.Look.at;
import static dev.deed.lint.rule.Look.atScript;
import static dev.deed.lint.rule.Look.atStatement;
import static dev.deed.lint.rule.Rule.error;
import static dev.deed.lint.rule.Rule.optional;
import static dev.deed.lint.rule.Rule.warning;
import static dev.deed.sql.Hazard.BLOCKS_READS;
import static dev.deed.sql.Hazard.BLOCKS_WRITES;
import static dev.deed.sql.Hazard.BREAKS_RUNNING_CODE;

import dev.deed.lint.rule.Rule;
import dev.deed.sql.effect.RowsEffect.LocksTable;
import dev.deed.sql.effect.SessionEffect.ControlsTransaction;
import java.util.List;

/// About transactions, time-outs and how long locks are held.
public final class TransactionRules {

  public static final List<Rule> ALL =
      List.of(
          error(
              "work-under-lock",
              "many rows are read or changed while the transaction keeps writers out of a table",
              atStatement(new WorkUnderLock()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          error(
              "transaction-left-open",
              "a transaction is begun and never committed",
              atScript(new TransactionLeftOpen())),
          error(
              "nested-transaction",
              "a transaction is begun inside another, or one is ended that was not begun",
              at(ControlsTransaction.class, new NestedTransaction())),
          error(
              "cannot-run-in-transaction",
              "PostgreSQL refuses the statement inside a transaction, and it stands in one",
              atStatement(new CannotRunInTransaction())),
          warning(
              "no-lock-timeout",
              "a strong lock is waited for without end, and everybody waits behind it",
              atStatement(new NoLockTimeout()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          warning(
              "long-lock-timeout",
              "lock_timeout is off or so long that everybody waits behind it",
              atStatement(new LongLockTimeout()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          warning(
              "several-tables-locked",
              "one transaction locks table after table",
              atStatement(new SeveralTablesLocked()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          warning(
              "explicit-lock",
              "LOCK TABLE keeps readers or writers out until the transaction ends",
              at(LocksTable.class, new ExplicitLock()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          warning(
              "setting-outlives-script",
              "a setting stays behind and changes what later statements mean",
              atScript(new SettingOutlivesScript()),
              BREAKS_RUNNING_CODE),
          warning(
              "not-repeatable",
              "a script that can break off half-way cannot be run again",
              atScript(new NotRepeatable())),
          optional(
              "no-statement-timeout",
              "a statement under a strong lock may take as long as it likes",
              atStatement(new NoStatementTimeout()),
              BLOCKS_READS,
              BLOCKS_WRITES));

  private TransactionRules() {}
}
