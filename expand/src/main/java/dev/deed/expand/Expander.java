package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.schema.Schema;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes a request as a story of migrations, from the schema as it is now. Pure: no file, no
/// database, no clock.
public record Expander(Schema schema, ExpandSettings settings) {

  /// What follows a request in stories of its own, when it is over: the columns of foreign keys
  /// that point at a key that is widened.
  public List<Request> followers(Request request) {
    return request instanceof Request.KeyToBigint
        ? new KeyChange(TargetTable.of(schema, request.table()), settings).followers()
        : List.of();
  }

  /// The columns that share an index, a constraint or a generated value with one of these, and
  /// these: a change of one of them concerns the others.
  public Set<String> related(QualifiedName table, Collection<String> columns) {
    var target = TargetTable.of(schema, table);
    var related = new LinkedHashSet<>(columns);
    for (var other : target.table().columns()) {
      if (columns.stream().anyMatch(c -> isRelated(target, c, other))) {
        related.add(other);
      }
    }
    return related;
  }

  /// The columns that the functions of a story's triggers read.
  public Set<String> read(Request request, Story story) {
    return TargetTable.of(schema, request.table()).table().columns().stream()
        .filter(c ->
            story.files().stream()
                .flatMap(f -> f.up().stream())
                .anyMatch(statement -> reads(statement, c)))
        .collect(Collectors.toSet());
  }

  /// @param statements that create functions of triggers
  public static boolean reads(String statements, String column) {
    return Pattern.compile(
            Pattern.quote("new." + Identifier.quoted(column)) + "(?![\\w$])",
            Pattern.UNICODE_CHARACTER_CLASS)
        .matcher(statements)
        .find();
  }

  /// Columns of other tables that foreign keys tie to these: a change of one of them makes the key
  /// again.
  ///
  /// @param columns of the request's table
  public Map<QualifiedName, Set<String>> neighbours(Request request, Collection<String> columns) {
    var neighbours = new LinkedHashMap<QualifiedName, Set<String>>();
    if (request instanceof Request.AddForeignKey add) {
      var parent = TargetTable.of(schema, add.parent());
      neighbours.put(
          add.parent(),
          new LinkedHashSet<>(add.parentColumns().isEmpty() ? parent.key() : add.parentColumns()));
    }
    if (request instanceof Request.MoveColumn move) {
      neighbours.put(move.to(), ColumnMove.of(schema, settings, move).ofHost());
    }
    var target = TargetTable.of(schema, request.table());
    var concerned = request instanceof Request.PartitionTable ? target.table().columns() : columns;
    for (var column : concerned) {
      for (var constraint : target.constraintsOn(column)) {
        if (constraint.rule() instanceof ForeignKey key) {
          add(neighbours, key.parent(), key.parentColumns());
        }
      }
      for (var constraint : target.keysTo(column)) {
        add(neighbours, constraint.relation(), ((ForeignKey) constraint.rule()).columns());
      }
    }
    return neighbours;
  }

  private static void add(
      Map<QualifiedName, Set<String>> neighbours, QualifiedName table, List<String> columns) {
    neighbours.computeIfAbsent(table, _ -> new LinkedHashSet<>()).addAll(columns);
  }

  private static boolean isRelated(TargetTable target, String column, String other) {
    return !Collections.disjoint(target.indexesOn(column), target.indexesOn(other))
        || !Collections.disjoint(target.constraintsOn(column), target.constraintsOn(other));
  }

  /// What computes the story's values for rows that are there; empty where it computes none.
  public Optional<Trial> trial(Request request) {
    var target = TargetTable.of(schema, request.table());
    return switch (request) {
      case Request.ChangeType change ->
          Optional.of(TypeChange.of(target, settings, change).trial());
      case Request.ToStatus status ->
          Optional.of(new StatusWords(target, settings, status).change().trial());
      case Request.SplitColumn split -> Optional.of(Division.of(target, settings, split).trial());
      case Request.MergeColumns merge -> Optional.of(Division.of(target, settings, merge).trial());
      case Request.SetNotNull set ->
          set.fill() == null
              ? Optional.empty()
              : Optional.of(new ConstraintStory(target, settings).trial(set, set.fill()));
      case Request.AddRequiredColumn add ->
          Optional.of(new ConstraintStory(target, settings).trial(add));
      case Request.RenameColumn _,
          Request.TextToEnum _,
          Request.RemoveEnumValue _,
          Request.AddCheck _,
          Request.AddUnique _,
          Request.AddForeignKey _,
          Request.DropColumn _,
          Request.DropTable _,
          Request.RenameTable _,
          Request.MoveColumn _,
          Request.PartitionTable _,
          Request.KeyToBigint _ ->
          Optional.empty();
    };
  }

  /// @throws NotExpanded if the change cannot be made so, with the reasons
  public Story story(Request request) {
    var target = TargetTable.of(schema, request.table());
    var story = story(request, target);
    refuseLineBreaks(story, target);
    return story;
  }

  /// Titles and directives are comments, which end with their line: what follows would be SQL.
  private static void refuseLineBreaks(Story story, TargetTable target) {
    var names =
        Stream.of(
                Stream.of(target.name().dotted()),
                target.key().stream(),
                story.files().stream().map(StoryFile::title))
            .flatMap(name -> name);
    if (names.anyMatch(name -> name.matches("(?s).*[\\n\\r].*"))) {
      throw new NotExpanded(
          "a name of %s, or one that the change gives it, has a line break, and no comment of a migration can have one"
              .formatted(target.name().dotted()),
          "rename it first, by a migration of your own: ALTER TABLE ... RENAME ...");
    }
  }

  private Story story(Request request, TargetTable target) {
    return switch (request) {
      case Request.RenameColumn rename -> new ColumnRename(target, settings, rename).story();
      case Request.ChangeType change -> TypeChange.of(target, settings, change).story();
      case Request.ToStatus status -> new StatusWords(target, settings, status).story();
      case Request.TextToEnum text -> new EnumChange(target, settings).to(text).story();
      case Request.RemoveEnumValue remove ->
          new EnumChange(target, settings).without(remove).story();
      case Request.SetNotNull set -> new ConstraintStory(target, settings).of(set);
      case Request.AddRequiredColumn add -> new ConstraintStory(target, settings).of(add);
      case Request.AddCheck add -> new ConstraintStory(target, settings).of(add);
      case Request.AddUnique add -> new ConstraintStory(target, settings).of(add);
      case Request.AddForeignKey add -> new ConstraintStory(target, settings).of(add);
      case Request.DropColumn drop -> new Removal(target, settings).of(drop);
      case Request.DropTable drop -> new Removal(target, settings).of(drop);
      case Request.RenameTable rename -> new TableRename(target, settings, rename).story();
      case Request.SplitColumn split -> Division.of(target, settings, split).story();
      case Request.MergeColumns merge -> Division.of(target, settings, merge).story();
      case Request.MoveColumn move -> ColumnMove.of(schema, settings, move).story();
      case Request.PartitionTable divide -> new TablePartitioning(target, settings, divide).story();
      case Request.KeyToBigint _ -> new KeyChange(target, settings).story();
    };
  }
}
