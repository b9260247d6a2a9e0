package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Constraint.Exclude;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.NotNull;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.Constraint.Rule;
import dev.deed.sql.effect.Constraint.Unique;
import dev.deed.sql.effect.IndexEffect;
import dev.deed.sql.effect.IndexEffect.AttachesIndex;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.IndexElement;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.schema.Attributes;
import dev.deed.sql.schema.ConstraintDraft;
import dev.deed.sql.schema.DefinitionText;
import dev.deed.sql.schema.IndexDraft;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Storage;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Replays indexes, including those of constraints and partitions.
final class IndexReplay {

  private final ReplaySession surrounding;
  private final SchemaState state;

  IndexReplay(ReplaySession surrounding) {
    this.surrounding = surrounding;
    this.state = surrounding.state;
  }

  void apply(IndexEffect effect) {
    switch (effect) {
      case CreatesIndex creates -> create(creates);
      case AttachesIndex attaches -> attach(attaches);
    }
  }

  private void create(CreatesIndex creates) {
    var relation = surrounding.names().relation(creates.table());
    var elements =
        creates.elements().stream().map(e -> resolved(e, creates.method(), relation)).toList();
    var own = creates.name();
    if (creates.ifNotExists() && own != null && state.relation(relation.renamed(own)) != null) {
      return;
    }
    var name =
        own == null ? surrounding.generatedNames.index(relation, elements, creates.include()) : own;
    var index =
        new IndexDraft(
                ObjectName.of(ObjectKind.INDEX, relation.renamed(name)), relation, creates.method())
            .unique(creates.unique())
            .elements(elements)
            .include(creates.include())
            .nullsNotDistinct(creates.nullsNotDistinct())
            .where(surrounding.expressions().optional(creates.where()))
            .storage(storage(creates.options(), creates.tablespace()))
            .index();
    state.put(index);
    var table = state.table(relation);
    if (table != null && !creates.only()) {
      spread(table, index);
    }
  }

  private Storage storage(Map<String, String> options, @Nullable String tablespace) {
    var place =
        tablespace == null ? surrounding.session().setting("default_tablespace") : tablespace;
    return new Storage(null, place, new TreeMap<>(options), null);
  }

  IndexElement resolved(IndexElement element, String method, QualifiedName table) {
    return new IndexElement(
        element.column(),
        surrounding.expressions().resolve(element.expression()),
        surrounding.names().optionalCollation(element.collation()),
        operatorClass(DefaultClass.of(element, method, table, state), method),
        element.operatorClassOptions(),
        element.descending(),
        element.nullsFirst());
  }

  private @Nullable QualifiedName operatorClass(@Nullable QualifiedName written, String method) {
    if (written == null || written.schema() != null) {
      return written;
    }
    var known =
        surrounding
            .names()
            .object(ObjectName.operators(ObjectKind.OPERATOR_CLASS, written, method));
    return state.has(known) ? known.name() : written;
  }

  private void attach(AttachesIndex attaches) {
    var parent = surrounding.names().relation(attaches.parent());
    var child = state.index(surrounding.names().relation(attaches.child()));
    if (child != null) {
      state.put(attached(child, parent));
    }
  }

  private static Index attached(Index index, @Nullable QualifiedName parent) {
    return index.copy().parent(parent).index();
  }

  // Behind constraints

  /// @param written the rule as written: it may take over an index
  /// @param only excludes the partitions
  void addBehind(Table table, String name, Rule written, Rule rule, boolean only) {
    var taken = usingIndex(written);
    var index = taken == null ? behind(table, name, rule) : takeOver(table, taken, name);
    if (index != null) {
      state.put(index);
      if (!only && table.partitionBy() != null) {
        spread(table, index);
      }
    }
  }

  private static @Nullable String usingIndex(Rule rule) {
    return switch (rule) {
      case PrimaryKey key -> key.usingIndex();
      case Unique unique -> unique.usingIndex();
      case Check _, NotNull _, ForeignKey _, Exclude _ -> null;
    };
  }

  /// `USING INDEX` renames the index to the constraint's name.
  private @Nullable Index takeOver(Table table, String indexName, String constraint) {
    var index = state.index(table.qualifiedName().renamed(indexName));
    if (index == null) {
      return null;
    }
    state.remove(index.name());
    new IndexUses(state).rename(index, constraint);
    return index
        .copy()
        .name(ObjectName.of(ObjectKind.INDEX, table.qualifiedName().renamed(constraint)))
        .constraint(constraint)
        .index();
  }

  private @Nullable Index behind(Table table, String name, Rule rule) {
    return switch (rule) {
      case PrimaryKey key ->
          behind(
              table,
              name,
              new Key(
                  key.withoutOverlaps() ? "gist" : "btree",
                  true,
                  elements(key.columns()),
                  key.include(),
                  key.options()),
              false);
      case Unique unique ->
          behind(
              table,
              name,
              new Key(
                  unique.withoutOverlaps() ? "gist" : "btree",
                  true,
                  elements(unique.columns()),
                  unique.include(),
                  unique.options()),
              unique.nullsNotDistinct());
      case Exclude exclude -> {
        var elements = exclude.elements().stream().map(e -> e.element()).toList();
        var key = new Key(exclude.method(), false, elements, exclude.include(), exclude.options());
        var index = behind(table, name, key, false);
        yield index
            .copy()
            .unique(false)
            .nullsNotDistinct(false)
            .where(exclude.where())
            .constraint(name)
            .parent(null)
            .attributes(Attributes.NONE)
            .index();
      }
      case Check _, NotNull _, ForeignKey _ -> null;
    };
  }

  private record Key(
      String method,
      boolean unique,
      List<IndexElement> elements,
      List<String> include,
      Map<String, String> options) {}

  private Index behind(Table table, String name, Key key, boolean nullsNotDistinct) {
    return new IndexDraft(
            ObjectName.of(ObjectKind.INDEX, table.qualifiedName().renamed(name)),
            table.qualifiedName(),
            key.method())
        .unique(key.unique())
        .elements(key.elements())
        .include(key.include())
        .nullsNotDistinct(nullsNotDistinct)
        .storage(storage(key.options(), null))
        .constraint(name)
        .index();
  }

  static List<IndexElement> elements(List<String> columns) {
    return columns.stream()
        .map(c ->
            new IndexElement(
                c,
                ObjectSpeller.text(new Expression.Column(List.of(c))),
                null,
                null,
                "",
                false,
                null))
        .toList();
  }

  // Partitions

  /// A partitioned table's index exists on every partition: an equal one is attached, else a new
  /// one is built.
  void spread(Table table, Index index) {
    if (table.partitionBy() != null) {
      state.children(table.name()).forEach(p -> spreadTo(p, index));
    }
  }

  void spreadTo(Table partition, Index index) {
    var found = equal(partition, index);
    var child = attached(found == null ? copy(partition, index) : found, index.qualifiedName());
    state.put(child);
    if (found == null && child.constraint() != null) {
      copyConstraint(partition, index, child.constraint());
    }
    spread(partition, child);
  }

  void detach(Table partition) {
    state.indexes(partition.name()).forEach(i -> state.put(attached(i, null)));
  }

  private @Nullable Index equal(Table partition, Index index) {
    for (var own : state.indexes(partition.name())) {
      if ((own.parent() == null || own.parent().equals(index.qualifiedName()))
          && own.unique() == index.unique()
          && own.method().equals(index.method())
          && (own.constraint() == null) == (index.constraint() == null)
          && keys(own).equals(keys(index))
          && own.include().equals(index.include())) {
        return own;
      }
    }
    return null;
  }

  private static List<String> keys(Index index) {
    return index.elements().stream().map(DefinitionText.NORMAL::element).toList();
  }

  private Index copy(Table partition, Index index) {
    var table = partition.qualifiedName();
    var rule = constraintOf(index);
    var name =
        rule == null
            ? surrounding.generatedNames.index(table, index.elements(), index.include())
            : surrounding.generatedNames.constraint(table, rule.rule());
    return index
        .copy()
        .name(ObjectName.of(ObjectKind.INDEX, table.renamed(name)))
        .table(table)
        .constraint(rule == null ? null : name)
        .parent(index.qualifiedName())
        .attributes(Attributes.NONE)
        .index();
  }

  private @Nullable TableConstraint constraintOf(Index index) {
    return index.constraint() == null ? null : state.constraint(index.table(), index.constraint());
  }

  /// A dump of such a server shows it like the partition's own constraint.
  private void copyConstraint(Table partition, Index index, String name) {
    var parent = constraintOf(index);
    if (parent != null) {
      state.put(
          new ConstraintDraft(ObjectName.constraint(partition.qualifiedName(), name), parent.rule())
              .deferrability(parent.deferrability())
              .enforced(parent.enforced())
              .constraint());
    }
  }
}
