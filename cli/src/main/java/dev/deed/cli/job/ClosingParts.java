package dev.deed.cli.job;

import dev.deed.drift.Closing;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.parse.ScriptReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Deals out statements to their owners: one part an owner, where the order lets them.
final class ClosingParts {

  /// What one service does, in order.
  record Part(ServiceName owner, List<Closing> closings) {
    Part {
      closings = List.copyOf(closings);
    }
  }

  /// A statement with what it uses.
  ///
  /// @param changed names that it defines or writes
  /// @param used names that it reads or refers to
  private record Item(Closing closing, ServiceName owner, Set<String> changed, Set<String> used) {

    boolean touches(QualifiedName name) {
      return changed.contains(name.dotted()) || used.contains(name.dotted());
    }

    boolean mustFollow(Item earlier) {
      return !Collections.disjoint(changed, earlier.changed)
          || !Collections.disjoint(changed, earlier.used)
          || !Collections.disjoint(used, earlier.changed);
    }
  }

  private ClosingParts() {}

  /// @param closings in an order in which they run
  static List<Part> of(List<Closing> closings, Function<Closing, ServiceName> ownerOf) {
    var left = new ArrayList<Item>();
    closings.forEach(closing -> left.add(item(closing, ownerOf.apply(closing))));
    var parts = new ArrayList<Part>();
    while (!left.isEmpty()) {
      var owner = left.getFirst().owner();
      var taken = new ArrayList<Closing>();
      var passed = new ArrayList<Item>();
      for (var item : left) {
        if (item.owner().equals(owner) && passed.stream().noneMatch(item::mustFollow)) {
          taken.add(item.closing());
        } else {
          passed.add(item);
        }
      }
      parts.add(new Part(owner, taken));
      left.clear();
      left.addAll(passed);
    }
    return parts;
  }

  /// True if the statement cannot run without one of the others: it names the column that the other
  /// one is about, or another object.
  static boolean needsOneOf(Closing closing, List<Closing> others) {
    var item = item(closing, new ServiceName("none"));
    return others.stream()
        .anyMatch(
            other -> other.closes().stream().anyMatch(object -> names(item, object, other.sql())));
  }

  /// Some of the statements, and those that cannot run without one of them.
  ///
  /// @param isOut whether a statement is one of the first
  static List<Closing> withDependants(List<Closing> all, Predicate<Closing> isOut) {
    var out = new ArrayList<>(all.stream().filter(isOut).toList());
    for (var before = -1; before != out.size(); ) {
      before = out.size();
      all.stream()
          .filter(closing -> !out.contains(closing))
          .filter(closing -> needsOneOf(closing, out))
          .toList()
          .forEach(out::add);
    }
    return out;
  }

  private static boolean names(Item item, ObjectName object, String sql) {
    var isThere = item.touches(object.name()) || isIndexOf(object, item);
    if (object.kind() != ObjectKind.COLUMN) {
      return isThere && (object.kind() != ObjectKind.TABLE || sql.startsWith("CREATE"));
    }
    return isThere
        && Pattern.compile("(?<![\\w$])" + Pattern.quote(object.own()) + "(?![\\w$])")
            .matcher(item.closing().sql())
            .find();
  }

  /// A key's index has the name of the constraint.
  private static boolean isIndexOf(ObjectName object, Item item) {
    return object.kind() == ObjectKind.CONSTRAINT
        && item.touches(object.name().renamed(object.own()));
  }

  private static Item item(Closing closing, ServiceName owner) {
    var changed = new HashSet<String>();
    var used = new HashSet<String>();
    var script = ScriptReader.read(new SourceFile("closing.sql"), closing.sql());
    for (var statement : script.statements()) {
      for (var effect : statement.effects()) {
        for (var touch : effect.touches()) {
          var object = touch.object();
          var isChange = touch.access() == Access.DEFINES || touch.access() == Access.WRITES;
          if (object.kind() == ObjectKind.SCHEMA) {
            (isChange ? changed : used).add("schema " + object.name().name());
          } else {
            (isChange ? changed : used).add(object.name().dotted());
            if (object.name().schema() != null) {
              used.add("schema " + object.name().schema());
            }
          }
        }
      }
    }
    closing.closes().forEach(object -> changed.add(object.name().dotted()));
    return new Item(closing, owner, changed, used);
  }
}
