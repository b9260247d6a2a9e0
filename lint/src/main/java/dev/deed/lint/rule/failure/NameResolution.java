package dev.deed.lint.rule.failure;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.NameScope;
import dev.deed.sql.expression.NameScope.Outputs;
import dev.deed.sql.expression.NameScope.Source;
import dev.deed.sql.expression.NameScope.Use;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.BuiltIns;
import dev.deed.sql.schema.RelationPart.TableColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether the column names of a query certainly mean nothing, or several things. It is silent as
/// soon as one source in reach has columns that are not known.
final class NameResolution {

  /// Relations that exist without being named: in rules, triggers, `ON CONFLICT` and `RETURNING`.
  private static final Set<String> IMPLIED = Set.of("old", "new", "excluded");

  private final Known known;

  /// Names that mean something outside of all queries: arguments of a function.
  private final Set<String> outside;

  /// The scopes around the one that is looked at, outermost first.
  private final List<NameScope> around = new ArrayList<>();

  /// Queries with a star that lack a name: of forty that read the one before them twice, the first
  /// one would be asked 2^39 times.
  private final Map<String, Set<NameScope>> lacking = new HashMap<>();

  NameResolution(Known known, Set<String> outside) {
    this.known = known;
    this.outside = outside;
  }

  /// @param name as written
  /// @param reason without `this fails`
  /// @param table the relation as written where one alone is meant, else null
  record Wrong(Use name, String reason, String advice, @Nullable QualifiedName table) {
    Wrong(Use name, String reason, @Nullable QualifiedName table) {
      this(name, reason, "name a column of a relation in the FROM", table);
    }
  }

  /// The first name that fails in the queries inside of the scope. Its own names are left out.
  ///
  /// @param sources what the outermost scope offers: the table of a policy
  Optional<Wrong> firstIn(NameScope root, List<Source> sources) {
    around.add(NameScope.of(sources, root.outputs()));
    return inner(root);
  }

  private Optional<Wrong> inner(NameScope scope) {
    for (var inner : scope.inner()) {
      var found = first(inner);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Wrong> first(NameScope scope) {
    around.addLast(scope);
    try {
      for (var use : scope.uses()) {
        var found = of(use, scope);
        if (found.isPresent()) {
          return found;
        }
      }
      return merged(scope).or(() -> constant(scope)).or(() -> inner(scope));
    } finally {
      around.removeLast();
    }
  }

  private Optional<Wrong> of(Use use, NameScope own) {
    return switch (use.path().size()) {
      case 1 -> plain(use, own);
      case 2 -> qualified(use);
      default -> Optional.empty();
    };
  }

  // Columns that a join merges

  private Optional<Wrong> merged(NameScope scope) {
    for (var join : scope.joins()) {
      for (var column : join.columns()) {
        var name = column.path().getFirst();
        var side =
            lacksAll(join.left(), name) ? "left" : lacksAll(join.right(), name) ? "right" : "";
        if (!side.isEmpty()) {
          return Optional.of(
              new Wrong(
                  column,
                  "the %s side of the join has no column %s for USING"
                      .formatted(side, Identifier.quoted(name)),
                  "name a column that both sides have, or write ON",
                  null));
        }
      }
    }
    return Optional.empty();
  }

  private boolean lacksAll(List<Source> sources, String name) {
    return sources.stream().allMatch(s -> lacks(s, name));
  }

  // Constants

  private Optional<Wrong> constant(NameScope scope) {
    for (var part : scope.parts()) {
      var use = new Use(List.of(), false, part.span());
      var wrong = KeptConstants.wrong(part.tree(), this::typeOf, known);
      if (wrong.isPresent()) {
        return Optional.of(new Wrong(use, wrong.get().reason(), wrong.get().advice(), null));
      }
      var argument = ArgumentTypes.wrong(part.tree(), this::typeOf, known);
      if (argument.isPresent()) {
        return Optional.of(new Wrong(use, argument.get().reason(), argument.get().advice(), null));
      }
      var collated = Collations.wrong(part.tree(), this::typeOf, known);
      if (collated.isPresent()) {
        return Optional.of(new Wrong(use, collated.get(), Collations.ADVICE, null));
      }
    }
    return Optional.empty();
  }

  /// The type of a column, where one source alone can be meant.
  private @Nullable TypeName typeOf(Expression.Column column) {
    var name = column.name();
    var qualifier = column.path().size() == 2 ? column.path().getFirst() : null;
    if (column.path().size() > 2 || outside.contains(name)) {
      return null;
    }
    for (var scope : around.reversed()) {
      var sources =
          scope.sources().stream()
              .filter(s -> qualifier == null || s.alias().equals(qualifier))
              .filter(s -> !lacks(s, name))
              .toList();
      if (!sources.isEmpty()) {
        return sources.size() == 1
                && sources.getFirst() instanceof Source.Relation relation
                && relation.renamed().isEmpty()
            ? known.column(relation.name(), name).map(TableColumn::type).orElse(null)
            : null;
      }
    }
    return null;
  }

  // Names without a qualifier

  private Optional<Wrong> plain(Use use, NameScope own) {
    var name = use.path().getFirst();
    if (outside.contains(name) || isOutput(use, own)) {
      return Optional.empty();
    }
    var isOwn = true;
    for (var scope : around.reversed()) {
      if (scope.sources().stream().anyMatch(s -> s.alias().equals(name))) {
        return Optional.empty();
      }
      if (!scope.sources().stream().allMatch(s -> lacks(s, name))) {
        return isOwn ? ambiguous(use, own) : Optional.empty();
      }
      isOwn = false;
    }
    return Optional.of(new Wrong(use, missing(name), onlyTable(own)));
  }

  private static boolean isOutput(Use use, NameScope own) {
    return use.mayBeOutput()
        && (own.outputs().unclear() || own.outputs().names().contains(use.path().getFirst()));
  }

  private String missing(String name) {
    var quoted = Identifier.quoted(name);
    return around.stream().allMatch(s -> s.sources().isEmpty())
        ? "%s is not a column: the query has no FROM".formatted(quoted)
        : "no relation that the query reads has a column %s".formatted(quoted);
  }

  private @Nullable QualifiedName onlyTable(NameScope own) {
    var sources = around.stream().flatMap(s -> s.sources().stream()).toList();
    return sources.size() == 1
            && own.sources().size() == 1
            && sources.getFirst() instanceof Source.Relation relation
        ? relation.name()
        : null;
  }

  private Optional<Wrong> ambiguous(Use use, NameScope own) {
    var name = use.path().getFirst();
    if (own.merged() || own.sources().stream().anyMatch(Source.Unclear.class::isInstance)) {
      return Optional.empty();
    }
    var having = own.sources().stream().filter(s -> has(s, name)).toList();
    return having.size() < 2
        ? Optional.empty()
        : Optional.of(
            new Wrong(
                use,
                "the column %s is ambiguous: %s and %s have it"
                    .formatted(
                        Identifier.quoted(name), having.get(0).alias(), having.get(1).alias()),
                null));
  }

  // Qualified names

  private Optional<Wrong> qualified(Use use) {
    var qualifier = use.path().getFirst();
    var name = use.path().getLast();
    if (outside.contains(qualifier)) {
      return Optional.empty();
    }
    for (var scope : around.reversed()) {
      if (scope.sources().stream().anyMatch(s -> s.alias().isEmpty())) {
        return Optional.empty();
      }
      var named = scope.sources().stream().filter(s -> s.alias().equals(qualifier)).toList();
      if (!named.isEmpty()) {
        return named.stream().allMatch(s -> lacks(s, name)) && !mayBeCall(name)
            ? Optional.of(
                new Wrong(
                    use,
                    "%s has no column %s".formatted(qualifier, Identifier.quoted(name)),
                    named.getFirst() instanceof Source.Relation relation ? relation.name() : null))
            : Optional.empty();
      }
    }
    return IMPLIED.contains(qualifier)
        ? Optional.empty()
        : Optional.of(
            new Wrong(
                use,
                "%s is not in the FROM of the query that names %s"
                    .formatted(Identifier.quoted(qualifier), String.join(".", use.path())),
                null));
  }

  /// `t.f` also means `f(t)`.
  private boolean mayBeCall(String name) {
    var function = QualifiedName.of(name);
    return name.equals("*")
        || BuiltIns.isFunction(function)
        || BuiltIns.isFunctionOfExtension(function)
        || BuiltIns.isType(name)
        || !known.catalog().called(function).isEmpty();
  }

  // Sources

  private boolean lacks(Source source, String name) {
    return switch (source) {
      case Source.Unclear _ -> false;
      case Source.Relation relation ->
          !relation.renamed().contains(name) && known.lacks(relation.name(), name);
      case Source.Subquery query ->
          !query.renamed().contains(name) && lacks(query.query().outputs(), query.query(), name);
    };
  }

  private boolean lacks(Outputs outputs, NameScope query, String name) {
    var own = outputs;
    var selected = own.of() == null ? query : own.of();
    // Of a thousand queries, each over the one before it, without a step down for each.
    while (!mayHave(own, name)
        && own.stars()
        && selected.sources().size() == 1
        && selected.sources().getFirst() instanceof Source.Subquery only
        && !only.renamed().contains(name)) {
      own = only.query().outputs();
      selected = own.of() == null ? only.query() : own.of();
    }
    return !mayHave(own, name) && (!own.stars() || allLack(selected, name));
  }

  private static boolean mayHave(Outputs outputs, String name) {
    return outputs.unclear() || outputs.names().contains(name) || name.equals("*");
  }

  private boolean allLack(NameScope query, String name) {
    return (lacking.containsKey(name) && lacking.get(name).contains(query))
        || (query.sources().stream().allMatch(s -> lacks(s, name)) && note(query, name));
  }

  private boolean note(NameScope query, String name) {
    return lacking
        .computeIfAbsent(name, _ -> Collections.newSetFromMap(new IdentityHashMap<>()))
        .add(query);
  }

  /// Whether the source certainly has the column, under this name.
  private boolean has(Source source, String name) {
    return switch (source) {
      case Source.Unclear _ -> false;
      case Source.Relation relation ->
          relation.renamed().isEmpty() && known.column(relation.name(), name).isPresent();
      case Source.Subquery query ->
          query.renamed().isEmpty()
              && !query.alias().isEmpty()
              && query.query().outputs().names().contains(name);
    };
  }

  /// A name that two items of one `FROM` have.
  Optional<String> repeated(NameScope scope) {
    var names = new HashSet<String>();
    var isClear = scope.sources().stream().noneMatch(Source.Unclear.class::isInstance);
    for (var source : scope.sources()) {
      if (isClear && !source.alias().isEmpty() && !names.add(source.alias())) {
        return isUnqualified(scope, source.alias())
            ? Optional.of(source.alias())
            : Optional.empty();
      }
    }
    for (var inner : scope.inner()) {
      var found = repeated(inner);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /// Tables of different schemas may have the same name.
  private static boolean isUnqualified(NameScope scope, String alias) {
    return scope.sources().stream()
        .filter(s -> s.alias().equals(alias))
        .noneMatch(s ->
            s instanceof Source.Relation relation
                && !relation.isAliased()
                && relation.name().isQualified());
  }
}
