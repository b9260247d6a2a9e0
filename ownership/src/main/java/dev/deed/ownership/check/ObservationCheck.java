package dev.deed.ownership.check;

import dev.deed.ownership.Owner;
import dev.deed.ownership.OwnershipMap;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.BuiltIns;
import java.util.List;
import java.util.Optional;

/// Compares what a script has done on a server with what the check has seen in its text, and with
/// what the owners allow.
public final class ObservationCheck {

  private final OwnershipMap map;
  private final DatabaseName database;
  private final String version;
  private final ServiceScript script;
  private final ObjectOwners owners;
  private final OwnershipMessages asking;
  private final NamedAccess named;
  private final CatalogWrites catalogs;

  /// @param version of the migration
  /// @param owners after all migrations
  public ObservationCheck(
      OwnershipMap map,
      DatabaseName database,
      String version,
      ServiceScript script,
      ObjectOwners owners) {
    this.map = map;
    this.database = database;
    this.version = version;
    this.script = script;
    this.owners = owners;
    this.asking = new OwnershipMessages(map, database, script.service(), script.script().file());
    this.named = NamedAccess.in(script);
    this.catalogs = CatalogWrites.in(script);
  }

  /// @param advice what to do about it
  public record Problem(String message, String advice) {}

  /// Whether a statement of the script cannot be read, or declares what it touches.
  public static boolean isUnclear(ServiceScript script) {
    return script.statements().stream()
        .anyMatch(statement ->
            statement.declared().any()
                || !statement.resolved().opaque().isEmpty()
                || !statement.unknownProcedures().isEmpty()
                || statement.effects().stream()
                    .anyMatch(effect -> UnboundedEffects.reason(effect, null).isPresent()));
  }

  /// Empty where the service owns the object, the check has seen it, or the owner allows it.
  public Optional<Problem> check(Observation seen) {
    return switch (ownerOf(seen)) {
      case ObjectOwner.System system when seen.access().compareTo(Access.WRITES) <= 0 ->
          catalogs.isSeen(seen.object())
              ? Optional.empty()
              : Optional.of(ofSystem(seen, system.whose()));
      case ObjectOwner.ByClaim(_, var table, Owner.OwnedBy owned) ->
          foreign(seen, table, owned.service());
      case ObjectOwner.ByClaim(_, _, Owner.Contested contested) ->
          isNamed(seen) ? Optional.empty() : Optional.of(ofContested(seen, contested));
      case ObjectOwner.ByCreation(_, var creator) when !seen.isNew() ->
          foreign(seen, seen.object().name(), creator);
      case ObjectOwner.ByClaim _,
          ObjectOwner.ByCreation _,
          ObjectOwner.Unknown _,
          ObjectOwner.System _,
          ObjectOwner.Cluster _,
          ObjectOwner.Session _ ->
          placed(seen).or(() -> captures(seen));
    };
  }

  private ObjectOwner ownerOf(Observation seen) {
    var object = seen.object();
    if (object.kind() == ObjectKind.SEQUENCE && !seen.wholes().isEmpty()) {
      return owners.of(ObjectName.table(seen.wholes().getFirst()));
    }
    // The owner of a server decides which roles come to it, and as whom.
    var owner =
        owners.of(
            object.kind() == ObjectKind.USER_MAPPING
                ? ObjectName.of(ObjectKind.SERVER, object.name())
                : object);
    if (seen.isNew() && !StatementOwners.isTable(object) && !isExact(owner)) {
      return new ObjectOwner.ByCreation(object, script.service());
    }
    for (var whole : seen.wholes()) {
      if (!(owner instanceof ObjectOwner.ByClaim(_, _, Owner.Unowned _))) {
        break;
      }
      owner = owners.of(ObjectName.table(whole));
    }
    return owner;
  }

  /// A new view or sequence is another service's only where a claim has exactly its name.
  private static boolean isExact(ObjectOwner owner) {
    return owner instanceof ObjectOwner.ByClaim(_, _, Owner.OwnedBy owned)
        && owned.claim().pattern().isExact();
  }

  /// A new function, type or the like in a schema of which another service owns every table.
  private Optional<Problem> placed(Observation seen) {
    return seen.isNew() && !isNamed(seen)
        ? asking
            .foreignOwnerOfSchema(seen.object())
            .filter(owner -> !isAllowed(owner))
            .map(owner ->
                new Problem(
                    "%s %s in a schema of which service %s owns every table, %s"
                        .formatted(seen.words(), words(seen.object()), owner, notSeen(seen)),
                    "create it in another schema, or ask %s to make this change, in %s"
                        .formatted(asking.peopleOf(owner), asking.folderOf(owner))))
        : Optional.empty();
  }

  /// A new routine that is called where one of PostgreSQL's own was called, and that the check
  /// could not see.
  private Optional<Problem> captures(Observation seen) {
    var object = seen.object();
    var isHidden =
        seen.isNew()
            && object.kind().isRoutine()
            && map.searchPath(database).contains(String.valueOf(object.name().schema()))
            && !isNamed(seen);
    return isHidden && BuiltIns.isCapturedBy(object.name().name(), types(object), false)
        ? Optional.of(
            new Problem(
                "%s %s, which has the name of one of PostgreSQL's own functions: calls with arguments of exactly these types mean it from then on, in all services"
                    .formatted(seen.words(), words(object)),
                "choose another name, or a schema that is not on the search path"))
        : Optional.empty();
  }

  private static List<String> types(ObjectName routine) {
    var text = routine.plainArguments();
    return text.length() <= 2
        ? List.of()
        : List.of(text.substring(1, text.length() - 1).split(", "));
  }

  private Optional<Problem> foreign(Observation seen, QualifiedName table, ServiceName owner) {
    return owner.equals(script.service())
            || isFree(seen)
            || isNamed(seen)
            || isAllowed(owner)
            || isGranted(seen, table)
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "%s %s (owner: %s), %s"
                    .formatted(seen.words(), words(seen.object()), owner, notSeen(seen)),
                advice(seen, table, owner)));
  }

  /// Calling a function or using a type needs no grant.
  private static boolean isFree(Observation seen) {
    return !seen.object().kind().isRelation() && seen.access().compareTo(Access.REFERENCES) >= 0;
  }

  private boolean isNamed(Observation seen) {
    if (isNamed(seen, seen.object())) {
      return true;
    }
    return seen.wholes().stream().anyMatch(whole -> isNamed(seen, ObjectName.table(whole)));
  }

  /// A foreign key locks the table that it points at when it is added or dropped.
  private boolean isNamed(Observation seen, ObjectName object) {
    var access = named.of(object);
    var needed = seen.isLock() ? Access.REFERENCES : seen.access();
    if (access.isPresent() && access.get().compareTo(needed) <= 0) {
      return true;
    }
    var lock = seen.lock();
    return seen.isLock()
        && lock != null
        && named.lockOf(object).filter(it -> it.compareTo(lock) >= 0).isPresent();
  }

  private boolean isAllowed(ServiceName owner) {
    return map.allowances().stream()
        .anyMatch(allowed ->
            allowed.owner().equals(owner)
                && allowed.database().equals(database)
                && allowed.version().equals(version)
                && allowed.by().equals(script.service()));
  }

  /// A declaration is verified: what it leaves out may not be written, whatever is granted.
  private boolean isGranted(Observation seen, QualifiedName table) {
    var needed = seen.isLock() ? Access.REFERENCES : seen.access();
    if (needed == Access.DEFINES || (needed == Access.WRITES && declares())) {
      return false;
    }
    return map.consumersOf(database, table).stream()
        .filter(use -> use.service().equals(script.service()))
        .filter(use -> use.access().compareTo(needed) <= 0)
        .anyMatch(use -> needed != Access.WRITES || use.columns().isEmpty());
  }

  private boolean declares() {
    return script.statements().stream().anyMatch(statement -> statement.declared().any());
  }

  private String notSeen(Observation seen) {
    if (declares()) {
      return "which the file does not declare";
    }
    return named
        .of(seen.object())
        .map(access ->
            "and check could see only that it %s it".formatted(StatementAccess.words(access)))
        .orElse("which check could not see");
  }

  /// Tables by their name alone, other objects with their kind.
  private static String words(ObjectName object) {
    return StatementOwners.isTable(object) ? object.text() : object.words();
  }

  private String advice(Observation seen, QualifiedName table, ServiceName owner) {
    var people = asking.peopleOf(owner);
    if (seen.access() == Access.DEFINES) {
      return """
      ask %s to make this change, in %s; or they allow it in %s, under services.%s:
      allows:
      - {migration: %s/%s, by: %s, reason: "..."}\
      """
          .formatted(
              people,
              asking.folderOf(owner),
              map.file(),
              owner,
              database,
              version,
              script.service());
    }
    return """
    if %s agrees, declare it in the line before the statement that does it:
    -- deed: touches %s %s
    and %s\
    """
        .formatted(
            people,
            table.quoted(),
            OwnershipMessages.words(seen.access()),
            asking.useToAdd(table, seen.access()));
  }

  private Problem ofSystem(Observation seen, String whose) {
    return new Problem(
        "%s %s, which belongs to %s".formatted(seen.words(), words(seen.object()), whose),
        "take out of the migration what changes it");
  }

  private Problem ofContested(Observation seen, Owner.Contested contested) {
    var services =
        contested.claims().stream().map(claim -> claim.service().text()).distinct().toList();
    return new Problem(
        "%s %s (claimed by %s), %s"
            .formatted(
                seen.words(), words(seen.object()), String.join(" and ", services), notSeen(seen)),
        "add a claim with the full name to the service that owns it");
  }
}
