package dev.deed.ownership;

import dev.deed.sql.Finding;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RowsEffect.TruncatesTable;
import dev.deed.sql.effect.Touch;
import dev.deed.sql.schema.Resolved;
import dev.deed.sql.script.Directive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Checks one script, statement after statement: one finding for each object that a statement may
/// not have.
final class ScriptCheck {

  private final ServiceScript asked;
  private final Asking asking;
  private final Holders holders;
  private final Origins origins;
  private final Elsewhere elsewhere;
  private final ReachCheck reachCheck;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<ObjectName> toldUnowned = new HashSet<>();

  ScriptCheck(
      ServiceScript asked, Asking asking, Holders holders, Origins origins, Elsewhere elsewhere) {
    this.asked = asked;
    this.asking = asking;
    this.holders = holders;
    this.origins = origins;
    this.elsewhere = elsewhere;
    this.reachCheck = new ReachCheck(asking, elsewhere);
  }

  List<Finding> findings() {
    for (var i = 0; i < asked.statements().size(); i++) {
      check(asked.statements().get(i), Declared.of(asked.script(), i));
    }
    return findings;
  }

  private void check(Resolved resolved, Declared declared) {
    origins.create(asked.service(), resolved);
    reaches(resolved, declared).forEach(this::check);
    checkCatalogs(resolved);
    declared.wrong().forEach(this::cannotRead);
    if (!declared.any()) {
      checkOpaque(resolved);
    }
    origins.change(resolved);
  }

  private void checkCatalogs(Resolved resolved) {
    Changes.of(resolved).stream()
        .flatMap(e -> e.touches().stream())
        .map(t -> elsewhere.named(asking, t))
        .flatMap(Optional::stream)
        .distinct()
        .forEach(findings::add);
  }

  private void check(Reach reach) {
    var finding = reachCheck.check(reach);
    if (finding.isEmpty()) {
      return;
    }
    var unowned = finding.get().rule().equals(OwnershipRules.UNOWNED_TABLE);
    // One line in the ownership file mends all of them.
    if (!unowned || toldUnowned.add(reach.holder().object())) {
      findings.add(finding.get());
    }
  }

  private Iterable<Reach> reaches(Resolved resolved, Declared declared) {
    var verbs = verbs(resolved);
    var reaches = new LinkedHashMap<ObjectName, Reach>();
    var shared = shared(resolved);
    for (var touch : resolved.touches()) {
      if (shared.contains(Origins.key(touch.object()))) {
        continue;
      }
      var fresh = resolved.fresh().contains(touch.object());
      add(reaches, touch, verbs.getOrDefault(Origins.key(touch.object()), Reach.Verb.USES), fresh);
    }
    for (var touch : declared.touches()) {
      add(reaches, inPath(touch), Reach.Verb.USES, false);
    }
    return reaches.values();
  }

  private static Set<ObjectName> shared(Resolved resolved) {
    var shared = new HashSet<ObjectName>();
    for (var effect : Changes.of(resolved)) {
      if (Changes.isShared(effect)) {
        Changes.created(effect).flatMap(o -> Changes.resolve(o, resolved)).ifPresent(shared::add);
      }
    }
    return shared;
  }

  private Touch inPath(Touch touch) {
    var name = touch.object().name();
    var path = asking.map().searchPath(asking.database());
    return name.schema() != null || path.isEmpty()
        ? touch
        : touch.named(touch.object().named(name.in(path.getFirst())));
  }

  private void add(Map<ObjectName, Reach> reaches, Touch touch, Reach.Verb verb, boolean fresh) {
    var holder = holders.of(touch.object());
    var reach = Reach.of(holder, touch, isOf(holder, touch) ? verb : Reach.Verb.USES, fresh);
    reaches.merge(Origins.key(holder.object()), reach, Reach::and);
  }

  /// An index is created or dropped: its table is only changed.
  private static boolean isOf(Holder holder, Touch touch) {
    return Origins.key(holder.object()).equals(Origins.key(touch.object()))
        && !touch.object().kind().isPartOfRelation();
  }

  private static Map<ObjectName, Reach.Verb> verbs(Resolved resolved) {
    var verbs = new HashMap<ObjectName, Reach.Verb>();
    for (var effect : Changes.of(resolved)) {
      Changes.created(effect)
          .flatMap(o -> Changes.resolve(o, resolved))
          .ifPresent(o -> verbs.put(o, Reach.Verb.CREATES));
      if (effect instanceof Drops drops && !drops.object().kind().isPartOfRelation()) {
        Changes.resolve(drops.object(), resolved).ifPresent(o -> verbs.put(o, Reach.Verb.DROPS));
      }
      if (effect instanceof TruncatesTable truncates) {
        Changes.resolve(ObjectName.table(truncates.relation()), resolved)
            .ifPresent(o -> verbs.put(o, Reach.Verb.EMPTIES));
      }
    }
    return verbs;
  }

  /// One finding, however many places there are: the lines that it asks for are the same.
  private void checkOpaque(Resolved resolved) {
    var unknown = new LinkedHashMap<Effect, String>();
    resolved.opaque().forEach(o -> unknown.put(o, o.reason()));
    if (asking.map().soleOwner(asking.database()).filter(asked.service()::equals).isEmpty()) {
      for (var effect : Changes.of(resolved)) {
        Sweeping.reason(effect).ifPresent(r -> unknown.put(effect, r));
      }
    }
    if (!unknown.isEmpty()) {
      var first = unknown.entrySet().iterator().next();
      var more = unknown.size() == 1 ? "" : " (and %d more)".formatted(unknown.size() - 1);
      opaque(first.getKey(), first.getValue() + more);
    }
  }

  private void opaque(Effect effect, String reason) {
    findings.add(
        Finding.error(
            OwnershipRules.OPAQUE_STATEMENT,
            asking.file(),
            effect.span(),
            "which tables this touches cannot be told: " + reason,
            """
            say it in lines before the statement; they are checked as if it were written so:
            -- deed: touches <table> <%s>
            or, if there is none: -- deed: touches nothing\
            """
                .formatted(accessWords())));
  }

  private void cannotRead(Directive directive) {
    findings.add(
        Finding.error(
            OwnershipRules.OPAQUE_STATEMENT,
            asking.file(),
            directive.span(),
            "\"touches %s\" names no table and access".formatted(directive.arguments()),
            "write -- deed: touches <table> <%s>, one line for each table"
                .formatted(accessWords())));
  }

  private static String accessWords() {
    var words = new ArrayList<String>();
    for (var access : Access.values()) {
      words.addFirst(Asking.words(access));
    }
    return String.join("|", words);
  }
}
