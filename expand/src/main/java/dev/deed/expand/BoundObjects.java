package dev.deed.expand;

import dev.deed.expand.ViewsOver.Carried;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineOption;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.RelationPart.Rule;
import dev.deed.sql.schema.RelationPart.Trigger;
import dev.deed.sql.schema.RelationSql;
import dev.deed.sql.schema.Routine;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.Publication;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What follows a column when it is renamed, and so must be made again for the column that takes
/// over its name: views at any depth, and the table's triggers, policies and rules.
final class BoundObjects {

  /// Of a function in PL/pgSQL.
  private static final String USUAL_COST = "100";

  private static final String COMPUTED =
      "%s is made again in the switch, and computes with the value that %s had";

  /// Which rows of a table a publication has.
  private static final Pattern FILTER =
      Pattern.compile("\\bwhere\\s*\\((.*)\\)$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final TargetTable target;
  private final Dependants dependants;
  private final SqlReader reader;
  private final String column;
  private final @Nullable Successor successor;
  private final MadeBeside beside;

  BoundObjects(TargetTable target, ExpandSettings settings, String column) {
    this(target, settings, column, null, new Names(target.schema(), target.name()));
  }

  /// @param successor null where no column of the table takes this one's place
  BoundObjects(
      TargetTable target,
      ExpandSettings settings,
      String column,
      @Nullable Successor successor,
      Names names) {
    this.target = target;
    this.dependants = new Dependants(target, settings);
    this.reader = new SqlReader(target.schema(), settings.searchPath());
    this.column = column;
    this.successor = successor;
    this.beside = MadeBeside.of(target.schema(), dependants.views(column), names);
  }

  /// The views that read the column, as the switch makes them.
  private List<Carried> views() {
    return ViewsOver.of(
        dependants.views(column),
        target.name(),
        column,
        successor == null ? null : successor.before());
  }

  private Optional<RelationPart> over(RelationPart part) {
    return successor == null ? Optional.empty() : successor.of(part);
  }

  /// @param isSwitched the new column gets the old one's name
  void obstacles(Obstacles obstacles, boolean isSwitched) {
    for (var routine : dependants.routines(column)) {
      if (routine.body().atomic()) {
        obstacles.add(
            "%s has an SQL body that holds on to column %s"
                .formatted(routine.name().words(), column),
            "replace it first by one with a string body: AS $$ ... $$");
      }
    }
    for (var publication : publications()) {
      if (isConverted(publication)) {
        obstacles.add(
            "%s tells rows by the value that %s.%s has now, and its condition cannot convert another one"
                .formatted(publication.name().words(), target.quoted(), column),
            "give it another condition first: ALTER PUBLICATION %s DROP TABLE %s, and ADD TABLE it again"
                .formatted(Identifier.quoted(publication.name().simpleName()), target.quoted()));
      }
      obstacles
          .otherOwner(publication)
          .ifPresent(service ->
              obstacles.add(
                  "%s of service %s publishes %s.%s"
                      .formatted(publication.name().words(), service, target.quoted(), column),
                  "ask service %s to publish the table without a list of columns until the change is over"
                      .formatted(service)));
    }
    if (!isSwitched) {
      return;
    }
    ofTriggers()
        .forEach(routine ->
            obstacles
                .otherOwner(routine)
                .ifPresent(service ->
                    obstacles.add(
                        "%s of service %s, which a trigger of %s runs, names %s: a session that has run it would fail after the switch"
                            .formatted(routine.name().words(), service, target.quoted(), column),
                        "ask service %s to drop the trigger until the change is over"
                            .formatted(service))));
    computing(obstacles);
    for (var view : dependants.views(column)) {
      var other = obstacles.otherOwner(view);
      if (other.isPresent()) {
        obstacles.add(
            "%s of service %s reads %s.%s"
                .formatted(view.name().words(), other.get(), target.quoted(), column),
            "ask service %s to drop it, or to read the column through a function, until the change is over"
                .formatted(other.get()));
      } else if (dependants.isStale(view)) {
        obstacles.add(
            "%s reads a column that was renamed since, so its text is not known from the migrations"
                .formatted(view.name().words()),
            "begin with a live database: --env ENVIRONMENT");
      } else if (Dependants.hasStar(view)) {
        obstacles.add(
            "%s is defined with *, which would mean other columns when it is made again"
                .formatted(view.name().words()),
            "replace it first by one that names its columns, or begin with a live database: --env ENVIRONMENT");
      }
    }
  }

  /// What is known by its text only, or by more than one table, is not carried over.
  private void computing(Obstacles obstacles) {
    if (successor == null || successor.before() == null) {
      return;
    }
    for (var carried : views()) {
      if (!carried.computing().isEmpty() && obstacles.otherOwner(carried.view()).isEmpty()) {
        var words = carried.view().name().kind().words().toUpperCase(Locale.ROOT);
        obstacles.add(
            "%s computes with %s of %s as it is: %s"
                .formatted(
                    carried.view().name().words(),
                    Identifier.quoted(column),
                    target.quoted(),
                    String.join(", ", new LinkedHashSet<>(carried.computing()))),
            "drop it first, and make it again over the new values after the switch: DROP %s %s"
                .formatted(words, carried.view().qualifiedName().quoted()));
      }
    }
    for (var part : parts()) {
      if (over(part).isEmpty() && isComputing(part)) {
        obstacles.add(
            "%s computes with %s of %s as it is, in a text that cannot be converted"
                .formatted(words(part.name()), Identifier.quoted(column), target.quoted()),
            "drop it first, and make it again over the new values after the switch: " + drop(part));
      }
    }
  }

  private boolean isComputing(RelationPart part) {
    return !(part instanceof Rule rule)
        || Expressions.isWord(
            column,
            Pattern.compile(
                    "\\b(old|new)\\s*\\.\\s*\\S+\\s+is\\s+(not\\s+)?null\\b",
                    Pattern.CASE_INSENSITIVE)
                .matcher(rule.definition())
                .replaceAll("true"));
  }

  private List<Publication> publications() {
    return dependants.publications(column);
  }

  private String published(Publication publication) {
    return publication.tables().getOrDefault(target.name(), "");
  }

  /// Neither casts between texts and other types are allowed there, nor enums.
  private boolean isConverted(Publication publication) {
    var condition = FILTER.matcher(published(publication));
    return successor != null
        && condition.find()
        && successor.converts(reader.expression(condition.group(1), "the condition"));
  }

  /// The columns and the condition, over the column in this one's place.
  private String publishedOver(Publication publication, String other) {
    var own = published(publication);
    var condition = FILTER.matcher(own);
    if (successor == null || !condition.find()) {
      return Identifier.replaced(own, column, other);
    }
    var tree =
        reader.expression(condition.group(1), "the condition of " + publication.name().words());
    return "%sWHERE (%s)"
        .formatted(
            Identifier.replaced(own.substring(0, condition.start()), column, other),
            Expressions.sql(successor.of(tree)));
  }

  private String unpublish(Publication publication) {
    return "ALTER PUBLICATION %s DROP TABLE %s"
        .formatted(Identifier.quoted(publication.name().simpleName()), target.quoted());
  }

  private String publish(Publication publication, String what) {
    return "ALTER PUBLICATION %s ADD TABLE %s %s"
        .formatted(Identifier.quoted(publication.name().simpleName()), target.quoted(), what);
  }

  /// Publishes another column in its place.
  ///
  /// @param forth from this column to the other one, or back
  List<String> republish(String other, boolean forth) {
    var statements = new ArrayList<String>();
    for (var publication : publications()) {
      var own = published(publication);
      statements.add(unpublish(publication));
      statements.add(publish(publication, forth ? publishedOver(publication, other) : own));
    }
    return statements;
  }

  List<String> takeDown() {
    var statements = new ArrayList<String>();
    publications().forEach(p -> statements.add(unpublish(p)));
    for (var view : dependants.views(column).reversed()) {
      statements.addAll(beside.takeDown(view));
    }
    parts().forEach(part -> statements.add(drop(part)));
    return statements;
  }

  private String drop(RelationPart part) {
    return "DROP %s %s ON %s"
        .formatted(
            part.name().kind().words().toUpperCase(Locale.ROOT),
            Identifier.quoted(part.part()),
            target.quoted());
  }

  /// Policies and triggers leave the column for the one in its place, or come back.
  List<String> move(boolean forth) {
    var statements = new ArrayList<String>();
    for (var part : parts()) {
      over(part)
          .ifPresent(other -> {
            statements.add(drop(part));
            statements.addAll(RelationSql.statements(target.schema(), forth ? other : part));
          });
    }
    return statements;
  }

  /// @param forth the other column has the name
  List<String> putUp(boolean forth) {
    var statements = new ArrayList<String>();
    for (var part : parts()) {
      statements.addAll(
          RelationSql.statements(target.schema(), forth ? over(part).orElse(part) : part));
    }
    for (var carried : views()) {
      if (!beside.isLater(carried.view())) {
        var view = forth ? carried.made() : carried.view();
        statements.addAll(RelationSql.statements(target.schema(), view));
      }
    }
    publications()
        .forEach(p -> statements.add(publish(p, forth ? publishedOver(p, column) : published(p))));
    statements.addAll(compileAgain());
    return statements;
  }

  /// Transactions after that of the exchange: for materialized views.
  ///
  /// @param forth the other column has the name
  List<List<String>> later(boolean forth) {
    var made = new LinkedHashMap<View, View>();
    views().forEach(c -> made.put(c.view(), forth ? c.made() : c.view()));
    return beside.later(view -> made.getOrDefault(view, view));
  }

  /// A session that has run a trigger's function keeps its plans, with the types that the columns
  /// had: after the exchange, it would fail there. A function that is altered is compiled again.
  private List<String> compileAgain() {
    return ofTriggers()
        .map(routine ->
            "ALTER FUNCTION %s() COST %s"
                .formatted(
                    routine.qualifiedName().quoted(),
                    routine.options().getOrDefault(RoutineOption.COST, USUAL_COST)))
        .toList();
  }

  private Stream<Routine> ofTriggers() {
    var functions = target.triggers().stream().map(Trigger::function).toList();
    return dependants.routines(column).stream()
        .filter(r -> r.language().equals("plpgsql") && functions.contains(r.qualifiedName()));
  }

  private List<RelationPart> parts() {
    var parts = new ArrayList<RelationPart>();
    parts.addAll(dependants.triggers(column));
    parts.addAll(dependants.policies(column));
    parts.addAll(dependants.rules(column));
    return parts;
  }

  /// What is to be said of them.
  List<String> remarks(boolean isSwitched, String newName) {
    var remarks = new ArrayList<String>();
    for (var carried : views()) {
      remarks.add(
          isSwitched && carried.isOver()
              ? COMPUTED.formatted(words(carried.view().name()), column)
                  + (MadeBeside.isBeside(carried.view()) ? ":" + Dependants.BESIDE : "")
              : of(carried.view(), isSwitched, newName));
    }
    for (var part : parts()) {
      remarks.add(of(part, isSwitched, newName));
    }
    for (var routine : dependants.routines(column)) {
      remarks.add(of(routine, isSwitched, newName));
    }
    return remarks;
  }

  /// What the switch makes again as it was, and could not be read.
  List<String> madeAgain() {
    return views().stream()
        .filter(carried -> !carried.isKnown())
        .map(carried -> words(carried.view().name()))
        .toList();
  }

  private String of(SchemaObject object, boolean isSwitched, String newName) {
    var words = words(object.name()) + dependants.owner(object);
    if (!isSwitched && object instanceof Routine) {
      return "%s names %s in its text: before the contract, replace it by one that names %s"
          .formatted(words, column, newName);
    }
    if (!isSwitched && object instanceof RelationPart part && over(part).isPresent()) {
      return "%s is made again over %s in the contract".formatted(words, newName);
    }
    if (!isSwitched) {
      return "%s uses %s: in the contract's file, before the column is dropped, replace it by one that uses %s, and in its down the other way round"
          .formatted(words, column, newName);
    }
    return switch (object) {
      case View view when MadeBeside.isBeside(view) -> words + Dependants.BESIDE;
      case Routine _ ->
          "%s names %s in its text: from the switch on, it gets values of the new type"
              .formatted(words, column);
      case RelationPart part
          when over(part).filter(other -> !other.facets().equals(part.facets())).isPresent() ->
          COMPUTED.formatted(words, column);
      default -> words + " is made again in the switch";
    };
  }

  private static String words(ObjectName name) {
    return name.words();
  }
}
