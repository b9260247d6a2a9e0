package dev.deed.lint;

import dev.deed.lint.rule.LintSettings;
import dev.deed.lint.rule.Rule;
import dev.deed.lint.rule.RuleCheck.AtEffect;
import dev.deed.lint.rule.RuleCheck.AtScript;
import dev.deed.lint.rule.RuleCheck.AtStatement;
import dev.deed.lint.rule.UnknownTables;
import dev.deed.sql.Severity;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import dev.deed.sql.replay.ReachedEffect;
import dev.deed.sql.replay.ReplayWatcher;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the scripts of one database in the order in which they run, and reports what they do to a
/// running system.
public final class Linter {

  private final SchemaReader reader;
  private final LintSettings linting;
  private final List<Rule> atStatements = new ArrayList<>();
  private final List<Rule> atScripts = new ArrayList<>();
  private final List<Rule> atEffects = new ArrayList<>();

  /// The rules that look at a kind of effect: usually a few, so the others need not be called.
  private final Map<Class<?>, List<Rule>> byKind = new HashMap<>();

  private final List<LintResult.Range> ofChange = new ArrayList<>();
  private final UnknownTables unknownTables = new UnknownTables();

  /// @param reader has read the existing schema, if there is one
  public Linter(SchemaReader reader, LintSettings linting) {
    this.reader = reader;
    this.linting = linting;
    for (var rule : Rules.ALL) {
      if (linting.of(rule) != Severity.OFF) {
        switch (rule.check()) {
          case AtEffect<?> _ -> atEffects.add(rule);
          case AtStatement _ -> atStatements.add(rule);
          case AtScript _ -> atScripts.add(rule);
        }
      }
    }
  }

  /// Lints a script that is not a down.
  ///
  /// @param alone true if each of its statements runs in a transaction of its own, or in none
  public LintResult lint(Script script, boolean alone) {
    return lint(script, alone, ReplayWatcher.NONE);
  }

  /// @param other a second watcher of the same replay
  public LintResult lint(Script script, boolean alone, ReplayWatcher other) {
    return read(script, alone, null, other);
  }

  /// Lints the down of a migration.
  ///
  /// @param up of the same migration
  public LintResult lintDown(Script script, boolean alone, LintedUp up) {
    return lintDown(script, alone, up, ReplayWatcher.NONE);
  }

  /// @param other a second watcher of the same replay
  public LintResult lintDown(Script script, boolean alone, LintedUp up, ReplayWatcher other) {
    return read(script, alone, up, other);
  }

  /// A migration has no down: the downs of older migrations start from another schema than this.
  public void passOver() {
    reader.doubtAll();
  }

  /// @param up the one that the script undoes; null if the script is not a down
  private LintResult read(
      Script script, boolean alone, @Nullable LintedUp up, ReplayWatcher other) {
    var first = reader.catalog().statementNumber() + 1;
    var cursor =
        new LintCursor(
            script,
            alone,
            linting,
            reader.catalog(),
            unknownTables,
            n -> n >= first || isOfChange(n),
            up);
    var resolved = reader.read(script, alone, new Watcher(cursor).and(other));
    for (var rule : atScripts) {
      if (rule.check() instanceof AtScript(var check)) {
        check.check(cursor.at(rule, null));
      }
    }
    var range = new LintResult.Range(first, reader.catalog().statementNumber());
    if (linting.oneChange() && !cursor.isDown()) {
      ofChange.add(range);
    }
    return new LintResult(script, resolved, cursor.remarks(), range);
  }

  private boolean isOfChange(int number) {
    for (var range : ofChange) {
      if (range.has(number)) {
        return true;
      }
    }
    return false;
  }

  private List<Rule> watching(Effect effect) {
    return byKind.computeIfAbsent(
        effect.getClass(),
        kind ->
            atEffects.stream()
                .filter(
                    r -> r.check() instanceof AtEffect<?> at && at.kind().isAssignableFrom(kind))
                .toList());
  }

  private final class Watcher implements ReplayWatcher {

    private final LintCursor cursor;

    Watcher(LintCursor cursor) {
      this.cursor = cursor;
    }

    @Override
    public void before(Effect effect, Statement statement) {
      for (var rule : watching(effect)) {
        if (rule.check() instanceof AtEffect<?> at) {
          at.check(effect, cursor.at(rule, statement));
        }
      }
      if (effect instanceof RunsBlock) {
        cursor.enterBlock();
      } else if (!cursor.isInBlock()) {
        unknownTables.add(effect, cursor);
      }
    }

    @Override
    public boolean reportsMissing() {
      return true;
    }

    @Override
    public void reached(ReachedEffect reached) {
      cursor.reached(reached);
    }

    @Override
    public void leaveBlock(RunsBlock block) {
      cursor.leaveBlock();
    }

    @Override
    public void after(ResolvedStatement resolved) {
      if (resolved.statement().effects().isEmpty()) {
        for (var rule : atEffects) {
          if (rule.check() instanceof AtEffect<?> at) {
            at.checkWithout(cursor.at(rule, resolved.statement()));
          }
        }
      }
      for (var rule : atStatements) {
        if (rule.check() instanceof AtStatement(var check)) {
          check.check(resolved, cursor.at(rule, resolved.statement()));
        }
      }
      cursor.add(resolved);
    }
  }
}
