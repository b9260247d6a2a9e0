package dev.deed.lint.rule.constraint;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.Altering;
import dev.deed.sql.effect.TableEffect.ValidatesConstraint;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds `VALIDATE CONSTRAINT` in a transaction that already blocks writes to the table.
final class ValidateInSameTransaction implements EffectCheck<ValidatesConstraint> {

  @Override
  public void check(ValidatesConstraint validates, RuleView view) {
    var table = view.relation(validates.table());
    var isValid =
        view.catalog().constraint(table, validates.constraint()).filter(c -> c.validated());
    if (!view.hasRows(validates.table()) || isValid.isPresent()) {
      return;
    }
    held(validates, view)
        .ifPresent(lock -> {
          var message =
              "every row of %s is checked under the %s lock that this transaction already holds: %s wait"
                  .formatted(
                      table.dotted(),
                      lock.words(),
                      lock.blocksReads() ? "reads and writes" : "writes");
          var change = "VALIDATE CONSTRAINT " + Identifier.quoted(validates.constraint()) + ";";
          var advice =
              "validate it after the lock is released\n-- in a later migration\n"
                  + SafeSql.alterTable(validates.table(), change);
          view.report(validates.span(), message, advice, ObjectName.table(table));
        });
  }

  /// The strongest lock on the table that earlier statements, or other subcommands of this one,
  /// hold.
  private static Optional<LockMode> held(ValidatesConstraint validates, RuleView view) {
    var table = view.relation(validates.table());
    var before = view.held().on(table).stream();
    var beside =
        view.statement().effects().stream()
            .filter(e -> e instanceof Altering a && view.relation(a.table()).equals(table))
            .map(e -> ((Altering) e).lock());
    return Stream.concat(before, beside).filter(LockMode::blocksWrites).reduce(LockMode::strongest);
  }
}
