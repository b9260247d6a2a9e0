package dev.deed.drift;

import dev.deed.drift.Difference.Added;
import dev.deed.drift.Difference.Changed;
import dev.deed.drift.Difference.FacetChange;
import dev.deed.drift.Difference.Missing;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Attributes;
import dev.deed.sql.schema.Facet;
import dev.deed.sql.schema.FacetName;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.RelationPart.OutputColumn;
import dev.deed.sql.schema.RelationPart.Policy;
import dev.deed.sql.schema.RelationPart.Rule;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.Routine;
import dev.deed.sql.schema.Schema;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.DefaultPrivileges;
import dev.deed.sql.schema.SchemaObject.External;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Compares two schemas by meaning: objects by name, then facet by facet.
public final class SchemaDiff {

  /// What has columns that become objects when a statement says something about them.
  private static final List<ObjectKind> RELATIONS =
      List.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW, ObjectKind.INDEX);

  private static final Set<String> RUNNING =
      Set.of("\"current_user\"", "\"session_user\"", "\"current_role\"");

  private final Schema from;
  private final Schema to;
  private final Unknowns unknowns;
  private final PartitionIdentity identityFrom;
  private final PartitionIdentity identityTo;

  private SchemaDiff(Schema from, Schema to, Unknowns unknowns) {
    this.from = from;
    this.to = to;
    this.unknowns = unknowns;
    this.identityFrom = new PartitionIdentity(from);
    this.identityTo = new PartitionIdentity(to);
  }

  /// Ordered by kind and name.
  public static List<Difference> between(Schema from, Schema to) {
    return between(from, to, Unknowns.NONE);
  }

  /// @param unknowns facts that one of the two schemas does not contain at all, so they are never a
  ///   difference
  static List<Difference> between(Schema from, Schema to, Unknowns unknowns) {
    return between(from, to, unknowns, new Both<>(NameMemory.NONE, NameMemory.NONE));
  }

  /// @param memories what the databases of both sides remember of names
  static List<Difference> between(
      Schema from, Schema to, Unknowns unknowns, Both<NameMemory> memories) {
    var all = new SchemaDiff(from, to, unknowns).all();
    var renames = new Renames(from, to, unknowns, RenameEvidence.about(all, memories));
    var differences = renames.foundIn(all);
    return new Consequences(from, to, differences).removed();
  }

  /// The same, with what follows from another difference, and with no rename.
  static List<Difference> everyOneBetween(Schema from, Schema to, Unknowns unknowns) {
    return new SchemaDiff(from, to, unknowns).all();
  }

  private List<Difference> all() {
    var differences = new ArrayList<Difference>();
    var names = new HashSet<>(from.names());
    names.addAll(to.names());
    for (var name : names) {
      if (!unknowns.covers(name)) {
        var before = from.find(name).orElse(null);
        var after = to.find(name).orElse(null);
        if (before != null && after != null) {
          addChange(differences, before, after);
        } else if (after != null) {
          addNew(differences, after);
        } else if (before != null) {
          addGone(differences, before);
        }
      }
    }
    differences.sort(Comparator.comparing(Difference::object));
    return withoutRunningRole(differences);
  }

  /// Default privileges without `FOR ROLE`, and the mapping of `CURRENT_USER`, are those of a role
  /// that the other side names, if it names only one.
  private static List<Difference> withoutRunningRole(List<Difference> differences) {
    var missing = new ArrayList<DefaultPrivileges>();
    var added = new ArrayList<DefaultPrivileges>();
    for (var difference : differences) {
      switch (difference) {
        case Missing(DefaultPrivileges old) -> missing.add(old);
        case Added(DefaultPrivileges now) -> added.add(now);
        default -> {}
      }
    }
    var same = new HashSet<ObjectName>();
    for (var pair : List.of(new Both<>(missing, added), new Both<>(added, missing))) {
      for (var own : pair.from()) {
        var others = pair.to().stream().filter(o -> isSamePlace(own, o)).toList();
        if (own.isOfRunningRole()
            && others.size() == 1
            && own.facets().equals(others.getFirst().facets())) {
          same.add(own.name());
          same.add(others.getFirst().name());
        }
      }
    }
    addMappings(differences, same);
    differences.removeIf(d -> same.contains(d.object()));
    return differences;
  }

  private static void addMappings(List<Difference> differences, Set<ObjectName> same) {
    var gone = new ArrayList<SchemaObject>();
    var come = new ArrayList<SchemaObject>();
    for (var difference : differences) {
      switch (difference) {
        case Missing(var old) when isMapping(old) -> gone.add(old);
        case Added(var now) when isMapping(now) -> come.add(now);
        default -> {}
      }
    }
    for (var pair : List.of(new Both<>(gone, come), new Both<>(come, gone))) {
      for (var own : pair.from()) {
        var server = own.name().name();
        var others = pair.to().stream().filter(o -> o.name().name().equals(server)).toList();
        var role = Identifier.quoted(own.name().role());
        if ((RUNNING.contains(role) || role.equals("\"user\""))
            && others.size() == 1
            && own.facets().equals(others.getFirst().facets())) {
          same.add(own.name());
          same.add(others.getFirst().name());
        }
      }
    }
  }

  private static boolean isMapping(SchemaObject object) {
    return object.name().kind() == ObjectKind.USER_MAPPING;
  }

  /// A policy `TO CURRENT_USER` is for the role that ran the statement: one that the other side
  /// names, and that this one does not.
  private static boolean isRunningRole(FacetChange change, SchemaObject before) {
    if (change.facet().facet() != Facet.ROLES
        || !(before instanceof Policy)
        || change.from() == null
        || change.to() == null) {
      return false;
    }
    var from = new TreeSet<>(List.of(change.from().split(", ")));
    var to = new TreeSet<>(List.of(change.to().split(", ")));
    return isNamedIn(from, to) || isNamedIn(to, from);
  }

  private static boolean isNamedIn(TreeSet<String> running, TreeSet<String> named) {
    var rest = new TreeSet<>(running);
    var others = new TreeSet<>(named);
    return rest.removeAll(RUNNING)
        && others.containsAll(rest)
        && others.size() <= rest.size() + 1
        && !named.contains("public");
  }

  private static boolean isSamePlace(DefaultPrivileges one, DefaultPrivileges other) {
    return one.on() == other.on() && Objects.equals(one.schema(), other.schema());
  }

  private void addNew(List<Difference> differences, SchemaObject after) {
    var bare = bare(after, from);
    if (bare == null) {
      differences.add(new Added(after));
    } else {
      addChange(differences, bare, after);
    }
  }

  private void addGone(List<Difference> differences, SchemaObject before) {
    var bare = bare(before, to);
    if (bare == null) {
      differences.add(new Missing(before));
    } else {
      addChange(differences, before, bare);
    }
  }

  /// The object in the schema that has nothing to say about it: it exists without a statement.
  ///
  /// @return null if the object does not exist there
  private static @Nullable SchemaObject bare(SchemaObject object, Schema other) {
    return switch (object) {
      case External external -> new External(external.name(), List.of(), Attributes.NONE);
      case OutputColumn column
          when RELATIONS.stream().anyMatch(k -> other.has(ObjectName.of(k, column.relation()))) ->
          OutputColumn.plain(column.name());
      default -> null;
    };
  }

  private void addChange(List<Difference> differences, SchemaObject before, SchemaObject after) {
    var changes = changes(before, after);
    if (!changes.isEmpty()) {
      differences.add(new Changed(before, after, changes));
    }
  }

  private List<FacetChange> changes(SchemaObject before, SchemaObject after) {
    var changes = facetChanges(before, after);
    changes.removeIf(c ->
        unknowns.covers(c, before, after)
            || isSaidElsewhere(c, before, after)
            || isRunningRole(c, before)
            || comesWithParent(c, before));
    changes.replaceAll(c -> inTheirWords(c, before, after));
    return changes;
  }

  /// What is only there to be compared is nothing to read.
  private static FacetChange inTheirWords(
      FacetChange change, SchemaObject before, SchemaObject after) {
    var facet = change.facet().facet();
    if (facet == Facet.DEFINITION
        && before instanceof Rule old
        && after instanceof Rule now
        && !old.definition().equals(now.definition())) {
      return new FacetChange(change.facet(), old.definition(), now.definition());
    }
    if (facet == Facet.BODY
        && before instanceof Routine old
        && after instanceof Routine now
        && !old.body().text().equals(now.body().text())) {
      return new FacetChange(change.facet(), old.body().text(), now.body().text());
    }
    return change;
  }

  /// The facets in which two forms of one object differ.
  public static List<FacetChange> facetChanges(SchemaObject before, SchemaObject after) {
    var old = before.facets();
    var now = after.facets();
    if (old.equals(now)) {
      return new ArrayList<>();
    }
    var facets = new TreeSet<FacetName>(old.keySet());
    facets.addAll(now.keySet());
    var changes = new ArrayList<FacetChange>();
    for (var facet : facets) {
      if (!Objects.equals(old.get(facet), now.get(facet))) {
        changes.add(new FacetChange(facet, old.get(facet), now.get(facet)));
      }
    }
    return changes;
  }

  /// A partition has its parent's identity, which the replay for an older version does not know.
  private boolean comesWithParent(FacetChange change, SchemaObject before) {
    return change.facet().facet() == Facet.IDENTITY
        && before instanceof TableColumn column
        && (change.from() == null
            ? identityTo.isShared(column)
            : change.to() == null && identityFrom.isShared(column));
  }

  /// Added and missing columns are differences of their own; only the order of columns remains for
  /// the table. Columns of a view with another query are covered by that query.
  private static boolean isSaidElsewhere(
      FacetChange change, SchemaObject before, SchemaObject after) {
    if (change.facet().facet() == Facet.DEFINITION
        && before instanceof Relation.View old
        && after instanceof Relation.View now) {
      return old.hasWordsOf(now);
    }
    if (change.facet().facet() == Facet.DEFINITION
        && before instanceof Rule old
        && after instanceof Rule now) {
      return (old.text().normal() == null || now.text().normal() == null)
          && old.definition().equals(now.definition());
    }
    if (change.facet().facet() == Facet.BODY
        && before instanceof Routine old
        && after instanceof Routine now) {
      return (old.body().normal() == null || now.body().normal() == null)
          && old.body().text().equals(now.body().text());
    }
    if (change.facet().facet() != Facet.COLUMNS) {
      return false;
    }
    if (before instanceof Relation.View old && after instanceof Relation.View now) {
      return !old.definition().equals(now.definition());
    }
    return before instanceof Relation.Table old
        && after instanceof Relation.Table now
        && sameOrder(old.columns(), now.columns());
  }

  private static boolean sameOrder(List<String> old, List<String> now) {
    var oldOrder = new ArrayList<>(old);
    var newOrder = new ArrayList<>(now);
    oldOrder.retainAll(now);
    newOrder.retainAll(old);
    return oldOrder.equals(newOrder);
  }
}
