package dev.deed.engine.changeover;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.AttachedEffect.CreatesTrigger;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AddsColumn;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TableEffect.DropsColumn;
import dev.deed.sql.script.Script;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a contract takes away.
///
/// @param dropped columns and relations that it drops: what depends on them is in the way
/// @param names that mean nothing afterwards: who uses them fails. A column that is dropped, and
///   whose name another one gets, is not among them
/// @param triggers that it drops: they have kept both forms equal, and noted old writers
record Leaving(List<Part> dropped, List<Part> names, List<ObjectName> triggers) {

  /// @param column null for the whole relation
  record Part(QualifiedName table, @Nullable String column) {
    String words() {
      return column == null ? table.dotted() : table.dotted() + "." + column;
    }
  }

  /// Whose columns or triggers it drops.
  Set<QualifiedName> tables() {
    var tables = new LinkedHashSet<QualifiedName>();
    dropped.stream().filter(part -> part.column() != null).map(Part::table).forEach(tables::add);
    triggers.stream().map(ObjectName::name).forEach(tables::add);
    return tables;
  }

  static Leaving of(Script contract) {
    var dropped = new ArrayList<Part>();
    var triggers = new ArrayList<ObjectName>();
    var names = new LinkedHashSet<Part>();
    var made = new HashSet<ObjectName>();
    for (var statement : contract.statements()) {
      for (var effect : statement.effects()) {
        make(effect, made);
        if (!(effect instanceof Drops e && made.contains(e.object()))) {
          drop(effect, dropped, triggers);
          rename(effect, names);
        }
      }
    }
    return new Leaving(dropped, List.copyOf(names), triggers);
  }

  /// What it makes itself, and drops later on, is not there when it begins.
  private static void make(Effect effect, Set<ObjectName> made) {
    switch (effect) {
      case CreatesTrigger e -> made.add(ObjectName.part(ObjectKind.TRIGGER, e.table(), e.name()));
      case CreatesTable e -> made.add(ObjectName.table(e.table()));
      default -> {}
    }
  }

  private static void drop(Effect effect, List<Part> dropped, List<ObjectName> triggers) {
    switch (effect) {
      case DropsColumn e -> dropped.add(new Part(e.table(), e.column()));
      case Drops e when isUsedByName(e.object()) -> dropped.add(new Part(e.object().name(), null));
      case Drops e when e.object().kind() == ObjectKind.TRIGGER -> triggers.add(e.object());
      default -> {}
    }
  }

  /// In the order of the text: a name that is given again after it was taken away stays.
  private static void rename(Effect effect, LinkedHashSet<Part> names) {
    switch (effect) {
      case DropsColumn e -> names.add(new Part(e.table(), e.column()));
      case AddsColumn e -> names.remove(new Part(e.table(), e.column().name()));
      case Drops e when isUsedByName(e.object()) -> names.add(new Part(e.object().name(), null));
      case Renames e when e.object().kind() == ObjectKind.COLUMN -> {
        names.add(new Part(e.object().name(), e.object().own()));
        names.remove(new Part(e.object().name(), e.newName()));
      }
      case Renames e when isUsedByName(e.object()) -> {
        names.add(new Part(e.object().name(), null));
        names.remove(new Part(e.object().name().renamed(e.newName()), null));
      }
      default -> {}
    }
  }

  /// No statement reads an index by its name.
  private static boolean isUsedByName(ObjectName object) {
    return object.kind().isRelation() && object.kind() != ObjectKind.INDEX;
  }
}
