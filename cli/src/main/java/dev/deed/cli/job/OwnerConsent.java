package dev.deed.cli.job;

import dev.deed.engine.MigrationName;
import dev.deed.engine.Migrations;
import dev.deed.ownership.Allowance;
import dev.deed.ownership.Claim;
import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.OwnershipRules;
import dev.deed.ownership.Service;
import dev.deed.sql.Finding;
import dev.deed.sql.Finding.Subject;
import dev.deed.sql.RuleName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Who may lift a finding of ownership: the owner of what is concerned, in the ownership file, and
/// never the file that breaks the rule. Where a finding names no owner (what a statement touches is
/// not known), all other services that own something in that database have to agree; where there
/// are none, the service is alone and decides for itself.
final class OwnerConsent {

  static final Set<RuleName> RULES =
      OwnershipRules.ALL.stream()
          .filter(rule -> !rule.equals(OwnershipRules.STALE_CLAIM))
          .collect(Collectors.toUnmodifiableSet());

  private final OwnershipMap map;
  private final Map<SourceFile, MigrationName> names = new HashMap<>();
  private final Set<Allowance> used = new HashSet<>();

  OwnerConsent(OwnershipMap map, Migrations migrations) {
    this.map = map;
    for (var migration : migrations.all()) {
      names.put(migration.file(), migration.name());
      var down = migration.down();
      if (down != null) {
        names.put(down.file(), migration.name());
      }
    }
  }

  /// A file that may be gone.
  void add(SourceFile file, MigrationName name) {
    names.put(file, name);
  }

  /// What the owners have not allowed.
  List<Finding> without(List<Finding> findings) {
    return findings.stream().filter(finding -> !isAllowed(finding)).toList();
  }

  private boolean isAllowed(Finding finding) {
    var name = names.get(finding.file());
    if (name == null || !RULES.contains(finding.rule())) {
      return false;
    }
    var needed = needed(finding, name);
    var given =
        map.allowances().stream()
            .filter(allowed -> allowed.database().equals(name.database()))
            .filter(allowed -> allowed.version().equals(name.version().text()))
            .filter(allowed -> allowed.by().equals(name.service()))
            .filter(allowed -> needed.contains(allowed.owner()))
            .toList();
    used.addAll(given);
    return !needed.isEmpty()
        && given.stream().map(Allowance::owner).collect(Collectors.toSet()).containsAll(needed);
  }

  /// Who has to agree.
  private SortedSet<ServiceName> needed(Finding finding, MigrationName name) {
    var owners = new TreeSet<ServiceName>();
    for (var subject : finding.subjects()) {
      var owner = subject.owner();
      if (owner != null) {
        owners.add(new ServiceName(owner));
      }
    }
    owners.remove(name.service());
    if (owners.isEmpty()) {
      var isEverywhere = finding.rule().equals(OwnershipRules.CLUSTER_WIDE);
      map.claims().stream()
          .filter(claim -> isEverywhere || claim.database().equals(name.database()))
          .map(Claim::service)
          .forEach(owners::add);
      owners.remove(name.service());
    }
    return owners;
  }

  /// What is said of a line in a migration that ignores this finding.
  Optional<Finding> refusal(Finding finding) {
    var name = names.get(finding.file());
    if (name == null || !RULES.contains(finding.rule())) {
      return Optional.empty();
    }
    var needed = needed(finding, name);
    return needed.isEmpty() ? Optional.empty() : Optional.of(refusal(finding, name, needed));
  }

  private Finding refusal(Finding finding, MigrationName name, SortedSet<ServiceName> needed) {
    var owners = needed.stream().map(ServiceName::text).collect(Collectors.joining(" and "));
    return Finding.error(
            OwnershipRules.OWNER_DECIDES,
            finding.file(),
            finding.span(),
            "%s cannot be ignored in a file of service %s: %s %s %s"
                .formatted(
                    finding.rule(),
                    name.service(),
                    needed.size() == 1 ? "service" : "services",
                    owners,
                    needed.size() == 1 ? "decides" : "decide"),
            advice(name, needed))
        .with(needed.stream().map(owner -> subject(finding, name, owner)).toList());
  }

  private String advice(MigrationName name, SortedSet<ServiceName> needed) {
    return """
    remove this line; the owner allows it in %s, under %s:
    allows:
    - {migration: %s/%s, by: %s, reason: "..."}
    or, for more than this migration, by a grant under services.%s.uses.%s: access, columns, until\
    """
        .formatted(
            map.file(),
            needed.stream().map(owner -> "services." + owner).collect(Collectors.joining(" and ")),
            name.database(),
            name.version(),
            name.service(),
            name.service(),
            name.database());
  }

  private Subject subject(Finding finding, MigrationName name, ServiceName owner) {
    var object =
        finding.subjects().stream()
            .filter(subject -> owner.text().equals(subject.owner()))
            .map(Subject::object)
            .findFirst()
            .orElse("database " + name.database());
    var service = map.serviceNamed(owner);
    return new Subject(
        object,
        owner.text(),
        service.map(Service::team).orElse(null),
        service.map(Service::contact).orElse(null));
  }

  /// Entries that allow what no migration does: they would allow the next thing unseen.
  List<Finding> unused() {
    return map.allowances().stream()
        .filter(allowed -> !used.contains(allowed))
        .map(this::unused)
        .toList();
  }

  private Finding unused(Allowance allowed) {
    var isThere =
        names.values().stream()
            .anyMatch(name ->
                name.database().equals(allowed.database())
                    && name.version().text().equals(allowed.version())
                    && name.service().equals(allowed.by()));
    var message =
        isThere
            ? "service %s allows %s of service %s, which breaks no rule of ownership on what %s owns"
                .formatted(allowed.owner(), allowed.migration(), allowed.by(), allowed.owner())
            : "service %s allows %s, and service %s has no such migration"
                .formatted(allowed.owner(), allowed.migration(), allowed.by());
    return Finding.error(
            OwnershipRules.UNUSED_ALLOW, map.file(), allowed.span(), message, "remove the entry")
        .with(Severity.WARNING);
  }
}
