package dev.deed.cli.job;

import dev.deed.cli.report.RuleReport.ExplainedRule;
import dev.deed.ownership.CopyProvider;
import dev.deed.ownership.Database;
import dev.deed.ownership.DriftIgnore;
import dev.deed.ownership.Environment;
import dev.deed.ownership.MaskRule;
import dev.deed.ownership.RuleLevel;
import dev.deed.ownership.Service;
import dev.deed.ownership.ToolFolder;
import dev.deed.ownership.file.OwnershipFile;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a change of the ownership file makes of its guards: weights of rules, environments, pinned
/// tables, roles, timeouts, folders and search paths. Only what gets weaker is told.
record GuardChanges(OwnershipFile before, OwnershipFile now, BiConsumer<Span, String> weakened) {

  void compare() {
    compareRules();
    before.environments().forEach(this::compare);
    comparePins();
    before.map().services().forEach(this::compareRole);
    before.map().databases().forEach(this::compare);
    comparePolicies();
    compareEvidence();
    now.driftIgnores().forEach(this::compare);
  }

  private void compare(DriftIgnore ignore) {
    var isOld =
        before.driftIgnores().stream()
            .anyMatch(old -> old.what().equals(ignore.what()) && lasts(old, ignore));
    if (!isOld) {
      weakened.accept(
          ignore.span(),
          "after this change, deed drift does not report %s: %s"
              .formatted(ignore.words(), ignore.reason()));
    }
  }

  /// Whether the old entry holds as long as the new one.
  private static boolean lasts(DriftIgnore old, DriftIgnore ignore) {
    var end = old.until();
    var newEnd = ignore.until();
    return end == null || (newEnd != null && !newEnd.isAfter(end));
  }

  private void compareRules() {
    var known =
        RuleBook.all().stream()
            .collect(Collectors.toMap(ExplainedRule::name, ExplainedRule::severity, (a, _) -> a));
    var names = new LinkedHashSet<RuleName>();
    now.rules().forEach(level -> names.add(level.rule()));
    before.rules().forEach(level -> names.add(level.rule()));
    for (var rule : names) {
      var usual = known.getOrDefault(rule, Severity.ERROR);
      var was = levelOf(before, rule).map(RuleLevel::severity).orElse(usual);
      var level = levelOf(now, rule);
      var is = level.map(RuleLevel::severity).orElse(usual);
      if (weight(is) < weight(was)) {
        weakened.accept(
            level.map(RuleLevel::span).orElse(Span.NONE),
            is == Severity.OFF
                ? "this change switches off rule %s, which was %s".formatted(rule, words(was))
                : "this change makes rule %s %s, which was %s"
                    .formatted(rule, words(is), words(was)));
      }
    }
  }

  private static Optional<RuleLevel> levelOf(OwnershipFile file, RuleName rule) {
    return file.rules().stream().filter(level -> level.rule().equals(rule)).findFirst();
  }

  private static int weight(Severity severity) {
    return switch (severity) {
      case OFF -> 0;
      case WARNING -> 1;
      case ERROR -> 2;
    };
  }

  private static String words(Severity severity) {
    return switch (severity) {
      case OFF -> "off";
      case WARNING -> "a warning";
      case ERROR -> "an error";
    };
  }

  private void compare(Environment old) {
    var found = now.environmentNamed(old.name());
    if (found.isEmpty()) {
      if (old.isProtected()) {
        weakened.accept(Span.NONE, "this change removes the protected environment " + old.name());
      }
      return;
    }
    var environment = found.get();
    var span = environment.span();
    if (old.isProtected() && !environment.isProtected()) {
      weakened.accept(
          span,
          "after this change, environment %s is not protected any more".formatted(old.name()));
    }
    if (!old.disposable() && environment.disposable()) {
      weakened.accept(span, "this change makes environment %s disposable".formatted(old.name()));
    }
    var from = old.promoteFrom();
    if (from != null && !from.equals(environment.promoteFrom())) {
      weakened.accept(
          span,
          environment.promoteFrom() == null
              ? "after this change, environment %s takes what was not applied in %s"
                  .formatted(old.name(), from)
              : "after this change, environment %s takes what was applied in %s, and not in %s"
                  .formatted(old.name(), environment.promoteFrom(), from));
    }
    compareMasks(old, environment);
    comparePolicies(old, environment);
    old.expect()
        .forEach((database, expectation) -> {
          if (!expectation.equals(environment.expect().get(database))) {
            weakened.accept(
                span,
                "this change expects another host or database, or none, for %s in %s"
                    .formatted(database, old.name()));
          }
        });
  }

  private void compareMasks(Environment old, Environment environment) {
    for (var mask : masks(old)) {
      if (!masks(environment).contains(mask)) {
        var isChanged =
            masks(environment).stream().anyMatch(other -> other.text().equals(mask.text()));
        weakened.accept(
            environment.span(),
            "this change %s the mask of %s in copies of %s"
                .formatted(isChanged ? "replaces" : "removes", mask, old.name()));
      }
    }
  }

  private static List<MaskRule> masks(Environment environment) {
    return environment.copy() instanceof CopyProvider.Dump dump ? dump.masks() : List.of();
  }

  private void compareEvidence() {
    if (!Objects.equals(before.policies().evidence(), now.policies().evidence())) {
      weakened.accept(
          Span.NONE, "after this change, evidence is read from another place: policies.evidence");
    }
  }

  /// What is required from less dangerous migrations on is stronger.
  private void comparePolicies(Environment old, Environment environment) {
    for (var demand : old.policies().requires()) {
      var now = environment.policies().demand(demand.need());
      var need = demand.need().word();
      if (now.isEmpty()) {
        weakened.accept(
            environment.span(),
            "after this change, environment %s does not require %s any more"
                .formatted(old.name(), need));
      } else if (now.get().from().compareTo(demand.from()) > 0) {
        weakened.accept(
            now.get().span(),
            "after this change, environment %s requires %s from %s on; it was from %s on"
                .formatted(old.name(), need, now.get().from().word(), demand.from().word()));
      } else if (isOlder(now.get().within(), demand.within())) {
        weakened.accept(
            now.get().span(),
            "after this change, environment %s accepts older evidence of %s"
                .formatted(old.name(), need));
      }
    }
    var windows = new ArrayList<>(environment.policies().windows());
    windows.removeAll(old.policies().windows());
    if (!old.policies().windows().isEmpty() && !windows.isEmpty()) {
      weakened.accept(
          environment.span(),
          "this change adds a maintenance window of environment %s: %s"
              .formatted(old.name(), windows.getFirst()));
    }
  }

  private static boolean isOlder(@Nullable Duration now, @Nullable Duration before) {
    return before != null && (now == null || now.compareTo(before) > 0);
  }

  private void comparePins() {
    for (var pin : before.map().pins()) {
      var isThere =
          now.map().pins().stream()
              .anyMatch(other ->
                  other.database().equals(pin.database()) && other.pattern().equals(pin.pattern()));
      if (!isThere) {
        weakened.accept(
            Span.NONE,
            "after this change, %s is not pinned to %s any more"
                .formatted(pin.pattern(), pin.database()));
      }
    }
  }

  private void compareRole(Service old) {
    var service = now.map().serviceNamed(old.name());
    if (old.role() != null
        && service.isPresent()
        && !Objects.equals(old.role(), service.get().role())) {
      weakened.accept(
          service.get().span(),
          service.get().role() == null
              ? "after this change, migrations of service %s run without a role of their own; it was %s"
                  .formatted(old.name(), old.role())
              : "after this change, migrations of service %s run as %s; it was %s"
                  .formatted(old.name(), service.get().role(), old.role()));
    }
  }

  private void compare(Database old) {
    var database = now.map().databaseNamed(old.name());
    if (database.isEmpty()) {
      weakened.accept(Span.NONE, "this change removes database %s".formatted(old.name()));
      return;
    }
    if (!old.searchPath().equals(database.get().searchPath())) {
      weakened.accept(
          database.get().span(),
          "this change makes names in %s mean tables of %s, where they meant %s"
              .formatted(
                  old.name(),
                  String.join(", ", database.get().searchPath()),
                  String.join(", ", old.searchPath())));
    }
    if (!old.migrations().equals(database.get().migrations())) {
      weakened.accept(
          database.get().span(),
          "this change reads the migrations of %s from %s, and not from %s"
              .formatted(old.name(), database.get().migrations(), old.migrations()));
    }
    old.toolFolders().forEach(folder -> compareTools(old, folder, database.get()));
    compareOutside(old, database.get());
  }

  /// A folder that is not read, or as something else, is not judged as before.
  private void compareTools(Database old, ToolFolder folder, Database database) {
    var now =
        database.toolFolders().stream()
            .filter(other -> other.folder().equals(folder.folder()))
            .findFirst();
    if (now.isEmpty()) {
      weakened.accept(
          database.span(),
          "after this change, the migrations of %s in %s are not read"
              .formatted(old.name(), folder.folder()));
      return;
    }
    if (now.get().tool() != folder.tool()) {
      weakened.accept(
          now.get().span(),
          "this change reads %s as a folder of %s, and not of %s"
              .formatted(folder.folder(), now.get().tool().title(), folder.tool().title()));
    }
    if (!Objects.equals(now.get().service(), folder.service())) {
      weakened.accept(
          now.get().span(),
          "after this change, the migrations in %s belong to service %s; they belonged to %s"
              .formatted(folder.folder(), now.get().service(), folder.service()));
    }
    if (!now.get().placeholders().equals(folder.placeholders())) {
      weakened.accept(
          now.get().span(),
          "this change makes placeholders in %s stand for something else"
              .formatted(folder.folder()));
    }
  }

  private void compareOutside(Database old, Database database) {
    database.outside().stream()
        .filter(pattern -> !old.outside().contains(pattern))
        .forEach(pattern ->
            weakened.accept(
                database.span(),
                "after this change, nothing is said of what %s lacks under the name %s: outside"
                    .formatted(old.name(), pattern)));
  }

  private void comparePolicies() {
    var was = before.policies();
    var is = now.policies();
    longer("lock_timeout", was.lockTimeout(), is.lockTimeout());
    longer("statement_timeout", was.statementTimeout(), is.statementTimeout());
    longer("idle_in_transaction_session_timeout", was.idleTimeout(), is.idleTimeout());
    if (weight(is.gateInDisposable()) < weight(was.gateInDisposable())) {
      weakened.accept(
          Span.NONE,
          "this change lets migrations with errors into disposable environments: gate_in_disposable");
    }
    compareBound(was.unownedTables(), is.unownedTables());
    if (is.compareEffects().compareTo(was.compareEffects()) > 0) {
      weakened.accept(
          Span.NONE,
          "this change commits more migrations without comparing their effects: compare_effects");
    }
    if (is.synchronousCommit().compareTo(was.synchronousCommit()) > 0) {
      weakened.accept(
          Span.NONE,
          "this change lets migrations commit that a crash of the server may undo while the run goes on: synchronous_commit");
    }
  }

  private void compareBound(@Nullable Integer was, @Nullable Integer is) {
    if (was != null && (is == null || is > was)) {
      weakened.accept(
          Span.NONE,
          is == null
              ? "this change removes the bound on tables that no service claims, which was %d: unowned_tables"
                  .formatted(was)
              : "this change raises the bound on tables that no service claims from %d to %d: unowned_tables"
                  .formatted(was, is));
    }
  }

  /// Zero means no limit.
  private void longer(String policy, Duration was, Duration is) {
    var isLonger = is.isZero() ? !was.isZero() : !was.isZero() && is.compareTo(was) > 0;
    if (isLonger) {
      weakened.accept(
          Span.NONE,
          is.isZero()
              ? "this change switches off %s, which was %d ms".formatted(policy, was.toMillis())
              : "this change raises %s from %d ms to %d ms"
                  .formatted(policy, was.toMillis(), is.toMillis()));
    }
  }
}
