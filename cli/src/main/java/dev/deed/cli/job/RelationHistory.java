package dev.deed.cli.job;

import dev.deed.ownership.check.ServiceScript;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectEffect.MovesToSchema;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.replay.ResolvedStatement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Finds the scripts that changed a relation, also under its former names.
final class RelationHistory {

  private QualifiedName name;

  private RelationHistory(QualifiedName name) {
    this.name = name;
  }

  /// The distinct commands that changed the relation, by the index of their script in the list.
  static SortedMap<Integer, List<String>> of(List<ServiceScript> scripts, QualifiedName name) {
    var history = new RelationHistory(name);
    var commands = new TreeMap<Integer, List<String>>();
    for (var i = scripts.size() - 1; i >= 0; i--) {
      var of = history.commandsOf(scripts.get(i));
      if (!of.isEmpty()) {
        commands.put(i, of);
      }
    }
    return commands;
  }

  private List<String> commandsOf(ServiceScript script) {
    var commands = new LinkedHashSet<String>();
    for (var resolved : script.resolved().reversed()) {
      resolved.statement().effects().reversed().forEach(e -> goBack(e, resolved));
      if (resolved.touches().stream().anyMatch(this::changes)) {
        commands.add(resolved.statement().command().words());
      }
    }
    return new ArrayList<>(commands).reversed();
  }

  private boolean changes(ObjectAccess touch) {
    var kind = touch.object().kind();
    return touch.access() == Access.DEFINES
        && (kind.isRelation() || kind.isPartOfRelation())
        && touch.object().name().equals(name);
  }

  /// Continues with the name that the relation had before a rename.
  private void goBack(Effect effect, ResolvedStatement resolved) {
    switch (effect) {
      case Renames e when e.object().kind().isRelation() && e.newName().equals(name.name()) ->
          goBackTo(name.renamed(e.object().name().name()), resolved);
      case MovesToSchema e
          when e.newSchema().equals(name.schema())
              && e.object().name().name().equals(name.name()) ->
          resolved.touches().stream()
              .map(t -> t.object().name())
              .filter(before -> before.name().equals(name.name()))
              .findFirst()
              .ifPresent(before -> name = before);
      default -> {}
    }
  }

  /// Continues with `before`, unless the statement renames a table of that name in another schema.
  private void goBackTo(QualifiedName before, ResolvedStatement resolved) {
    if (resolved.touches().stream().anyMatch(t -> t.object().name().equals(before))) {
      name = before;
    }
  }
}
