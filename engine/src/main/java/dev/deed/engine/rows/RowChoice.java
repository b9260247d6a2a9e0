package dev.deed.engine.rows;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Which tables' rows are copied, and which of their columns are masked: pure.
///
/// @param chosen the tables that were asked for
/// @param reachable these, and the tables that they refer to
/// @param masks by table and column
/// @param used the patterns and rules that something was found for
/// @param problems why it must not be done
record RowChoice(
    Set<Long> chosen,
    Set<Long> reachable,
    Map<Long, Map<String, Mask>> masks,
    Set<String> used,
    List<String> problems) {

  static RowChoice of(SourceTables source, RowWish wish) {
    var used = new TreeSet<String>();
    var chosen = new LinkedHashSet<Long>();
    for (var table : source.tables().values()) {
      var patterns =
          wish.tables().entrySet().stream()
              .filter(entry -> names(table).anyMatch(entry.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      used.addAll(patterns);
      if (wish.tables().isEmpty() || !patterns.isEmpty()) {
        chosen.add(table.oid());
      }
    }
    var reachable = reachable(source, chosen);
    var problems = new ArrayList<String>();
    var masks = new LinkedHashMap<Long, Map<String, Mask>>();
    for (var table : source.tables().values()) {
      var isCopied = reachable.contains(table.oid());
      if (isCopied) {
        unreadable(table).ifPresent(problems::add);
      }
      var own = new LinkedHashMap<String, Mask>();
      for (var column : table.columns()) {
        var fitting =
            wish.masks().stream()
                .filter(m -> names(table).anyMatch(n -> m.columns().test(n, column.name())))
                .toList();
        fitting.forEach(mask -> used.add(mask.rule()));
        if (isCopied && !fitting.isEmpty()) {
          var mask = best(fitting);
          own.put(column.name(), mask);
          problem(table, column, mask, fitting).ifPresent(problems::add);
        }
      }
      masks.put(table.oid(), own);
    }
    keys(source, reachable, masks, problems);
    return new RowChoice(chosen, reachable, masks, used, problems);
  }

  /// Partitions and children are meant, too, where their parent is named.
  private static Stream<QualifiedName> names(SourceTable table) {
    return Stream.concat(Stream.of(table.name()), table.ancestors().stream());
  }

  private static Set<Long> reachable(SourceTables source, Set<Long> chosen) {
    var reachable = new LinkedHashSet<>(chosen);
    var size = -1;
    while (size != reachable.size()) {
      size = reachable.size();
      for (var reference : source.references()) {
        if (reference.children().stream().anyMatch(reachable::contains)) {
          reachable.addAll(parents(source, reference));
        }
      }
    }
    return reachable;
  }

  static List<Long> parents(SourceTables source, Reference reference) {
    return source.tables().values().stream()
        .filter(table ->
            table.oid() == reference.parent()
                || (reference.parentIsPartitioned()
                    && table.ancestors().stream()
                        .anyMatch(name -> name.quoted().equals(reference.parentSql()))))
        .map(SourceTable::oid)
        .toList();
  }

  private static Optional<String> unreadable(SourceTable table) {
    if (!table.isReadable()) {
      return Optional.of("this role may not read %s".formatted(table.name().dotted()));
    }
    return table.isFiltered()
        ? Optional.of(
            "row-level security hides rows of %s from this role: use its owner, or a role with BYPASSRLS"
                .formatted(table.name().dotted()))
        : Optional.empty();
  }

  private static Mask best(List<Mask> fitting) {
    return fitting.stream()
        .reduce((a, b) -> b.rank() > a.rank() ? b : a)
        .orElseThrow(IllegalStateException::new);
  }

  private static Optional<String> problem(
      SourceTable table, SourceTable.Column column, Mask mask, List<Mask> fitting) {
    var place = table.name().dotted() + "." + column.name();
    if (column.isGenerated()) {
      return Optional.of(
          "%s cannot be masked by %s, because PostgreSQL computes it: mask the columns that it is computed from"
              .formatted(place, mask.rule()));
    }
    var rival =
        fitting.stream()
            .filter(other -> other.rank() == mask.rank() && !isSame(other, mask))
            .findFirst();
    if (rival.isPresent()) {
      return Optional.of(
          "%s is masked by both %s and %s: write a rule for this column"
              .formatted(place, mask.rule(), rival.get().rule()));
    }
    var script = ScriptReader.read(new SourceFile("mask"), selected(mask.expression()));
    if (script.statements().size() != 1
        || script.problems().stream().anyMatch(p -> p.severity() == Severity.ERROR)) {
      return Optional.of("the mask of %s is not an SQL expression".formatted(mask.rule()));
    }
    return isColumnItself(table, column, mask.expression())
        ? Optional.of("the mask of %s leaves %s as it is".formatted(mask.rule(), place))
        : Optional.empty();
  }

  private static boolean isSame(Mask a, Mask b) {
    return a.expression().equals(b.expression());
  }

  static String selected(String expression) {
    return "SELECT (" + expression + "\n)";
  }

  /// `email`, `(users.email)`
  private static boolean isColumnItself(
      SourceTable table, SourceTable.Column column, String expression) {
    var bare = ScriptReader.canonical(expression).replaceAll("[()\\s]", "");
    var name = column.name();
    var quoted = '"' + name + '"';
    var prefix = table.name().name() + ".";
    return List.of(name, quoted, prefix + name, prefix + quoted).contains(bare);
  }

  /// Rows refer to each other by values: those of both sides are masked, or of none.
  private static void keys(
      SourceTables source,
      Set<Long> reachable,
      Map<Long, Map<String, Mask>> masks,
      List<String> problems) {
    var told = new TreeSet<String>();
    for (var reference : source.references()) {
      for (var child : reference.children()) {
        for (var parent : parents(source, reference)) {
          if (reachable.contains(child)) {
            for (var pair : reference.pairs()) {
              var theirs = mask(masks, child, pair.child());
              var ours = mask(masks, parent, pair.parent());
              if (theirs.isPresent() != ours.isPresent()) {
                told.add(
                    "%s refers to %s, and only one of them is masked, by %s: mask both, so that equal values stay equal, or neither"
                        .formatted(
                            place(source, child, pair.child()),
                            place(source, parent, pair.parent()),
                            theirs.or(() -> ours).map(Mask::rule).orElse("")));
              }
            }
          }
        }
      }
    }
    problems.addAll(told);
  }

  private static Optional<Mask> mask(
      Map<Long, Map<String, Mask>> masks, long table, String column) {
    return Optional.ofNullable(masks.getOrDefault(table, new HashMap<>()).get(column));
  }

  private static String place(SourceTables source, long table, String column) {
    return Objects.requireNonNull(source.tables().get(table)).name().dotted() + "." + column;
  }
}
