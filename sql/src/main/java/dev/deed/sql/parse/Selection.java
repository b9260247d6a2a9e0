package dev.deed.sql.parse;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.RowsEffect.ReadsRows;
import dev.deed.sql.expression.QueryTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The output and sources of one query while it is parsed: its columns, and the relations in its
/// `FROM` that `FOR UPDATE` would lock.
final class Selection {

  static final Selection EMPTY = new Selection(List.of(), List.of());

  final List<String> columns;
  final List<Source> sources;

  /// Indexes of columns of `VALUES` with the word `DEFAULT`.
  final Set<Integer> defaults;

  /// Null if it has parts that no tree has.
  @Nullable QueryTree tree;

  Selection(List<String> columns, List<Source> sources) {
    this(columns, sources, Set.of());
  }

  Selection(List<String> columns, List<Source> sources, Set<Integer> defaults) {
    this.columns = columns;
    this.sources = sources;
    this.defaults = defaults;
  }

  Selection with(@Nullable QueryTree newTree) {
    tree = newTree;
    return this;
  }

  /// @param name the alias, or the relation's own name
  /// @param effects indexes of the corresponding reads
  record Source(String name, List<Integer> effects) {}

  /// Everything that a subquery in `FROM` reads, under its alias.
  static Source named(String alias, List<Source> inner) {
    var effects = new ArrayList<Integer>();
    inner.forEach(s -> effects.addAll(s.effects()));
    return new Source(alias, effects);
  }

  /// The only relation in `FROM`, null if there are none or several.
  @Nullable QualifiedName source(ParserState parsing) {
    return sources.size() == 1
            && sources.getFirst().effects().size() == 1
            && parsing.effect(sources.getFirst().effects().getFirst()) instanceof ReadsRows reads
        ? reads.relation()
        : null;
  }

  /// @param names of the sources to lock, empty for all
  void lock(ParserState parsing, List<String> names) {
    for (var source : sources) {
      if (names.isEmpty() || names.contains(source.name())) {
        source.effects().forEach(i -> lock(parsing, i));
      }
    }
  }

  private static void lock(ParserState parsing, int effect) {
    if (parsing.effect(effect) instanceof ReadsRows reads) {
      parsing.replace(
          effect, new ReadsRows(reads.relation(), reads.only(), LockMode.ROW_SHARE, reads.span()));
    }
  }
}
