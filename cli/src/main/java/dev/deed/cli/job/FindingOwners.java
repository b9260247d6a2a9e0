package dev.deed.cli.job;

import dev.deed.lint.rule.LintFinding;
import dev.deed.ownership.Service;
import dev.deed.ownership.check.ObjectOwners;
import dev.deed.sql.Finding;
import dev.deed.sql.Finding.Subject;
import dev.deed.sql.ServiceName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectName;
import java.util.HashMap;
import java.util.Map;

/// Adds the owners to the objects of the linter's findings.
final class FindingOwners {

  private final ObjectOwners owners;

  /// The service of each file.
  private final Map<SourceFile, ServiceName> services = new HashMap<>();

  private final Map<ObjectName, Subject> known = new HashMap<>();

  FindingOwners(MigrationReplay replay) {
    this.owners = replay.owners();
    replay.upsAndDowns().forEach(s -> services.put(s.script().file(), s.service()));
  }

  Finding of(LintFinding remark) {
    var finding = remark.finding();
    var subjects = remark.objects().stream().distinct().map(o -> subject(o, finding)).toList();
    return finding.with(subjects);
  }

  /// A finding that breaks or blocks other code names the consumers of its objects.
  private Subject subject(ObjectName object, Finding finding) {
    var subject = subject(object);
    return finding.concernsConsumers()
        ? subject.with(owners.consumersOf(object, services.get(finding.file())))
        : subject;
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
