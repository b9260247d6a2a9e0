package dev.deed.cli.job;

import dev.deed.drift.Closing;
import dev.deed.drift.Difference;
import dev.deed.drift.Drift;
import dev.deed.drift.DriftCheck;
import dev.deed.drift.Side;
import dev.deed.drift.close.Reconciler;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.ObjectName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Migrations where tables in use are changed: first what hurts nothing, then the stories, then
/// what had to wait for them. All of it is run there and back on a scratch database before a file
/// is written.
///
/// @param wanted what they lead to
/// @param others of the statements, those that are left out
/// @param ownerOf of a statement that is not left out
record GeneratedStories(
    DatabaseName database,
    MigrationDrafts drafts,
    StoryStage stage,
    StoryFiles storyFiles,
    Side wanted,
    Function<List<Closing>, List<Closing>> others,
    Function<Closing, Optional<ServiceName>> ownerOf) {

  /// @param files that were written, or would be
  /// @param remarks what the reader must know of the stories
  /// @param leftOut what no file has, in sentences
  /// @param left objects that still differed at the end
  record Written(
      NewMigrations files,
      List<String> remarks,
      List<String> leftOut,
      List<ObjectName> left,
      boolean isWayBack) {}

  /// @param closings the SQL that would close all differences at once
  /// @throws StoryStage.NotTold if a wish does not become a story
  Written write(
      List<StoryWish> wishes,
      List<Closing> closings,
      String description,
      Instant now,
      boolean dry) {
    var first = drafts.side();
    var plain = plain(wishes, closings);
    var before = drafts.forth(parts(plain), List.of());
    var ran = new ArrayList<StoryStage.Told>();
    for (var wish : wishes) {
      ran.add(stage.tell(wish, ran, wanted));
    }
    var planned = drafts.files(before, description, now, NewMigrations.none(true));
    planned = storyFiles.write(ran, now, planned);
    var told = storyFiles.checked(ran, planned);
    var after =
        drafts.forth(parts(rest(plain)), planned.migrations()).stream()
            .filter(GeneratedStories::changesAnything)
            .toList();
    var left = differences(drafts.side(), wanted);
    var afterwards = drafts.back(after);
    stage.back(told);
    var beforehand = drafts.back(before);
    var isWayBack = differences(drafts.side(), first).isEmpty();
    var files = drafts.files(beforehand, description, now, NewMigrations.none(dry));
    files = storyFiles.write(told, now, files);
    files = drafts.files(afterwards, description, now, files);
    var all = new ArrayList<>(beforehand);
    all.addAll(afterwards);
    return new Written(files, remarks(told), MigrationDrafts.leftOut(all), left, isWayBack);
  }

  /// What a story spells otherwise may be written again without a difference afterwards.
  private static boolean changesAnything(MigrationDrafts.Draft draft) {
    return !draft.down().isEmpty() || !draft.held().isEmpty();
  }

  /// Without what the stories are about, and what needs that.
  private static List<Closing> plain(List<StoryWish> wishes, List<Closing> closings) {
    var about =
        wishes.stream().flatMap(wish -> wish.objects().stream()).collect(Collectors.toSet());
    var out =
        ClosingParts.withDependants(
            closings, closing -> closing.closes().stream().anyMatch(about::contains));
    return closings.stream().filter(closing -> !out.contains(closing)).toList();
  }

  /// What the stories leave different, without what is written already or was left out.
  private List<Closing> rest(List<Closing> plain) {
    var sql = plain.stream().map(Closing::sql).collect(Collectors.toCollection(HashSet::new));
    var all = Reconciler.between(drafts.side(), wanted, false).closings();
    var out = others.apply(all);
    return all.stream()
        .filter(closing -> !out.contains(closing) && !sql.contains(closing.sql()))
        .toList();
  }

  private List<ClosingParts.Part> parts(List<Closing> closings) {
    return ClosingParts.of(closings, closing -> ownerOf.apply(closing).orElseThrow());
  }

  /// The order of columns does not count: a column that comes back is the last one.
  private List<ObjectName> differences(Side from, Side to) {
    return DriftCheck.between(database, from, to, _ -> Optional.empty()).drifts().stream()
        .map(Drift::difference)
        .filter(difference -> !StoryStage.isOrder(difference))
        .map(Difference::object)
        .distinct()
        .toList();
  }

  private static List<String> remarks(List<StoryStage.Told> told) {
    var remarks = new ArrayList<String>();
    for (var each : told) {
      var story = each.story();
      remarks.add(
          "%s %s is a changeover of %d migrations: deed changeover %s shows where it is"
              .formatted(
                  each.wish().request().operation(),
                  each.wish().difference().object().words(),
                  story.files().size(),
                  story.name()));
      remarks.addAll(story.remarks());
    }
    return remarks;
  }
}
