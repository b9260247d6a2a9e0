package dev.deed.engine.file;

import dev.deed.engine.Checksum;
import dev.deed.engine.MergeBase;
import dev.deed.engine.Migration;
import dev.deed.engine.MigrationName;
import dev.deed.engine.MigrationRules;
import dev.deed.engine.Migrations;
import dev.deed.engine.Section;
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

  public static List<Finding> check(Layout layout, Migrations migrations, MergeBase base) {
    var edited = new EditedMigrations(layout, migrations, base);
    edited.checkChanged();
    edited.checkAdded();
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
    var message = "the statements of this migration were changed, but it is already on %s";
    var advice =
        "restore them (git checkout %s -- %s), and make the change in a new"
            + " migration; comments and the down may change";
    findings.add(
        Finding.error(
            MigrationRules.EDITED,
            now.file(),
            firstDifference(now, before),
            message.formatted(base.name()),
            advice.formatted(base.name(), now.file())));
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
            .ifPresent(latest -> late(migration, latest));
      }
    }
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
