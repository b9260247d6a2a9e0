package dev.deed.cli.job;

import dev.deed.lint.rule.LintFinding;
import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.Service;
import dev.deed.ownership.check.ObjectOwners;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.Finding.Subject;
import dev.deed.sql.effect.ObjectName;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Adds the owners to the objects of the linter's findings.
final class FindingOwners {

  private final OwnershipMap map;
  private final DatabaseName database;
  private final MigrationReplay replay;
  private final Map<ObjectName, Subject> known = new HashMap<>();
  private @Nullable ObjectOwners owners;

  FindingOwners(OwnershipMap map, DatabaseName database, MigrationReplay replay) {
    this.map = map;
    this.database = database;
    this.replay = replay;
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
    var owner = owners().ownerOf(object);
    return new Subject(
        object.words(),
        owner.map(service -> service.name().text()).orElse(null),
        owner.map(Service::team).orElse(null),
        owner.map(Service::contact).orElse(null));
  }

  /// Computed when first needed, since most checks have no findings.
  private ObjectOwners owners() {
    if (owners == null) {
      owners = new ObjectOwners(map, database, replay.ups(), replay.schema());
    }
    return owners;
  }
}
