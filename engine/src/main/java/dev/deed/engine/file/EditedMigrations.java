package dev.deed.engine.file;

import dev.deed.engine.Checksum;
import dev.deed.engine.MergeBase;
import dev.deed.engine.Migration;
import dev.deed.engine.MigrationName;
import dev.deed.engine.MigrationRules;
import dev.deed.engine.Migrations;
import dev.deed.engine.Replaced;
import dev.deed.engine.Section;
import dev.deed.engine.Squash;
import dev.deed.engine.Version;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Checks a change against the base branch, whose migrations may be applied anywhere: their
/// statements and file names must stay, and new migrations must come after them.
public final class EditedMigrations {

  private final Layout layout;
  private final Migrations migrations;
  private final MergeBase base;
  private final List<Finding> findings = new ArrayList<>();

  /// New files that are old ones under another name.
  private final Set<SourceFile> moved = new HashSet<>();

  private EditedMigrations(Layout layout, Migrations migrations, MergeBase base) {
    this.layout = layout;
    this.migrations = migrations;
    this.base = base;
  }

  /// @param searchPaths that the migrations of a database begin with
  public static List<Finding> check(
      Layout layout,
      Migrations migrations,
      MergeBase base,
      Function<DatabaseName, List<String>> searchPaths) {
    var edited = new EditedMigrations(layout, migrations, base);
    edited.checkChanged();
    migrations.all().forEach(migration -> edited.checkSquash(migration, searchPaths));
    edited.checkAdded();
    edited.findings.addAll(new EditedToolFiles(layout, migrations, base).check());
    return edited.findings;
  }

  private void checkChanged() {
    Map<SourceFile, Migration> here = new HashMap<>();
    migrations.all().forEach(migration -> here.put(migration.file(), migration));
    for (var changed : base.changed()) {
      MigrationFolder.nameOf(layout, changed.path())
          .ifPresent(name -> check(changed, name, Optional.ofNullable(here.get(changed.path()))));
    }
  }

  private void check(MergeBase.Changed changed, MigrationName name, Optional<Migration> here) {
    var before = Section.up(changed.path(), changed.text());
    if (isReplaced(name, before.checksum())) {
      return;
    }
    var renamed = movedTo(changed, name, before.checksum());
    if (here.isPresent()) {
      if (!here.get().checksum().equals(before.checksum())) {
        edited(here.get(), before);
      }
    } else if (renamed.isPresent()) {
      var message =
          "this file was %s, and may be applied somewhere under that name"
              .formatted(changed.path());
      var advice = "rename it back: git mv %s %s";
      moved.add(renamed.get());
      find(
          MigrationRules.RENAMED,
          renamed.get(),
          message,
          advice.formatted(renamed.get(), changed.path()));
    } else if (!before.script().statements().isEmpty()) {
      var message = "%s is gone, but it may be applied somewhere".formatted(name);
      var advice =
          "restore it, and undo it with a new migration: git checkout %s -- %s"
              .formatted(base.name(), changed.path());
      find(MigrationRules.DELETED, changed.path(), message, advice);
    }
  }

  /// A squash has taken it in, as it was.
  private boolean isReplaced(MigrationName name, Checksum statements) {
    return migrations.all().stream()
        .filter(migration -> migration.name().database().equals(name.database()))
        .filter(migration -> migration.name().service().equals(name.service()))
        .anyMatch(
            migration -> migration.replaces().contains(new Replaced(name.version(), statements)));
  }

  /// What it replaces may be applied somewhere, and would not be run again: so it must do the same.
  private void checkSquash(Migration migration, Function<DatabaseName, List<String>> searchPaths) {
    var isNew = base.added().contains(migration.file());
    var changed = base.changed().stream().anyMatch(c -> c.path().equals(migration.file()));
    if ((!isNew && !changed) || migration.replaces().isEmpty()) {
      return;
    }
    var before = before(migration);
    if (before.isEmpty()) {
      return;
    }
    var database = migration.name().database();
    var squash = new Squash(before, searchPaths.apply(database));
    if (!squash.replaced().equals(migration.replaces())
        || !squash.checksum().equals(migration.checksum())) {
      var message =
          "this does not contain exactly the statements of the migrations that it replaces, as they are on %s"
              .formatted(base.name());
      var advice = "write it with deed squash, and make other changes in a new migration";
      find(MigrationRules.SQUASH_DIFFERS, migration.file(), message, advice);
    }
  }

  /// The migrations on the base that it replaces.
  private List<Migration> before(Migration squash) {
    var versions = squash.replaces().stream().map(Replaced::version).collect(Collectors.toSet());
    var found = new TreeMap<Version, Migration>();
    for (var changed : base.changed()) {
      MigrationFolder.nameOf(layout, changed.path())
          .filter(name -> name.database().equals(squash.name().database()))
          .filter(name -> name.service().equals(squash.name().service()))
          .filter(name -> versions.contains(name.version()))
          .ifPresent(name ->
              found.put(
                  name.version(),
                  new Migration(
                      name,
                      changed.path(),
                      Section.up(changed.path(), changed.text()),
                      null,
                      false,
                      Section.isAlone(changed.text()))));
    }
    return List.copyOf(found.values());
  }

  /// Finds the new migration that contains the same statements.
  private Optional<SourceFile> movedTo(
      MergeBase.Changed changed, MigrationName name, Checksum statements) {
    return migrations.all().stream()
        .filter(migration -> base.added().contains(migration.file()))
        .filter(migration -> migration.name().database().equals(name.database()))
        .filter(migration -> migration.checksum().equals(statements))
        .map(Migration::file)
        .filter(file -> !file.equals(changed.path()))
        .findFirst();
  }

  private void edited(Migration now, Section before) {
    findings.add(edited(base, now, before));
  }

  static Finding edited(MergeBase base, Migration now, Section before) {
    var message = "the statements of this migration were changed, but it is already on %s";
    var advice =
        "restore them (git checkout %s -- %s), and make the change in a new"
            + " migration; comments and the down may change";
    return Finding.error(
        MigrationRules.EDITED,
        now.file(),
        firstDifference(now, before),
        message.formatted(base.name()),
        advice.formatted(base.name(), now.file()));
  }

  private static Span firstDifference(Migration now, Section before) {
    var old = before.script();
    Set<String> known =
        old.statements().stream().map(old::textOf).collect(Collectors.toCollection(HashSet::new));
    var script = now.up().script();
    return script.statements().stream()
        .filter(statement -> !known.contains(script.textOf(statement)))
        .map(statement -> statement.span())
        .findFirst()
        .orElse(Span.NONE);
  }

  /// Within a service, versions only grow; versions of other services may come in any order.
  private void checkAdded() {
    for (var migration : migrations.all()) {
      if (base.added().contains(migration.file()) && !moved.contains(migration.file())) {
        latest(migration.name())
            .filter(latest -> latest.version().compareTo(migration.version()) >= 0)
            .filter(_ -> !replacesItsOwnVersion(migration))
            .ifPresent(latest -> late(migration, latest));
      }
    }
  }

  /// A squash keeps the place of the last migration that it takes in.
  private static boolean replacesItsOwnVersion(Migration migration) {
    return migration.replaces().stream()
        .anyMatch(replaced -> replaced.version().equals(migration.version()));
  }

  private Optional<MigrationName> latest(MigrationName added) {
    return base.files().stream()
        .map(file -> MigrationFolder.nameOf(layout, file))
        .flatMap(Optional::stream)
        .filter(name -> name.database().equals(added.database()))
        .filter(name -> name.service().equals(added.service()))
        .max(Comparator.comparing(MigrationName::version));
  }

  private void late(Migration migration, MigrationName latest) {
    var message =
        "version %s does not come after %s of the same service, which is already on %s"
            .formatted(migration.version(), latest.version(), base.name());
    var advice =
        "give it a later version: deed new \"%s\" --service %s --database %s creates a file for it"
            .formatted(
                migration.name().slug().replace('_', ' '), latest.service(), latest.database());
    find(MigrationRules.OUT_OF_ORDER, migration.file(), message, advice);
  }

  private void find(RuleName rule, SourceFile file, String message, String advice) {
    findings.add(Finding.error(rule, file, Span.NONE, message, advice));
  }
}
