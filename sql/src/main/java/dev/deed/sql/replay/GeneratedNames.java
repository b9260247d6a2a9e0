package dev.deed.sql.replay;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Constraint.Exclude;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.NotNull;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.Constraint.Rule;
import dev.deed.sql.effect.Constraint.Unique;
import dev.deed.sql.effect.IndexElement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The names that PostgreSQL generates if a statement gives none: `t_a_b_idx`, `t_pkey`,
/// `t_id_seq`.
final class GeneratedNames {

  /// Longest name, in bytes.
  private static final int LIMIT = 63;

  private final SchemaState state;

  /// The last number given to each name: all lower ones are taken, unless an object was dropped.
  private final Map<QualifiedName, Integer> numbers = new HashMap<>();

  private int removals;

  GeneratedNames(SchemaState state) {
    this.state = state;
  }

  String sequence(QualifiedName table, String column) {
    return choose(table, column, "seq", n -> isRelation(table, n));
  }

  String index(QualifiedName table, List<IndexElement> elements, List<String> include) {
    var names = new ArrayList<>(keyNames(elements));
    names.addAll(include);
    return choose(table, joined(names), "idx", n -> isRelation(table, n));
  }

  String constraint(QualifiedName table, Rule rule) {
    return switch (rule) {
      case PrimaryKey _ -> choose(table, "", "pkey", n -> isTaken(table, n));
      case Unique unique -> {
        var columns = new ArrayList<>(unique.columns());
        columns.addAll(unique.include());
        yield choose(table, joined(columns), "key", n -> isTaken(table, n));
      }
      case Exclude exclude -> {
        var elements = exclude.elements().stream().map(e -> e.element()).toList();
        yield choose(table, joined(keyNames(elements)), "excl", n -> isTaken(table, n));
      }
      case ForeignKey key ->
          choose(table, joined(key.columns()), "fkey", n -> isConstraint(table, n));
      case NotNull notNull ->
          choose(table, notNull.column(), "not_null", n -> isConstraint(table, n));
      case Check check -> check(table, check);
    };
  }

  /// Includes the column's name if the check is about one column only.
  private String check(QualifiedName table, Check check) {
    var columns = ExpressionNames.in(check.condition().tree()).columns();
    var column = columns.size() == 1 ? columns.iterator().next() : "";
    return choose(table, column, "check", n -> isConstraint(table, n));
  }

  /// For a domain, only the names of its own constraints count as taken.
  static String domainCheck(String domain, List<String> taken) {
    var name = compose(domain, "", "check");
    for (var i = 1; taken.contains(name); i++) {
      name = compose(domain, "", "check" + i);
    }
    return name;
  }

  private boolean isRelation(QualifiedName table, String name) {
    return state.relation(table.renamed(name)) != null;
  }

  private boolean isConstraint(QualifiedName table, String name) {
    return state.hasConstraintNamed(table.renamed(name));
  }

  private boolean isTaken(QualifiedName table, String name) {
    return isRelation(table, name) || isConstraint(table, name);
  }

  private static List<String> keyNames(List<IndexElement> elements) {
    var names = new ArrayList<String>();
    var taken = new HashSet<String>();
    for (var element : elements) {
      var column = element.column();
      var wanted = column == null ? OutputName.of(element.expression().tree(), "expr") : column;
      var name = wanted;
      for (var i = 1; !taken.add(name); i++) {
        name = Identifier.cut(wanted, LIMIT - Integer.toString(i).length()) + i;
      }
      names.add(name);
    }
    return names;
  }

  private static String joined(List<String> columns) {
    var text = new StringBuilder();
    for (var column : columns) {
      text.append(text.isEmpty() ? "" : "_").append(column);
      if (bytes(text.toString()) > LIMIT) {
        break;
      }
    }
    return Identifier.cut(text.toString(), LIMIT);
  }

  /// `table_columns_label`, numbered from 1 until it is free.
  private String choose(
      QualifiedName table, String columns, String label, Predicate<String> isTaken) {
    if (removals != state.removals()) {
      removals = state.removals();
      numbers.clear();
    }
    var plain = compose(table.name(), columns, label);
    var number = numbers.getOrDefault(table.renamed(plain), 0);
    var name = number == 0 ? plain : compose(table.name(), columns, label + number);
    while (isTaken.test(name)) {
      number++;
      name = compose(table.name(), columns, label + number);
    }
    if (number > 0) {
      numbers.put(table.renamed(plain), number);
    }
    return name;
  }

  /// Shortens the longer of the two parts until all fits.
  static String compose(String table, String columns, String label) {
    var separators = columns.isEmpty() ? 1 : 2;
    var room = LIMIT - bytes(label) - separators;
    var first = bytes(table);
    var second = bytes(columns);
    while (first + second > room) {
      if (first > second) {
        first--;
      } else {
        second--;
      }
    }
    var start = Identifier.cut(table, first);
    return columns.isEmpty()
        ? start + "_" + label
        : start + "_" + Identifier.cut(columns, second) + "_" + label;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
