package dev.deed.ownership.check;

import dev.deed.ownership.OwnershipRules;
import dev.deed.sql.Finding;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Severity;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.script.Directive;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Checks one script, statement by statement: one finding for each object that a statement may not
/// access.
final class ScriptCheck {

  /// The service itself, and one other that granted it write access.
  private static final int MOST_OWNERS = 2;

  private final ServiceScript asked;
  private final OwnershipMessages asking;
  private final ObjectOwners owners;
  private final WrongDatabaseCheck elsewhere;
  private final AccessCheck reachCheck;
  private final List<Finding> findings = new ArrayList<>();
  private final LinkedHashMap<ServiceName, StatementAccess> changed = new LinkedHashMap<>();
  private final Set<ObjectName> toldUnowned = new HashSet<>();

  /// @param owners who owns what after all migrations
  ScriptCheck(
      ServiceScript asked,
      OwnershipMessages asking,
      ObjectOwners owners,
      WrongDatabaseCheck elsewhere) {
    this.asked = asked;
    this.asking = asking;
    this.owners = owners;
    this.elsewhere = elsewhere;
    this.reachCheck = new AccessCheck(asking, elsewhere);
  }

  List<Finding> findings() {
    asked.statements().forEach(this::check);
    if (changed.size() > MOST_OWNERS) {
      findings.add(tooManyOwners());
    }
    return findings;
  }

  private void check(OwnedStatement statement) {
    if (!checkCatalogs(statement)) {
      var first = findings.size();
      for (var then : statement.accesses()) {
        var access = then.with(owners.settled(then.owned()));
        note(access);
        check(statement, access);
      }
      MergedFindings.fold(findings.subList(first, findings.size()));
    }
    findings.addAll(SchemaCheck.of(asking, sharesDatabase(), statement));
    findings.addAll(CastCheck.of(asking, statement));
    findings.addAll(OverloadCheck.of(asking, statement));
    findings.addAll(CaptureCheck.of(asking, sharesDatabase(), statement));
    findings.addAll(SettingCheck.of(asking, sharesDatabase(), statement));
    statement.declared().wrong().forEach(this::cannotRead);
    checkOpaque(statement);
  }

  private void note(StatementAccess reach) {
    var changes = reach.access() == Access.DEFINES || reach.access() == Access.WRITES;
    if (changes && !reach.implied()) {
      reach.service().ifPresent(owner -> changed.putIfAbsent(owner, reach));
    }
  }

  private Finding tooManyOwners() {
    var last = changed.lastEntry();
    var owners = String.join(", ", changed.keySet().stream().map(ServiceName::text).toList());
    return asking.finding(
        OwnershipRules.TOO_MANY_OWNERS,
        Severity.WARNING,
        last.getValue().span(),
        "this file changes objects of %d services: %s".formatted(changed.size(), owners),
        "write one migration per service, with `-- deed: requires` where one depends on another",
        asking.subject(last.getValue().owner().object(), last.getKey()));
  }

  /// Names with a database in front are checked first: the rest of the name would be taken for an
  /// object of this database.
  private boolean checkCatalogs(OwnedStatement statement) {
    var found = new LinkedHashSet<Finding>();
    for (var effect : statement.effects()) {
      for (var touch : effect.touches()) {
        elsewhere.named(asking, touch).ifPresent(found::add);
      }
    }
    findings.addAll(found);
    return !found.isEmpty();
  }

  private void check(OwnedStatement statement, StatementAccess reach) {
    var finding = new ColumnCheck(asking).check(statement, reach).or(() -> reachCheck.check(reach));
    if (finding.isEmpty()) {
      return;
    }
    var unowned = finding.get().rule().equals(OwnershipRules.UNOWNED_TABLE);
    // One line in the ownership file settles all of them.
    if (!unowned || toldUnowned.add(reach.owner().object())) {
      findings.add(finding.get());
    }
  }

  /// One finding for all places in the statement: they ask for the same directives.
  private void checkOpaque(OwnedStatement statement) {
    var resolved = statement.resolved();
    var declared = statement.declared().any();
    var unknown = new LinkedHashMap<Effect, String>();
    if (!declared) {
      resolved.opaque().forEach(o -> unknown.put(o, o.reason()));
    }
    for (var effect : withBodies(statement.effects())) {
      UnboundedEffects.reason(effect, asking.ownRole())
          .filter(_ -> sharesDatabase())
          .filter(_ -> !declared || !UnboundedEffects.isOfTables(effect))
          .ifPresent(r -> unknown.put(effect, r));
    }
    // Unknown functions are PostgreSQL's or an extension's; neither has procedures to speak of.
    if (!declared) {
      for (var call : statement.unknownProcedures()) {
        unknown.put(call, "procedure " + call.routine() + " was not created by any migration");
      }
    }
    if (unknown.isEmpty()) {
      return;
    }
    if (unknown.keySet().stream().anyMatch(ScriptCheck::isDeclarable)) {
      var first = unknown.entrySet().iterator().next();
      var more = unknown.size() == 1 ? "" : " (and %d more)".formatted(unknown.size() - 1);
      opaque(resolved, first.getKey().span(), first.getValue() + more);
    } else {
      beyondTables(resolved, unknown.entrySet().iterator().next());
    }
  }

  /// What a routine's body does reaches the same when it is called.
  private static List<Effect> withBodies(List<Effect> effects) {
    var all = new ArrayList<Effect>();
    for (var effect : effects) {
      all.add(effect);
      if (effect instanceof CreatesRoutine creates) {
        all.addAll(withBodies(creates.body().effects()));
      }
    }
    return all;
  }

  private static boolean isDeclarable(Effect effect) {
    return UnboundedEffects.reason(effect, null).isEmpty() || UnboundedEffects.isOfTables(effect);
  }

  /// No list of tables describes it, so the author cannot declare it away.
  private void beyondTables(ResolvedStatement resolved, Map.Entry<Effect, String> reached) {
    findings.add(
        Finding.error(
            OwnershipRules.OPAQUE_STATEMENT,
            asking.file(),
            inside(resolved, reached.getKey().span()),
            "this reaches all services of the database: " + reached.getValue(),
            "have the other services allow it: allows in the ownership file"));
  }

  private boolean sharesDatabase() {
    var sole = asking.map().soleOwner(asking.database());
    return sole.isEmpty() || !sole.get().equals(asked.service());
  }

  private void opaque(ResolvedStatement resolved, Span place, String reason) {
    findings.add(
        Finding.error(
            OwnershipRules.OPAQUE_STATEMENT,
            asking.file(),
            inside(resolved, place),
            "deed cannot tell which tables this touches: " + reason,
            """
            declare them in lines before the statement; deed checks them like the statement itself:
            -- deed: touches <table> <%s>
            or, if it touches none: -- deed: touches nothing\
            """
                .formatted(accessWords())));
  }

  private static Span inside(ResolvedStatement resolved, Span place) {
    var whole = resolved.statement().span();
    return place.start() >= whole.start() && place.end() <= whole.end() ? place : whole;
  }

  private void cannotRead(Directive directive) {
    findings.add(
        Finding.error(
            OwnershipRules.OPAQUE_STATEMENT,
            asking.file(),
            directive.span(),
            "\"touches %s\" does not name a table and an access".formatted(directive.arguments()),
            "write -- deed: touches <table> <%s>, one line for each table"
                .formatted(accessWords())));
  }

  private static String accessWords() {
    var words = new ArrayList<String>();
    for (var access : Access.values()) {
      words.addFirst(OwnershipMessages.words(access));
    }
    return String.join("|", words);
  }
}
