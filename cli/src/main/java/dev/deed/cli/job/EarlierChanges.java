package dev.deed.cli.job;

import dev.deed.engine.ChangeoverPart;
import dev.deed.engine.Migration;
import dev.deed.expand.Expander;
import dev.deed.expand.Request;
import dev.deed.expand.Story;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.TableEffect.AddsColumn;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The changeovers that a story begins with the end of: they concern the same columns, the same
/// table where one of the two concerns all of it, or columns that a foreign key ties to its own.
record EarlierChanges(List<Migration> migrations, Expander expander, Request request, Story story) {

  EarlierChanges {
    migrations = List.copyOf(migrations);
  }

  /// As in `-- deed: requires`: `main/20260129103000`.
  List<String> contracts() {
    var own = columns(story.old(), story.added());
    var related = expander.related(story.table(), own);
    related.addAll(expander.read(request, story));
    var neighbours = expander.neighbours(request, related);
    return migrations.stream()
        .filter(migration ->
            migration
                .changeover()
                .filter(part -> part.phase() == ChangeoverPart.Phase.CONTRACT)
                .filter(part ->
                    (isOfTable(part) && concerns(part, own, related))
                        || concerns(part, neighbours)
                        || adds(part, related)
                        || reads(part, related))
                .isPresent())
        .map(migration -> migration.name().database() + "/" + migration.version())
        .toList();
  }

  /// Or gave it its name.
  private boolean isOfTable(ChangeoverPart part) {
    return part.table().equals(story.table())
        || effects(part)
            .anyMatch(effect ->
                effect instanceof Renames renames
                    && renames.object().kind().isRelation()
                    && part.table().renamed(renames.newName()).equals(story.table()));
  }

  /// One of several new columns, or one that came from another table.
  private boolean adds(ChangeoverPart part, Set<String> related) {
    return effects(part)
        .anyMatch(effect ->
            effect instanceof AddsColumn adds
                && adds.target().name().equals(story.table())
                && related.contains(adds.column().name()));
  }

  /// In the functions of its triggers. A session that has run them fails when the column gets
  /// another type.
  private boolean reads(ChangeoverPart part, Set<String> related) {
    return part.table().equals(story.table())
        && files(part)
            .map(m -> m.up().script().text())
            .anyMatch(text -> related.stream().anyMatch(c -> Expander.reads(text, c)));
  }

  private Stream<Migration> files(ChangeoverPart part) {
    return migrations.stream()
        .filter(m -> m.changeover().filter(p -> p.name().equals(part.name())).isPresent());
  }

  private Stream<Effect> effects(ChangeoverPart part) {
    return files(part)
        .flatMap(m -> m.up().script().statements().stream())
        .flatMap(statement -> statement.effects().stream());
  }

  private static boolean concerns(ChangeoverPart part, Set<String> own, Set<String> related) {
    var others = columns(part.old(), part.added());
    return own.isEmpty() || others.isEmpty() || !Collections.disjoint(others, related);
  }

  /// A change of a whole table concerns each foreign key that is tied to it.
  private static boolean concerns(ChangeoverPart part, Map<QualifiedName, Set<String>> neighbours) {
    var tied = neighbours.getOrDefault(part.table(), Set.of());
    var others = columns(part.old(), part.added());
    return others.isEmpty() ? !tied.isEmpty() : !Collections.disjoint(others, tied);
  }

  private static Set<String> columns(@Nullable String old, @Nullable String added) {
    return Stream.of(old, added).flatMap(Stream::ofNullable).collect(Collectors.toSet());
  }
}
