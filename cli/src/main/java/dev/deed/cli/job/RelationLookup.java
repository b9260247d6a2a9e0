package dev.deed.cli.job;

import dev.deed.ownership.Owner;
import dev.deed.ownership.OwnershipMap;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Nearest;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.UserException;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the table that the user names as `users`, `public.users` or `auth/users`, with or without
/// SQL quotes.
record RelationLookup(OwnershipMap map, Map<DatabaseName, MigrationReplay> replays) {

  record Found(DatabaseName database, Relation relation) {

    private QualifiedName name() {
      return relation.qualifiedName();
    }

    private boolean isCalled(String text) {
      return RelationLookup.isCalled(database, name(), text);
    }

    /// The unambiguous name.
    private String words() {
      return database + "/" + name().quoted();
    }
  }

  private static boolean isCalled(DatabaseName database, QualifiedName name, String text) {
    var quoted = '"' + name.name().replace("\"", "\"\"") + '"';
    return Stream.of(name.name(), quoted, name.dotted(), name.quoted())
        .flatMap(n -> Stream.of(n, database + "/" + n))
        .anyMatch(text::equals);
  }

  /// All tables and views, ordered by name.
  static Stream<Relation> relationsOf(Schema schema) {
    return schema.objects().stream()
        .filter(Relation.class::isInstance)
        .map(Relation.class::cast)
        .filter(r -> isTableOrView(r.name().kind()))
        .sorted((a, b) -> a.qualifiedName().compareTo(b.qualifiedName()));
  }

  private static boolean isTableOrView(ObjectKind kind) {
    return switch (kind) {
      case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> true;
      default -> false;
    };
  }

  Found find(String text) {
    var all = new ArrayList<Found>();
    replays.forEach((database, replay) ->
        relationsOf(replay.schema()).forEach(relation -> all.add(new Found(database, relation))));
    var named = all.stream().filter(f -> f.isCalled(text)).toList();
    var found = named.isEmpty() ? formerly(text, all) : named;
    if (found.isEmpty()) {
      throw NoSuchTable.of(text, nearest(text, all) + wouldBe(text));
    }
    if (found.size() > 1) {
      throw NoSuchTable.several(text, found);
    }
    return found.getFirst();
  }

  /// A renamed table is found by its former names, too.
  private List<Found> formerly(String text, List<Found> all) {
    var found = new ArrayList<Found>();
    replays.forEach((database, replay) -> {
      QualifiedName name = null;
      for (var script : replay.ups()) {
        for (var resolved : script.resolved()) {
          name = after(resolved, database, name, text);
        }
      }
      var now = name;
      all.stream()
          .filter(f -> f.database().equals(database) && f.name().equals(now))
          .forEach(found::add);
    });
    return found;
  }

  /// The name after the statement; null until one renames a table that is called `text`.
  private static @Nullable QualifiedName after(
      ResolvedStatement resolved,
      DatabaseName database,
      @Nullable QualifiedName name,
      String text) {
    var now = name;
    for (var effect : resolved.statement().effects()) {
      if (effect instanceof Renames renames && renames.object().kind().isRelation()) {
        var last = now;
        now =
            resolved.touches().stream()
                .map(touch -> touch.object().name())
                .filter(before -> before.name().equals(renames.object().name().name()))
                .filter(
                    before -> last == null ? isCalled(database, before, text) : before.equals(last))
                .findFirst()
                .map(before -> before.renamed(renames.newName()))
                .orElse(last);
      }
    }
    return now;
  }

  private static String nearest(String text, List<Found> all) {
    var names =
        all.stream()
            .flatMap(f -> Stream.of(f.name().name(), f.name().dotted(), f.words()))
            .distinct()
            .toList();
    return Nearest.of(text.toLowerCase(Locale.ROOT), names)
        .map(name -> "did you mean %s? ".formatted(name))
        .orElse("");
  }

  /// The advice for an unknown name: the owner that a table of that name would have.
  private String wouldBe(String text) {
    var parts = text.split("\\.", 2);
    var name = parts.length == 2 ? QualifiedName.of(parts[0], parts[1]) : QualifiedName.of(text);
    var owners =
        replays.keySet().stream()
            .flatMap(d ->
                map.ownerOf(d, name) instanceof Owner.OwnedBy owned
                    ? Stream.of(
                        "%s in %s, by the claim %s"
                            .formatted(owned.service(), d, owned.claim().pattern()))
                    : Stream.empty())
            .collect(Collectors.joining("; "));
    return owners.isEmpty()
        ? "deed owners lists all tables"
        : "a new table of that name would be owned by " + owners;
  }

  /// The name matches no table, or several.
  static final class NoSuchTable extends UserException {

    private static final long serialVersionUID = 1L;

    private NoSuchTable(String message, String advice) {
      super(message, advice);
    }

    static NoSuchTable of(String text, String advice) {
      return new NoSuchTable("the migrations do not create a table or view named " + text, advice);
    }

    static NoSuchTable several(String text, List<Found> found) {
      return new NoSuchTable(
          "%d tables are named %s".formatted(found.size(), text),
          "give one of: " + found.stream().map(Found::words).collect(Collectors.joining(" or ")));
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
