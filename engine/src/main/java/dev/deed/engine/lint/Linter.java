package dev.deed.engine.lint;

import dev.deed.engine.lint.Look.AtEffect;
import dev.deed.engine.lint.Look.AtScript;
import dev.deed.engine.lint.Look.AtStatement;
import dev.deed.sql.Severity;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import dev.deed.sql.schema.ReplayWatcher;
import dev.deed.sql.schema.Resolved;
import dev.deed.sql.schema.SchemaReader;
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
  private final Linting linting;
  private final List<Rule> atStatements = new ArrayList<>();
  private final List<Rule> atScripts = new ArrayList<>();
  private final List<Rule> atEffects = new ArrayList<>();

  /// The rules that look at a kind of effect: usually a few, so the others need not be called.
  private final Map<Class<?>, List<Rule>> byKind = new HashMap<>();

  private final List<Linted.Range> ofChange = new ArrayList<>();
  private final UnknownTables unknownTables = new UnknownTables();

  /// @param reader has read the existing schema, if there is one
  public Linter(SchemaReader reader, Linting linting) {
    this.reader = reader;
    this.linting = linting;
    for (var rule : Rules.ALL) {
      if (linting.of(rule) != Severity.OFF) {
        switch (rule.look()) {
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
  public Linted lint(Script script, boolean alone) {
    return read(script, alone, null);
  }

  /// Lints the down of a migration.
  ///
  /// @param up the result for the up of the same migration
  public Linted lintDown(Script script, boolean alone, Linted up) {
    return read(script, alone, up);
  }

  /// @param up the result for the up that the script undoes; null if the script is not a down
  private Linted read(Script script, boolean alone, @Nullable Linted up) {
    var first = reader.catalog().statementNumber() + 1;
    var scene =
        new Scene(
            script,
            alone,
            linting,
            reader.catalog(),
            unknownTables,
            n -> n >= first || isOfChange(n),
            up);
    var resolved = reader.read(script, new Watcher(scene));
    for (var rule : atScripts) {
      if (rule.look() instanceof AtScript(var eye)) {
        eye.look(scene.at(rule, null));
      }
    }
    var range = new Linted.Range(first, reader.catalog().statementNumber());
    if (linting.oneChange() && !scene.isDown()) {
      ofChange.add(range);
    }
    return new Linted(resolved, scene.remarks(), range);
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
                .filter(r -> r.look() instanceof AtEffect<?> at && at.kind().isAssignableFrom(kind))
                .toList());
  }

  private final class Watcher implements ReplayWatcher {

    private final Scene scene;

    Watcher(Scene scene) {
      this.scene = scene;
    }

    @Override
    public void before(Effect effect, Statement statement) {
      for (var rule : watching(effect)) {
        if (rule.look() instanceof AtEffect<?> at) {
          at.look(effect, scene.at(rule, statement));
        }
      }
      if (effect instanceof RunsBlock block) {
        scene.enterBlock();
        block.body().effects().forEach(e -> before(e, statement));
        scene.leaveBlock();
      }
      if (!scene.isInBlock()) {
        unknownTables.add(effect, scene);
      }
    }

    @Override
    public void after(Resolved resolved) {
      for (var rule : atStatements) {
        if (rule.look() instanceof AtStatement(var eye)) {
          eye.look(resolved, scene.at(rule, resolved.statement()));
        }
      }
      scene.add(resolved);
    }
  }
}
