package dev.deed.engine.catalog;

import dev.deed.engine.AppliedScript;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.parse.PlpgsqlBranches;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.Schema;
import dev.deed.sql.script.Script;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The schema that the applied scripts should have left, and the statement that each of its
/// relations and columns comes from.
public final class ExpectedSchema {

  /// @param span `Span.NONE` if no statement names the object
  public record Place(SourceFile file, Span span) {}

  private static final Pattern PROGRAM =
      Pattern.compile(".*\\.(?:py|rb|[cm]?[jt]s|java|kt|groovy|xml|ya?ml|json)");

  private final Map<QualifiedName, Place> relations = new HashMap<>();
  private final Map<ObjectName, Place> others = new HashMap<>();
  private final List<UnreadableStatement> unreadable = new ArrayList<>();
  private final List<UnreadableStatement> blocks = new ArrayList<>();
  private final Set<QualifiedName> touched = new HashSet<>();
  private final Set<QualifiedName> made = new HashSet<>();
  private final Set<QualifiedName> vague = new HashSet<>();
  private final Set<String> newNames = new HashSet<>();

  /// What only a `DO` block defines that may have passed over it.
  private final Set<ObjectName> conditional = new HashSet<>();

  private final Set<QualifiedName> conditionalRelations = new HashSet<>();
  private final Schema schema;
  private final SourceFile elsewhere;

  /// @param elsewhere the file to report for objects that no statement names
  public ExpectedSchema(SchemaReader reader, List<AppliedScript> applied, SourceFile elsewhere) {
    this.elsewhere = elsewhere;
    for (var script : applied) {
      if (isProgram(script)) {
        unreadable.add(UnreadableStatement.file(script.row().file()));
      }
      for (var resolved : reader.read(script.script())) {
        note(script.script(), resolved);
      }
      touched.stream().filter(name -> isNew(reader, name)).forEach(made::add);
    }
    this.schema = reader.schema();
  }

  /// A migration of another tool that is not SQL, and whose SQL was never printed.
  private static boolean isProgram(AppliedScript script) {
    return script.script().statements().isEmpty()
        && PROGRAM.matcher(script.row().file().path()).matches();
  }

  private static boolean isNew(SchemaReader reader, QualifiedName relation) {
    return Arrays.stream(ObjectKind.values())
        .anyMatch(kind -> kind.isRelation() && reader.isNew(ObjectName.of(kind, relation)));
  }

  /// The applied statements of which deed does not know all that they did.
  public List<UnreadableStatement> unreadable() {
    return unreadable;
  }

  /// The applied blocks that may have done only a part of what their text says.
  public List<UnreadableStatement> conditionalBlocks() {
    return blocks;
  }

  /// True if the migrations use a relation that none of them created.
  public boolean finds(QualifiedName relation) {
    return touched.contains(relation) && !made.contains(relation);
  }

  /// Tables that have what the text does not reveal: columns of a query, the check of `DETACH
  /// CONCURRENTLY`.
  public Set<QualifiedName> vague() {
    return vague;
  }

  /// The names that the migrations gave to objects that existed: definitions that use the objects
  /// have them, too.
  public Set<String> newNames() {
    return newNames;
  }

  public Schema schema() {
    return schema;
  }

  /// Whether the migrations may never have made the object: only a block defines it, under a
  /// condition.
  public boolean mayNotExist(ObjectName object) {
    return object.kind().isRelation()
        ? conditionalRelations.contains(object.name())
            || conditionalRelations.contains(tableOf(object))
        : conditional.contains(object)
            || (object.kind().isPartOfRelation() && conditionalRelations.contains(object.name()));
  }

  public Place placeOf(ObjectName object) {
    var column = others.get(object);
    if (column != null) {
      return column;
    }
    var relation = relations.get(object.name());
    return relation != null ? relation : placeOfTable(object);
  }

  /// An object that PostgreSQL created and named itself has the place of its table.
  private Place placeOfTable(ObjectName object) {
    return relations.getOrDefault(tableOf(object), new Place(elsewhere, Span.NONE));
  }

  /// The table of an index or owned sequence; the object's own name otherwise.
  QualifiedName tableOf(ObjectName object) {
    var found = schema.find(object).orElse(null);
    return switch (found) {
      case Relation.Index index -> index.table();
      case Relation.Sequence sequence when sequence.ownedBy() != null -> sequence.ownedBy().name();
      case null, default -> object.name();
    };
  }

  private void note(Script script, ResolvedStatement resolved) {
    var isConditional = isConditional(resolved);
    for (var touch : resolved.touches()) {
      if (touch.access() == Access.DEFINES) {
        noteCondition(touch.object(), isConditional);
      }
      if (touch.access() == Access.DEFINES && !touch.implied()) {
        note(touch, new Place(script.file(), touch.span()));
      }
      if (touch.object().kind().isRelation()) {
        touched.add(touch.object().name());
      }
    }
    resolved.statement().effects().forEach(this::note);
    if (isConditional) {
      resolved.statement().effects().forEach(effect -> noteParts(effect, resolved));
    }
    if (!resolved.opaque().isEmpty()) {
      unreadable.add(statement(script, resolved));
    } else if (isConditional) {
      blocks.add(statement(script, resolved));
    }
  }

  /// Columns and constraints that a block may have passed over.
  private void noteParts(Effect effect, ResolvedStatement resolved) {
    switch (effect) {
      case RunsBlock block -> block.body().effects().forEach(inner -> noteParts(inner, resolved));
      case TableEffect.AddsColumn adds ->
          tables(adds, resolved)
              .forEach(table -> conditional.add(ObjectName.column(table, adds.column().name())));
      case TableEffect.AddsConstraint adds when adds.constraint().name() != null ->
          tables(adds, resolved)
              .forEach(
                  table -> conditional.add(ObjectName.constraint(table, adds.constraint().name())));
      default -> {}
    }
  }

  private static Stream<QualifiedName> tables(
      TableEffect.Altering effect, ResolvedStatement resolved) {
    return resolved.touches().stream()
        .map(ObjectAccess::object)
        .filter(object -> object.kind().isRelation())
        .map(ObjectName::name)
        .filter(name -> name.name().equals(effect.table().name()))
        .distinct();
  }

  private static UnreadableStatement statement(Script script, ResolvedStatement resolved) {
    var span = resolved.statement().span();
    return new UnreadableStatement(
        script.file(), span, script.text().substring(span.start(), span.end()));
  }

  private static boolean isConditional(ResolvedStatement resolved) {
    return resolved.statement().effects().stream()
        .anyMatch(effect ->
            effect instanceof RunsBlock block && PlpgsqlBranches.areIn(block.body().text()));
  }

  /// A later statement that runs in any case would have failed without the object.
  private void noteCondition(ObjectName object, boolean isConditional) {
    var isRelation = object.kind().isRelation();
    if (!isConditional) {
      conditional.remove(object);
      conditionalRelations.remove(object.name());
    } else if (isRelation && !touched.contains(object.name())) {
      conditionalRelations.add(object.name());
    } else if (!isRelation && !others.containsKey(object)) {
      conditional.add(object);
    }
  }

  private void note(Effect effect) {
    switch (effect) {
      case RunsBlock block -> block.body().effects().forEach(this::note);
      case ObjectEffect.Renames renames -> newNames.add(renames.newName());
      case TableEffect.CreatesTable creates when creates.definition().as() != null ->
          vague.add(creates.table());
      case TableEffect.DetachesPartition detaches when detaches.concurrently() ->
          vague.add(detaches.partition());
      default -> {}
    }
  }

  private void note(ObjectAccess touch, Place place) {
    var object = touch.object();
    if (object.kind().isRelation()) {
      // Indexes and triggers define their table, too; its first statement counts.
      relations.putIfAbsent(object.name(), place);
    } else {
      others.put(object, place);
    }
  }
}
