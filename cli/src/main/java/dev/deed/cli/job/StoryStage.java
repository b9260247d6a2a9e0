package dev.deed.cli.job;

import dev.deed.drift.Difference;
import dev.deed.drift.Difference.Changed;
import dev.deed.drift.Drift;
import dev.deed.drift.DriftCheck;
import dev.deed.drift.Side;
import dev.deed.engine.ChangeoverPart;
import dev.deed.engine.Migration;
import dev.deed.engine.look.ReadOnlySession;
import dev.deed.engine.look.catalog.CatalogSchema;
import dev.deed.engine.scratch.ScratchDatabase;
import dev.deed.engine.scratch.ScratchFailed;
import dev.deed.expand.ExpandSettings;
import dev.deed.expand.Expander;
import dev.deed.expand.NotExpanded;
import dev.deed.expand.Request;
import dev.deed.expand.Story;
import dev.deed.expand.StoryFile;
import dev.deed.ownership.Database;
import dev.deed.ownership.Service;
import dev.deed.ownership.check.ObjectOwners;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Facet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes stories for differences of tables in use, and runs each there and back on a scratch
/// database.
///
/// @param known the migrations of the project
record StoryStage(
    Database database, ScratchDatabase scratch, ObjectOwners owners, List<Migration> known) {

  /// As `deed expand` has them where nothing else is said.
  private static final ExpandSettings.Directives DIRECTIVES =
      new ExpandSettings.Directives("48h", null, 5000, "0");

  /// A story that has been run.
  ///
  /// @param requires contracts of earlier changeovers of the project: `main/20260129103000`
  /// @param ignored rules that the wanted schema breaks
  record Told(
      ServiceName owner,
      StoryWish wish,
      Story story,
      List<String> requires,
      List<Ignored> ignored) {

    Told ignoring(List<Ignored> rules) {
      return new Told(owner, wish, story, requires, rules);
    }

    /// Tables whose later stories have to wait for its end.
    Set<QualifiedName> tables() {
      var tables = new HashSet<QualifiedName>();
      tables.add(story.table());
      if (wish.request() instanceof Request.AddForeignKey key) {
        tables.add(key.parent());
      }
      if (wish.request() instanceof Request.RenameTable rename) {
        tables.add(story.table().renamed(rename.newName()));
      }
      return tables;
    }
  }

  /// A rule that does not apply to a statement.
  ///
  /// @param file the number of the story's file, from 0
  /// @param line the first of the statement, from 1
  record Ignored(int file, int line, String rule) {}

  /// @throws NotTold if the story does not close the difference, or leaves another one
  Told tell(StoryWish wish, List<Told> earlier, Side wanted) {
    var before = differences(wanted);
    var owner = ownerOf(ObjectName.table(wish.request().table()));
    if (owner.isEmpty()) {
      throw new NotTold(wish);
    }
    try {
      var catalogs =
          ReadOnlySession.at(scratch.address(), scratch.server().patience(), CatalogSchema::read);
      var settings =
          new ExpandSettings(
              database.postgres(),
              database.searchPath(),
              this::ownerOf,
              owner.get(),
              names(earlier),
              DIRECTIVES);
      var expander = new Expander(LiveSchema.of(catalogs, database.postgres()).schema(), settings);
      var story = expander.story(wish.request());
      if (!expander.followers(wish.request()).isEmpty()) {
        throw new NotTold(wish);
      }
      var requires = new EarlierChanges(known, expander, wish.request(), story).contracts();
      story.files().forEach(file -> run(file.up()));
      refuseOthers(wish, before, differences(wanted));
      return new Told(owner.get(), wish, story, requires, List.of());
    } catch (NotExpanded | ScratchFailed e) {
      throw new NotTold(wish, e);
    }
  }

  private static void refuseOthers(
      StoryWish wish, List<Difference> before, List<Difference> after) {
    var objects = new HashSet<ObjectName>();
    before.forEach(difference -> objects.add(difference.object()));
    for (var difference : after) {
      if (wish.isStill(difference) || !objects.contains(difference.object())) {
        throw new NotTold(wish);
      }
    }
  }

  /// Without the order of columns, which no statement of a story keeps.
  private List<Difference> differences(Side wanted) {
    var now = BuiltSide.of(scratch, "scratch").withoutOwners();
    return DriftCheck.between(database.name(), now, wanted, _ -> Optional.empty()).drifts().stream()
        .map(Drift::difference)
        .filter(difference -> !isOrder(difference))
        .toList();
  }

  static boolean isOrder(Difference difference) {
    return difference instanceof Changed changed
        && changed.changes().stream().allMatch(c -> c.facet().facet() == Facet.COLUMNS);
  }

  /// From the last one to the first.
  void back(List<Told> stories) {
    for (var told : stories.reversed()) {
      try {
        told.story().files().reversed().forEach(file -> run(file.down()));
      } catch (ScratchFailed e) {
        throw new NotTold(told.wish(), e);
      }
    }
  }

  /// What a backfill expects is asked of rows, and there are none.
  private void run(List<String> statements) {
    scratch.execute(statements.stream().filter(s -> !s.startsWith("-- deed: expect ")).toList());
  }

  private Optional<ServiceName> ownerOf(ObjectName object) {
    return owners.ownerOf(object).map(Service::name);
  }

  private Set<String> names(List<Told> earlier) {
    var names = new HashSet<String>();
    known.stream()
        .flatMap(migration -> migration.changeover().stream())
        .map(ChangeoverPart::name)
        .forEach(names::add);
    earlier.forEach(told -> names.add(told.story().name()));
    return names;
  }

  /// The titles of a story's files.
  static List<String> titles(Story story) {
    return story.files().stream().map(StoryFile::title).toList();
  }

  /// A difference that no story closes: a plain statement does, or a person.
  static final class NotTold extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient StoryWish wish;

    NotTold(StoryWish wish) {
      super(wish.request().operation());
      this.wish = wish;
    }

    NotTold(StoryWish wish, Throwable cause) {
      super(wish.request().operation(), cause);
      this.wish = wish;
    }

    StoryWish wish() {
      return wish;
    }
  }
}
