package dev.deed.lint.rule.transaction;

import dev.deed.lint.facts.Batches;
import dev.deed.lint.facts.BuiltInSchemas;
import dev.deed.lint.facts.NameList;
import dev.deed.lint.facts.RowsReached;
import dev.deed.lint.rule.RuleCheck.StatementCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import dev.deed.sql.effect.RowsEffect.ReadsRows;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.effect.RowsEffect.Writing;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.ViewEffect.CreatesView;
import dev.deed.sql.effect.ViewEffect.RefreshesView;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.script.CommandTag;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds statements that read or change many rows in a transaction that blocks writes to a table.
public final class WorkUnderLock implements StatementCheck {

  /// Words that limit what a query reads; `min` and `max` can use an index.
  private static final Pattern NARROWER =
      Pattern.compile(
          "\\b(where|on|using|limit|fetch|exists|min|max|tablesample)\\b",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void check(ResolvedStatement statement, RuleView view) {
    var held = view.held();
    if (held.isEmpty() || view.runsInBatches()) {
      return;
    }
    var effects = statement.statement().effects();
    effects.stream()
        .filter(effect -> work(effect, effects, view).isPresent())
        .findFirst()
        .ifPresent(effect -> {
          var work = work(effect, effects, view).orElseThrow();
          report(work, later(effect, statement, view), statement, view);
        });
  }

  /// The same work as a migration of its own.
  private static String later(Effect effect, ResolvedStatement statement, RuleView view) {
    var batches =
        effect instanceof WritesRows writes && writes.writing() != Writing.INSERT
            ? Batches.loop(writes, view)
            : Optional.<String>empty();
    return batches.orElseGet(() -> SafeSql.oneLine(view.text(statement.statement().span())) + ";");
  }

  private static void report(
      String work, String later, ResolvedStatement statement, RuleView view) {
    var held = view.held();
    var tables =
        NameList.of(
            held.locks().entrySet(),
            e -> e.getKey().name().dotted() + " (" + e.getValue().words() + ")");
    var message =
        "this %s while earlier statements hold locks on %s until the transaction ends"
            .formatted(work, tables);
    var advice =
        "move it to a migration of its own, after this one, so that the locks are released first\n-- in a later migration\n"
            + later;
    var about = held.locks().keySet().stream().limit(NameList.NAMED).toList();
    view.report(statement.statement().span(), message, advice, about);
  }

  /// What the effect does that takes long, in words; empty if it is quick.
  private static Optional<String> work(Effect effect, List<Effect> beside, RuleView view) {
    return switch (effect) {
      case WritesRows writes when isLarge(writes, beside, view) ->
          Optional.of("changes many rows of " + view.relation(writes.relation()).dotted());
      case RefreshesView refreshes when refreshes.withData() ->
          Optional.of("fills " + view.relation(refreshes.view()).dotted());
      case CreatesView created
          when created.kind() == ObjectKind.MATERIALIZED_VIEW
              && created.withData()
              && readsOld(beside, view) ->
          Optional.of("fills " + view.relation(created.view()).dotted());
      case CreatesTable table when table.definition().as() != null && readsOld(beside, view) ->
          Optional.of("copies rows into " + view.relation(table.table()).dotted());
      case ReadsRows reads when isWholeRead(reads, view) ->
          Optional.of("scans the whole of " + view.relation(reads.relation()).dotted());
      case RunsBlock block ->
          block.body().effects().stream()
              .map(e -> work(e, block.body().effects(), view))
              .flatMap(Optional::stream)
              .findFirst();
      default -> Optional.empty();
    };
  }

  /// Whether the statement may change many rows. An `INSERT` with values is quick, one that reads a
  /// table is not.
  public static boolean isLarge(WritesRows writes, List<Effect> beside, RuleView view) {
    return switch (writes.writing()) {
      case INSERT, MERGE -> readsOld(beside, view);
      case COPY -> false;
      case UPDATE, DELETE ->
          !view.isNew(writes.relation()) && RowsReached.by(writes, view) != RowsReached.FEW;
    };
  }

  /// Whether the query scans a whole table, because nothing in its text limits what it reads.
  private static boolean isWholeRead(ReadsRows reads, RuleView view) {
    return view.statement().command() == CommandTag.SELECT
        && view.hasRows(reads.relation())
        && !BuiltInSchemas.has(view.relation(reads.relation()))
        && !NARROWER.matcher(view.text(view.statement().span())).find();
  }

  private static boolean readsOld(List<Effect> effects, RuleView view) {
    return effects.stream()
        .anyMatch(e ->
            e instanceof ReadsRows reads
                && !view.isNew(reads.relation())
                && !isOwn(reads, effects)
                && !BuiltInSchemas.has(view.relation(reads.relation())));
  }

  /// Whether the read is of the table that an `INSERT` writes, as in `INSERT INTO t ... WHERE NOT
  /// EXISTS (SELECT FROM t ...)`, which only checks whether a row exists.
  private static boolean isOwn(ReadsRows reads, List<Effect> effects) {
    return effects.stream()
        .anyMatch(e ->
            e instanceof WritesRows writes
                && writes.writing() == Writing.INSERT
                && writes.relation().equals(reads.relation()));
  }
}
