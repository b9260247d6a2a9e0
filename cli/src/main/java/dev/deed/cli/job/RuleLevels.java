package dev.deed.cli.job;

import dev.deed.engine.MigrationRules;
import dev.deed.lint.Rules;
import dev.deed.lint.rule.Rule;
import dev.deed.ownership.OwnershipRules;
import dev.deed.ownership.RuleLevel;
import dev.deed.ownership.file.OwnershipFile;
import dev.deed.sql.Finding;
import dev.deed.sql.Nearest;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Applies the ownership file's `rules:` to findings. Rules that the engine relies on (an
/// unreadable migration, a duplicate version) cannot be changed.
record RuleLevels(OwnershipFile file) {

  private static final RuleName UNKNOWN = new RuleName("ownership-file");

  /// Rules whose severity can be set, and which `ignore` can silence.
  static final Set<RuleName> CHANGEABLE =
      Stream.of(
              OwnershipRules.CHANGEABLE.stream(),
              MigrationRules.CHANGEABLE.stream(),
              Rules.ALL.stream().map(Rule::name),
              Stream.of(
                  new RuleName("identifier-too-long"),
                  OwnershipChange.GIVEN,
                  OwnershipChange.TAKEN,
                  OwnershipChange.WEAKENED,
                  OwnershipRules.EXPIRED_USE,
                  OwnershipRules.UNUSED_ALLOW,
                  OwnershipRules.UNOWNED_TABLES,
                  OwnershipRules.TEAM_DIFFERS,
                  OwnershipRules.FOREIGN_AUTHOR))
          .flatMap(names -> names)
          .collect(Collectors.toUnmodifiableSet());

  List<Finding> apply(List<Finding> findings) {
    var levels = levels();
    return findings.stream()
        .map(f -> f.with(levels.getOrDefault(f.rule(), f.severity())))
        .filter(f -> f.severity() != Severity.OFF)
        .toList();
  }

  Map<RuleName, Severity> levels() {
    Map<RuleName, Severity> levels = new HashMap<>();
    file.rules().forEach(level -> levels.put(level.rule(), level.severity()));
    levels.keySet().retainAll(CHANGEABLE);
    return levels;
  }

  /// Findings on names under `rules:` that do not exist or cannot be set.
  List<Finding> mistakes() {
    return file.rules().stream()
        .filter(level -> !CHANGEABLE.contains(level.rule()))
        .map(this::mistake)
        .toList();
  }

  private Finding mistake(RuleLevel level) {
    var known = CHANGEABLE.stream().map(RuleName::text).sorted().toList();
    var advice =
        RuleBook.all().stream().anyMatch(rule -> rule.name().equals(level.rule()))
            ? "this rule is always an error: remove the line"
            : Nearest.of(level.rule().text(), known)
                .map("did you mean %s?"::formatted)
                .orElse("deed explain lists the rules");
    return Finding.error(
        UNKNOWN,
        file.file(),
        level.span(),
        "there is no rule %s with a configurable severity".formatted(level.rule()),
        advice);
  }
}
