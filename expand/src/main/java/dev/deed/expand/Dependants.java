package dev.deed.expand;

import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.Dependant;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart.Policy;
import dev.deed.sql.schema.RelationPart.Rule;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.Trigger;
import dev.deed.sql.schema.Routine;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.Publication;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// What reads or names a column without belonging to its table, or would have to be made again for
/// another column.
record Dependants(TargetTable target, ExpandSettings settings) {

  /// What is to be said of a materialized view.
  static final String BESIDE =
      " is built again next to itself after the switch, and exchanged when it is filled: until then it has the rows of its last REFRESH";

  /// Views and materialized views that read the column, at any depth, each after those that it
  /// reads.
  List<View> views(String column) {
    var direct = ObjectName.column(target.name(), column);
    var found = new LinkedHashSet<View>();
    for (var view : allViews()) {
      if (view.reads().contains(direct) || readsWhole(view)) {
        found.add(view);
      }
    }
    return withReaders(found);
  }

  /// These and what reads them, at any depth, each after those that it reads.
  List<View> withReaders(Collection<View> views) {
    var found = new LinkedHashSet<>(views);
    for (var size = -1; size != found.size(); ) {
      size = found.size();
      for (var view : allViews()) {
        if (view.reads().stream().anyMatch(r -> isOneOf(found, r))) {
          found.add(view);
        }
      }
    }
    return inOrder(found);
  }

  private boolean readsWhole(View view) {
    return hasStar(view)
        && view.reads().stream()
            .anyMatch(r -> r.kind().isRelation() && r.name().equals(target.name()));
  }

  /// Each after those that it reads.
  private static List<View> inOrder(Set<View> views) {
    var ordered = new LinkedHashSet<View>();
    while (ordered.size() < views.size()) {
      for (var view : views) {
        var isReady =
            view.reads().stream()
                .noneMatch(r ->
                    views.stream()
                        .anyMatch(
                            v -> !ordered.contains(v) && !v.equals(view) && isOneOf(Set.of(v), r)));
        if (isReady) {
          ordered.add(view);
        }
      }
    }
    return List.copyOf(ordered);
  }

  static boolean reads(View view, View other) {
    return view.reads().stream().anyMatch(r -> isOneOf(Set.of(other), r));
  }

  static String drop(View view) {
    return "DROP %s %s"
        .formatted(
            view.name().kind().words().toUpperCase(Locale.ROOT), view.qualifiedName().quoted());
  }

  private static boolean isOneOf(Set<View> views, ObjectName read) {
    return read.kind().isRelation()
        && views.stream().anyMatch(v -> v.qualifiedName().equals(read.name()));
  }

  private List<View> allViews() {
    return target.schema().objects().stream()
        .filter(View.class::isInstance)
        .map(View.class::cast)
        .toList();
  }

  /// The text of a view does not follow a column that is renamed; what it reads does.
  boolean isStale(View view) {
    return view.reads().stream()
        .filter(r -> r.kind() == ObjectKind.COLUMN)
        .anyMatch(r -> !hasStar(view) && !Expressions.isWord(r.own(), view.definition()));
  }

  /// `SELECT *` means other columns when the view is made again.
  static boolean hasStar(View view) {
    return view.definition().matches("(?is).*(?:\\bselect|\\bdistinct|,|\\.)\\s*\\*.*");
  }

  /// Others' triggers whose condition or column list names the column.
  List<Trigger> triggers(String column) {
    return target.triggers().stream()
        .filter(t -> !Draft.isOurs(t) && !t.inherited())
        .filter(t ->
            t.fires().columns().contains(column) || Expressions.names(t.fires().when(), column))
        .toList();
  }

  List<Policy> policies(String column) {
    return target
        .parts(Policy.class)
        .filter(p -> Expressions.names(p.using(), column) || Expressions.names(p.check(), column))
        .toList();
  }

  /// Those that publish the column, or tell rows by it.
  List<Publication> publications(String column) {
    return allPublications()
        .filter(p -> Expressions.isWord(column, p.tables().getOrDefault(target.name(), "")))
        .toList();
  }

  /// Those that publish a new column at once.
  List<Publication> publicationsOfAll() {
    var name = target.name();
    return allPublications()
        .filter(p ->
            p.allTables()
                || p.schemas().contains(String.valueOf(name.schema()))
                || (p.tables().containsKey(name)
                    && !String.valueOf(p.tables().get(name)).startsWith("(")))
        .toList();
  }

  private Stream<Publication> allPublications() {
    return target.schema().objects().stream()
        .filter(Publication.class::isInstance)
        .map(Publication.class::cast);
  }

  List<Rule> rules(String column) {
    return target
        .parts(Rule.class)
        .filter(r -> Expressions.isWord(column, r.definition()))
        .toList();
  }

  /// Functions whose body names the table, or that triggers of it run, and the column.
  List<Routine> routines(String column) {
    var found = new ArrayList<Routine>();
    var ofTriggers = target.triggers().stream().map(Trigger::function).toList();
    var using =
        Dependant.of(target.schema(), target.name()).stream().map(Dependant::object).toList();
    for (var object : target.schema().objects()) {
      if (object instanceof Routine routine
          && (using.contains(routine) || ofTriggers.contains(routine.qualifiedName()))
          && !routine.qualifiedName().name().startsWith("deed_sync_")
          && !routine.qualifiedName().name().startsWith("deed_note_")
          && Expressions.isWord(column, routine.body().text())) {
        found.add(routine);
      }
    }
    return found;
  }

  /// What is to be said before a column gets another name.
  List<String> onRename(TableColumn column, String newName) {
    var remarks = new ArrayList<String>();
    for (var view : views(column.part())) {
      remarks.add("%s follows by itself%s".formatted(view.name().words(), owner(view)));
    }
    for (var routine : routines(column.part())) {
      remarks.add(
          "%s names %s in its text%s: before the contract, replace it by one that names %s"
              .formatted(routine.name().words(), column.part(), owner(routine), newName));
    }
    return remarks;
  }

  String owner(SchemaObject object) {
    return settings
        .owner()
        .apply(object.name())
        .filter(o -> !o.equals(settings.service()))
        .map(" (service %s)"::formatted)
        .orElse("");
  }

  static boolean isMaterialized(View view) {
    return view.name().kind() == ObjectKind.MATERIALIZED_VIEW;
  }
}
