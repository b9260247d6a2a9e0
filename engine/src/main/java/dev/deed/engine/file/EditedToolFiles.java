package dev.deed.engine.file;

import dev.deed.engine.MergeBase;
import dev.deed.engine.Migration;
import dev.deed.engine.MigrationRules;
import dev.deed.engine.Migrations;
import dev.deed.engine.Origin;
import dev.deed.engine.Version;
import dev.deed.engine.tool.ToolFolder;
import dev.deed.engine.tool.ToolSource;
import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import dev.deed.sql.Tool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The same for the folders of other tools: each is read once more as it is on the base, and what
/// was there must still be there.
final class EditedToolFiles {

  /// Tools that pass over a migration, or refuse it, once a later one is applied.
  private static final Set<Tool> IN_ORDER =
      Set.of(Tool.FLYWAY, Tool.GOLANG_MIGRATE, Tool.GOOSE, Tool.NODE_PG_MIGRATE);

  private final Layout layout;
  private final Migrations migrations;
  private final MergeBase base;
  private final List<Finding> findings = new ArrayList<>();

  EditedToolFiles(Layout layout, Migrations migrations, MergeBase base) {
    this.layout = layout;
    this.migrations = migrations;
    this.base = base;
  }

  List<Finding> check() {
    for (var source : layout.tools()) {
      if (base.touched().stream().anyMatch(file -> isIn(source, file))) {
        check(source);
      }
    }
    return findings;
  }

  private boolean isIn(ToolSource source, SourceFile file) {
    return layout
        .base()
        .resolve(file.path())
        .toAbsolutePath()
        .normalize()
        .startsWith(source.folder().toAbsolutePath().normalize());
  }

  private void check(ToolSource source) {
    var before = ToolFolder.read(source, treeOfBase(source)).migrations();
    Map<Version, Migration> now = new HashMap<>();
    migrations.of(source.database()).stream()
        .filter(migration -> migration.origin().tool() == source.tool())
        .filter(migration -> isIn(source, migration.file()))
        .forEach(migration -> now.put(migration.version(), migration));
    for (var old : before) {
      if (old.origin().kind() == Origin.Kind.ONCE) {
        check(old, Optional.ofNullable(now.remove(old.version())), now);
      }
    }
    if (IN_ORDER.contains(source.tool())) {
      before.stream()
          .map(Migration::version)
          .max(Comparator.naturalOrder())
          .ifPresent(latest -> now.values().forEach(added -> checkOrder(added, latest)));
    }
  }

  private BaseTree treeOfBase(ToolSource source) {
    var quiet = new ArrayList<Finding>();
    var files = new MigrationFiles(layout.base(), quiet);
    var boundary = RepositoryBoundary.around(layout.base()).with(layout.base(), source.folder());
    var listing = new FolderListing(files, boundary, quiet);
    var others = OtherSources.of(source, layout);
    return new BaseTree(
        new FolderTree(layout.base(), source, others, files, listing, boundary),
        layout.base(),
        source.folder(),
        others,
        base);
  }

  private void check(Migration old, Optional<Migration> now, Map<Version, Migration> others) {
    if (now.isEmpty()) {
      var moved =
          others.values().stream()
              .filter(other -> old.origin().unread() == null)
              .filter(other -> other.checksum().equals(old.checksum()))
              .findFirst();
      var message = "%s is gone, but it may be applied somewhere".formatted(old.name());
      var advice = "restore it: git checkout %s -- %s".formatted(base.name(), old.file());
      if (moved.isPresent()) {
        others.remove(moved.get().version());
        find(
            MigrationRules.RENAMED,
            moved.get().file(),
            "this migration was %s, and may be applied somewhere under that name"
                .formatted(old.name()),
            "rename it back: git mv %s %s".formatted(moved.get().file(), old.file()));
      } else if (old.origin().unread() != null || !old.up().script().statements().isEmpty()) {
        find(MigrationRules.DELETED, old.file(), message, advice);
      }
    } else if (old.origin().unread() != null || now.get().origin().unread() != null) {
      checkUnread(now.get());
    } else if (!now.get().checksum().equals(old.checksum())) {
      findings.add(EditedMigrations.edited(base, now.get(), old.up()));
    }
  }

  /// Its text may differ in a comment only.
  private void checkUnread(Migration now) {
    var isChanged = base.changed().stream().anyMatch(file -> file.path().equals(now.file()));
    if (isChanged) {
      findings.add(
          Finding.error(
                  MigrationRules.EDITED,
                  now.file(),
                  Span.NONE,
                  "this file was changed, but it is already on %s: whether it still does the same is not known"
                      .formatted(base.name()),
                  "read the change: git diff %s -- %s".formatted(base.name(), now.file()))
              .with(Severity.WARNING));
    }
  }

  private void checkOrder(Migration added, Version latest) {
    var isNumbered = added.version().place() == 0 && latest.place() == 0;
    if (isNumbered && added.version().compareTo(latest) <= 0) {
      find(
          MigrationRules.OUT_OF_ORDER,
          added.file(),
          "version %s does not come after %s, which is already on %s: where that is applied, %s does not run this"
              .formatted(added.version(), latest, base.name(), added.origin().tool().title()),
          "give it a version after " + latest);
    }
  }

  private void find(RuleName rule, SourceFile file, String message, String advice) {
    findings.add(Finding.error(rule, file, Span.NONE, message, advice));
  }
}
