package dev.deed.cli.job;

import dev.deed.lint.rule.LintFinding;
import dev.deed.ownership.Service;
import dev.deed.ownership.check.ObjectOwners;
import dev.deed.sql.Finding;
import dev.deed.sql.Finding.Subject;
import dev.deed.sql.effect.ObjectName;
import java.util.HashMap;
import java.util.Map;

/// Adds the owners to the objects of the linter's findings.
final class FindingOwners {

  private final ObjectOwners owners;
  private final Map<ObjectName, Subject> known = new HashMap<>();

  FindingOwners(MigrationReplay replay) {
    this.owners = replay.owners();
  }

  Finding of(LintFinding remark) {
    var subjects = remark.objects().stream().distinct().map(this::subject).toList();
    return remark.finding().with(subjects);
  }

  /// The object with its owner and the owner's contact.
  Subject subject(ObjectName object) {
    return known.computeIfAbsent(object, this::find);
  }

  private Subject find(ObjectName object) {
    var owner = owners.ownerOf(object);
    return new Subject(
        object.words(),
        owner.map(service -> service.name().text()).orElse(null),
        owner.map(Service::team).orElse(null),
        owner.map(Service::contact).orElse(null));
  }
}
