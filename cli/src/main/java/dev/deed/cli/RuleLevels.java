package dev.deed.cli;

import dev.deed.ownership.OwnershipFile;
import dev.deed.ownership.OwnershipRules;
import dev.deed.ownership.RuleLevel;
import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the ownership file's `rules:` make of findings. Rules that the engine relies on (a
/// migration that cannot be read, two of one version) cannot be changed.
record RuleLevels(OwnershipFile file) {

  private static final RuleName UNKNOWN = new RuleName("ownership-file");

  private static final Set<RuleName> CHANGEABLE =
      Stream.concat(
              OwnershipRules.CHANGEABLE.stream(),
              Stream.of(new RuleName("identifier-too-long"), new RuleName("header-disagrees")))
          .collect(Collectors.toUnmodifiableSet());

  List<Finding> apply(List<Finding> findings) {
    Map<RuleName, Severity> levels = new HashMap<>();
    file.rules().forEach(level -> levels.put(level.rule(), level.severity()));
    levels.keySet().retainAll(CHANGEABLE);
    return findings.stream()
        .map(f -> f.with(levels.getOrDefault(f.rule(), f.severity())))
        .filter(f -> f.severity() != Severity.OFF)
        .toList();
  }

  /// Names under `rules:` that mean nothing.
  List<Finding> mistakes() {
    return file.rules().stream()
        .filter(level -> !CHANGEABLE.contains(level.rule()))
        .map(this::mistake)
        .toList();
  }

  private Finding mistake(RuleLevel level) {
    var known = CHANGEABLE.stream().map(RuleName::text).sorted().toList();
    return Finding.error(
        UNKNOWN,
        file.file(),
        level.span(),
        "there is no rule %s whose weight can be set".formatted(level.rule()),
        "known: " + String.join(", ", known));
  }
}
