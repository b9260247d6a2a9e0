package dev.deed.sql.parse;

import dev.deed.sql.Severity;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import dev.deed.sql.effect.RowsEffect.NamesRelation;
import dev.deed.sql.script.Script;
import java.util.Set;
import java.util.TreeSet;

/// The relations that deed finds in a script.
///
/// @param all names of any object, in string constants and bodies too
/// @param inGrammar relations that stand where SQL's grammar wants one, so that PostgreSQL's parse
///   tree names them as well
record NamedRelations(Set<String> all, Set<String> inGrammar) {

  static NamedRelations of(Script script) {
    var all = new TreeSet<String>();
    var inGrammar = new TreeSet<String>();
    for (var statement : script.statements()) {
      for (var effect : statement.effects()) {
        for (var touch : effect.touches()) {
          var name = touch.object().name().dotted();
          all.add(name);
          var kind = touch.object().kind();
          if (kind.isRelation() && kind != ObjectKind.INDEX && !inString(effect)) {
            inGrammar.add(name);
          }
        }
      }
    }
    return new NamedRelations(all, inGrammar);
  }

  static boolean isSound(Script script) {
    return script.problems().stream().noneMatch(p -> p.severity() == Severity.ERROR);
  }

  private static boolean inString(Effect effect) {
    return switch (effect) {
      case NamesRelation names -> true;
      case RunsBlock block -> true;
      case CreatesRoutine routine -> true;
      default -> false;
    };
  }
}
