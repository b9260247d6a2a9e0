package dev.deed.ownership.check;

import dev.deed.ownership.Claim;
import dev.deed.ownership.Owner;
import dev.deed.ownership.OwnershipRules;
import dev.deed.sql.Finding;
import dev.deed.sql.Hazard;
import dev.deed.sql.Nearest;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Severity;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Judges one reach: returns at most one finding.
final class AccessCheck {

  /// Where the triggers of a changeover note who writes the old column.
  private static final ObjectName NOTES =
      ObjectName.table(QualifiedName.of("deed", "column_writer"));

  private final OwnershipMessages asking;
  private final WrongDatabaseCheck elsewhere;

  AccessCheck(OwnershipMessages asking, WrongDatabaseCheck elsewhere) {
    this.asking = asking;
    this.elsewhere = elsewhere;
  }

  Optional<Finding> check(StatementAccess reach) {
    var finding = Optional.ofNullable(find(reach));
    return breaksConsumers(reach) ? finding.map(f -> withConsumers(f, reach)) : finding;
  }

  /// True if the statement changes, empties or locks existing objects.
  private static boolean breaksConsumers(StatementAccess reach) {
    return switch (reach.verb()) {
      case CREATES, LOCKS_ROWS -> false;
      case DROPS, EMPTIES, LOCKS -> true;
      case FOLLOWS, USES -> reach.access() == Access.DEFINES || reach.locksOthersOut();
    };
  }

  private Finding withConsumers(Finding finding, StatementAccess reach) {
    var consumers = asking.consumersOf(reach.owner());
    return finding.with(finding.subjects().stream().map(s -> s.with(consumers)).toList());
  }

  private @Nullable Finding find(StatementAccess reach) {
    return switch (reach.owner()) {
      case ObjectOwner.ByClaim claimed -> claimed(claimed, reach);
      case ObjectOwner.ByCreation created -> created(created, reach);
      case ObjectOwner.Unknown unknown -> unknown(unknown, reach);
      case ObjectOwner.System system -> system(system, reach);
      case ObjectOwner.Cluster cluster -> cluster(cluster, reach);
      case ObjectOwner.Session _ -> null;
    };
  }

  private @Nullable Finding claimed(ObjectOwner.ByClaim claimed, StatementAccess reach) {
    var elsewhereFinding = elsewhere.check(asking, claimed, reach);
    if (elsewhereFinding.isPresent()) {
      return elsewhereFinding.get();
    }
    return switch (claimed.owner()) {
      case Owner.OwnedBy owned -> owned(claimed, owned, reach);
      case Owner.Contested contested -> contested(claimed, contested, reach);
      case Owner.Unowned _ -> unowned(claimed.object(), reach);
    };
  }

  private @Nullable Finding owned(
      ObjectOwner.ByClaim claimed, Owner.OwnedBy owned, StatementAccess reach) {
    return owned.service().equals(asking.service())
        ? null
        : foreign(
            new Foreign(claimed.object(), claimed.table(), owned.service(), owned.claim()), reach);
  }

  private @Nullable Finding created(ObjectOwner.ByCreation created, StatementAccess reach) {
    var object = created.object();
    var foreign = new Foreign(object, object.name(), created.creator(), null);
    if (created.creator().equals(asking.service())) {
      return inForeignSchema(object, reach);
    }
    if (isFreeUse(object, reach)) {
      return isBound(object, reach) ? binds(foreign, reach) : null;
    }
    return foreign(foreign, reach);
  }

  /// A new function, type, view or the like in a schema of which another service claims every
  /// table: it may shadow or overload what its owner has there.
  private @Nullable Finding inForeignSchema(ObjectName object, StatementAccess reach) {
    if (reach.verb() != StatementAccess.Verb.CREATES || reach.implied()) {
      return null;
    }
    return asking
        .foreignOwnerOfSchema(object)
        .map(owner ->
            asking.error(
                OwnershipRules.NOT_OWNER,
                reach.span(),
                "service %s creates %s in schema %s, of which service %s owns every table"
                    .formatted(asking.service(), object.words(), object.name().schema(), owner),
                "create it in another schema, or claim the tables of service %s in that schema; otherwise ask %s to make this change, in %s"
                    .formatted(asking.service(), asking.peopleOf(owner), asking.folderOf(owner)),
                asking.subject(object, owner)))
        .orElse(null);
  }

  private static boolean isBound(ObjectName object, StatementAccess reach) {
    return reach.access() == Access.REFERENCES
        && !reach.implied()
        && switch (object.kind()) {
          case TYPE,
              DOMAIN,
              COLLATION,
              OPERATOR,
              TEXT_SEARCH_CONFIGURATION,
              TEXT_SEARCH_DICTIONARY,
              TEXT_SEARCH_PARSER,
              TEXT_SEARCH_TEMPLATE,
              SERVER ->
              true;
          default -> object.kind().isRoutine();
        };
  }

  /// A definition that uses a type, a function or the like keeps its owner from changing or
  /// dropping it.
  private @Nullable Finding binds(Foreign foreign, StatementAccess reach) {
    if (asking.granted(foreign.table()).isPresent()) {
      return null;
    }
    return asking.finding(
        OwnershipRules.REFERENCE_NOT_ALLOWED,
        Severity.WARNING,
        reach.span(),
        "service %s makes its own objects depend on %s, which service %s created: %s cannot drop or change it without them"
            .formatted(
                asking.service(), foreign.object().words(), foreign.owner(), foreign.owner()),
        "tell %s, or create a %s of service %s"
            .formatted(
                asking.peopleOf(foreign.owner()),
                isTypeOrRoutine(foreign.object().kind())
                    ? "type or function"
                    : "separate " + foreign.object().kind().words(),
                asking.service()),
        asking.subject(foreign.object(), foreign.owner()));
  }

  private static boolean isTypeOrRoutine(ObjectKind kind) {
    return kind == ObjectKind.TYPE || kind == ObjectKind.DOMAIN || kind.isRoutine();
  }

  /// Calling a function or using a type needs no grant.
  private static boolean isFreeUse(ObjectName object, StatementAccess reach) {
    return !object.kind().isRelation() && reach.access().compareTo(Access.REFERENCES) >= 0;
  }

  /// An object of another service.
  ///
  /// @param table the table whose grants apply
  /// @param claim null if the owner is the service whose migration created the object
  private record Foreign(
      ObjectName object, QualifiedName table, ServiceName owner, @Nullable Claim claim) {}

  private @Nullable Finding foreign(Foreign foreign, StatementAccess reach) {
    if (reach.access() == Access.DEFINES) {
      return defines(foreign, reach);
    }
    var granted = asking.granted(foreign.table());
    var allowed = granted.isPresent() && granted.get().compareTo(reach.access()) <= 0;
    // Dropping a foreign key that points at another service's table needs no permission of its
    // owner.
    var lettingGo = reach.implied() && reach.access() != Access.WRITES;
    if (!allowed && reach.verb() == StatementAccess.Verb.FOLLOWS) {
      return follows(foreign, reach);
    }
    if (!allowed && !lettingGo) {
      return notGranted(foreign, granted, reach);
    }
    var mayWrite = granted.filter(Access.WRITES::equals).isPresent();
    if (reach.locksRowsOfPartition() && !mayWrite) {
      return locksRows(foreign, reach);
    }
    return reach.locksOthersOut() ? locks(foreign, reach) : null;
  }

  private Finding defines(Foreign foreign, StatementAccess reach) {
    var owner = foreign.owner();
    var rule = reach.implied() ? OwnershipRules.FOREIGN_DEPENDANTS : OwnershipRules.NOT_OWNER;
    var message =
        reach.implied()
            ? "this statement of service %s also changes %s, which service %s %s%s"
                .formatted(
                    asking.service(),
                    foreign.object().words(),
                    owner,
                    owns(foreign),
                    lockWords(reach))
            : "service %s %s %s, which service %s %s%s"
                .formatted(
                    asking.service(),
                    reach.verbWords(),
                    foreign.object().words(),
                    owner,
                    owns(foreign),
                    lockWords(reach));
    return asking.error(
        rule,
        reach.span(),
        message,
        definesAdvice(foreign, reach),
        asking.subject(foreign.object(), owner));
  }

  private String definesAdvice(Foreign foreign, StatementAccess reach) {
    var owner = foreign.owner();
    var ask =
        "ask %s to make this change, in %s"
            .formatted(asking.peopleOf(owner), asking.folderOf(owner));
    var claim = foreign.claim();
    return claim == null
            || claim.pattern().isExact()
            || reach.verb() != StatementAccess.Verb.CREATES
        ? ask
        : "if the table is service %s's own, %s: an exact name beats %s; otherwise %s"
            .formatted(
                asking.service(),
                asking.claimToAdd(foreign.table(), asking.service()),
                claim.pattern(),
                ask);
  }

  private String owns(Foreign foreign) {
    return foreign.claim() == null
        ? "created"
        : "owns (%s)".formatted(asking.place(foreign.claim()));
  }

  private Finding notGranted(Foreign foreign, Optional<Access> granted, StatementAccess reach) {
    var writes = reach.access() == Access.WRITES;
    var message =
        "%s %s %s, which service %s %s; %s%s"
            .formatted(
                reach.implied()
                    ? "this statement of service %s also".formatted(asking.service())
                    : "service " + asking.service(),
                reach.verbWords(),
                foreign.object().words(),
                foreign.owner(),
                owns(foreign),
                granted
                    .map(g ->
                        "its grant there is %s%s"
                            .formatted(OwnershipMessages.words(g), bound(foreign, g, reach)))
                    .orElse("it has no grant there"),
                lockWords(reach));
    return asking.error(
        writes ? OwnershipRules.WRITES_FOREIGN_DATA : OwnershipRules.REFERENCE_NOT_ALLOWED,
        reach.span(),
        message,
        "if %s agrees, %s"
            .formatted(
                asking.peopleOf(foreign.owner()), asking.useToAdd(foreign.table(), reach.access())),
        asking.subject(foreign.object(), foreign.owner()));
  }

  /// Why reading is not enough.
  private static String bound(Foreign foreign, Access granted, StatementAccess reach) {
    return granted == Access.READS && reach.access() == Access.REFERENCES
        ? ", and %s could not drop or change what this definition uses".formatted(foreign.owner())
        : "";
  }

  private Finding follows(Foreign foreign, StatementAccess reach) {
    return asking.finding(
        OwnershipRules.FOREIGN_DEPENDANTS,
        Severity.WARNING,
        reach.span(),
        "rows of %s, which service %s %s, change too when service %s changes its own: through a trigger or a foreign key"
            .formatted(foreign.object().words(), foreign.owner(), owns(foreign), asking.service()),
        "tell %s how many rows will change".formatted(asking.peopleOf(foreign.owner())),
        asking.subject(foreign.object(), foreign.owner()));
  }

  private Finding locks(Foreign foreign, StatementAccess reach) {
    var message =
        "%s of service %s is locked %s until service %s commits: its %s wait"
            .formatted(
                foreign.object().words(),
                foreign.owner(),
                words(reach.lock()),
                asking.service(),
                blocked(reach.lock()));
    return locks(foreign, reach, message).with(hazards(reach.lock()));
  }

  private Finding locksRows(Foreign foreign, StatementAccess reach) {
    var message =
        "rows of %s of service %s are locked until service %s commits: their updates and deletes wait"
            .formatted(foreign.object().words(), foreign.owner(), asking.service());
    return locks(foreign, reach, message);
  }

  private Finding locks(Foreign foreign, StatementAccess reach, String message) {
    return asking.finding(
        OwnershipRules.FOREIGN_LOCK,
        Severity.WARNING,
        reach.span(),
        message,
        "tell %s when it will run, and keep slow statements out of the same transaction"
            .formatted(asking.peopleOf(foreign.owner())),
        asking.subject(foreign.object(), foreign.owner()));
  }

  private static Set<Hazard> hazards(@Nullable LockMode lock) {
    return lock != null && lock.blocksReads()
        ? Set.of(Hazard.BLOCKS_READS, Hazard.BLOCKS_WRITES)
        : Set.of(Hazard.BLOCKS_WRITES);
  }

  private static String lockWords(StatementAccess reach) {
    return reach.locksOthersOut()
        ? "; its %s would wait for the %s lock"
            .formatted(blocked(reach.lock()), words(reach.lock()))
        : "";
  }

  private static String words(@Nullable LockMode lock) {
    return lock == null ? "" : lock.words();
  }

  private static String blocked(@Nullable LockMode lock) {
    return lock != null && lock.blocksReads() ? "reads and writes" : "writes";
  }

  private Finding contested(
      ObjectOwner.ByClaim claimed, Owner.Contested contested, StatementAccess reach) {
    var claims =
        contested.claims().stream()
            .map(c -> "%s (%s)".formatted(c.service(), asking.place(c)))
            .collect(Collectors.joining(" and "));
    return asking.error(
        OwnershipRules.CONTESTED_TABLE,
        reach.span(),
        "service %s %s %s, which is claimed by %s"
            .formatted(asking.service(), reach.verbWords(), claimed.object().words(), claims),
        "add a claim with the full name to the service that owns it",
        asking.subject(claimed.object(), null));
  }

  private Finding unowned(ObjectName object, StatementAccess reach) {
    var message =
        "service %s %s %s, which no service claims"
            .formatted(asking.service(), reach.verbWords(), object.words());
    var similar =
        reach.verb() == StatementAccess.Verb.CREATES
            ? Optional.<String>empty()
            : Nearest.of(object.name().name(), exactNames());
    var advice =
        reach.verb() == StatementAccess.Verb.CREATES
            ? asking.claimToAdd(object.name(), asking.service())
            : similar
                .map(n -> "did you mean \"" + n + "\"? If not, ")
                .orElse("")
                .concat(
                    "add a claim to the service that owns it; if that is %s, "
                        .formatted(asking.service()))
                .concat(asking.claimToAdd(object.name(), asking.service()));
    return asking.error(
        OwnershipRules.UNOWNED_TABLE, reach.span(), message, advice, asking.subject(object, null));
  }

  private List<String> exactNames() {
    return asking.map().claims().stream()
        .filter(c -> c.database().equals(asking.database()) && c.pattern().isExact())
        .map(c -> c.pattern().table().pieces().getFirst())
        .toList();
  }

  private @Nullable Finding unknown(ObjectOwner.Unknown unknown, StatementAccess reach) {
    var object = unknown.object();
    if (isFreeUse(object, reach)) {
      return null;
    }
    var shared = object.kind() == ObjectKind.SCHEMA;
    return asking.error(
        OwnershipRules.NOT_OWNER,
        reach.span(),
        "service %s %s %s, which %s"
            .formatted(
                asking.service(),
                reach.verbWords(),
                object.words(),
                shared
                    ? "several services share"
                    : "was not created by any migration, so deed cannot tell who owns it"),
        "leave this to %s, or have the other services of this database allow it: allows in the ownership file"
            .formatted(shared ? "the database's administrators" : "the service that created it"),
        asking.subject(object, null));
  }

  private @Nullable Finding system(ObjectOwner.System system, StatementAccess reach) {
    if (reach.access().compareTo(Access.REFERENCES) >= 0) {
      return null;
    }
    var object = system.object();
    // A changeover's triggers write there; that a statement does it itself, the linter finds.
    var isNote =
        object.equals(NOTES)
            && reach.access() == Access.WRITES
            && reach.verb() == StatementAccess.Verb.USES;
    return isNote ? null : systemFinding(system, reach);
  }

  private Finding systemFinding(ObjectOwner.System system, StatementAccess reach) {
    var object = system.object();
    return asking.error(
        OwnershipRules.NOT_OWNER,
        reach.span(),
        "service %s %s %s, which belongs to %s"
            .formatted(asking.service(), reach.verbWords(), object.words(), system.whose()),
        "use the statement or command intended for it",
        asking.subject(object, null));
  }

  private @Nullable Finding cluster(ObjectOwner.Cluster cluster, StatementAccess reach) {
    if (reach.access().compareTo(Access.REFERENCES) >= 0) {
      return null;
    }
    var object = cluster.object();
    return asking.error(
        OwnershipRules.CLUSTER_WIDE,
        reach.span(),
        "service %s %s %s, which belongs to the whole server, not to a service"
            .formatted(asking.service(), reach.verbWords(), object.words()),
        "leave this to the server's administrators, or have the other services allow it: allows in the ownership file",
        asking.subject(object, null));
  }
}
