package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.SchemaObject.Publication;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Updates that PostgreSQL refuses because a subscriber could not find the rows. Code may only
/// insert into such a table; a backfill would stop after the expansion.
record UnpublishedUpdates(TargetTable target) {

  /// The columns in `(a, "B") where (a > 1)`.
  private static final Pattern LIST = Pattern.compile("^\\(([^()]*)\\)");

  private static final Pattern FILTER = Pattern.compile("(?is)\\bwhere (.*)$");

  private static final String STRING = "'[^']*'";

  void obstacles(Obstacles obstacles) {
    if (target.table().partitionBy() != null) {
      return;
    }
    for (var object : target.schema().objects()) {
      if (object instanceof Publication publication && publishes(publication)) {
        reason(publication)
            .ifPresent(reason ->
                obstacles.add(
                    "%s publishes updates of %s, and %s: PostgreSQL refuses to update it"
                        .formatted(publication.name().words(), target.quoted(), reason),
                    "give it another replica identity first: ALTER TABLE %s REPLICA IDENTITY %s"
                        .formatted(target.quoted(), other())));
      }
    }
  }

  private boolean publishes(Publication publication) {
    var name = target.name();
    return (publication.allTables()
            || publication.schemas().contains(String.valueOf(name.schema()))
            || publication.tables().containsKey(name))
        && publication.options().getOrDefault("publish", "update").contains("update");
  }

  private Optional<String> reason(Publication publication) {
    var identity = identity();
    var isFull = target.table().replicaIdentity().equals("full");
    if (identity.isEmpty() && !isFull) {
      return Optional.of("the table has no replica identity");
    }
    var published = publication.tables().getOrDefault(target.name(), "");
    var filter = FILTER.matcher(published);
    if (!isFull && filter.find()) {
      var read = filter.group(1).replaceAll(STRING, "");
      var unfit =
          target.table().columns().stream()
              .filter(c -> Expressions.isWord(c, read) && !identity.contains(c))
              .findFirst();
      if (unfit.isPresent()) {
        return unfit.map(
            "its condition reads %s, which is not part of the replica identity"::formatted);
      }
    }
    var list = LIST.matcher(published);
    if (!list.find()) {
      return Optional.empty();
    }
    return isFull || identity.stream().anyMatch(c -> !Expressions.isWord(c, list.group(1)))
        ? Optional.of("its list of columns does not have all of the replica identity")
        : Optional.empty();
  }

  private String other() {
    return target.key().isEmpty()
        ? "FULL"
        : target.table().replicaIdentity().equals("default")
            ? "USING INDEX, of a column that is published"
            : "DEFAULT";
  }

  private List<String> identity() {
    var text = target.table().replicaIdentity();
    return Map.of("default", target.key(), "full", List.<String>of(), "nothing", List.<String>of())
        .getOrDefault(
            text,
            target.indexes().stream()
                .filter(index ->
                    text.equals("using index " + Identifier.quoted(index.name().simpleName())))
                .findFirst()
                .map(UnpublishedUpdates::columns)
                .orElse(target.key()));
  }

  private static List<String> columns(Index index) {
    return index.elements().stream().map(e -> String.valueOf(e.column())).toList();
  }
}
